import {withoutFillers} from '../../../nlu/fillers.ts'
import {words} from '../../../nlu/tokens.ts'
import type {Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

const asksForDelivery = /доставк|привезти|привез[её]м|delivery|deliver/i

const collects =
  /^(?:(?:нет|не надо|не нужн[аоы]|не нужен|доставка|спасибо|ой|я|мы|лучше|тогда|давайте|no|i'll|we'll) )*(?:самовывоз\S*|(?:а )?(?:можно )?без доставки(?: \S+){0,3}|(?:сам|сама|сами) (?:\S+ )?(?:заберу|забер[её]м|приеду|приедем|подъеду|подъедем|подойду|за \S+)|(?:заберу|забер[её]м|приеду|приедем|подъеду|подъедем)(?: (?:сам|сама|сами|я|мы))?|pick (?:it|them) up|collect (?:it|them)|pickup)(?: (?:сам|сама|сами|сам|из магазина|myself|ourselves))*$/

const brings =
  /^(?:(?:да|лучше|тогда|давайте|конечно|вы|yes|please) )*(?:привезите|привозите|везите|доставьте|доставляйте|с доставкой|deliver (?:it|them)|bring (?:it|them))(?: \S+){0,3}$/

const asksForPickup = /забрать|забер[её]м|заехать|pick (?:\S+ )?up|collect/i
const bringsAlong =
  /^(?:(?:нет|не надо|я|мы|лучше|no) )*(?:сам|сама|сами) (?:\S+ )?(?:привез[её]м|привезу|принес[её]м|принесу|приедем|приеду|доставим)(?: \S+)?$|^(?:(?:no|we'll|i'll) )*(?:bring|drop) (?:it|him|her|them)(?: off)?(?: (?:myself|ourselves))?$/
const comeFor =
  /^(?:(?:да|лучше|давайте|пожалуйста|yes|please) )*(?:заберите|забирайте|приезжайте|приедьте|заезжайте|pick (?:it|him|her|them|us|me) up)(?: \S+){0,3}$/

/** «Доставка нужна?» – «Сам заберу.», «привезите»: who fetches it wants it brought by nobody. */
export function wantsDelivery({utterance, state, hints}: Reader, {askLine}: ScenarioField): boolean | undefined {
  if (hints.isQuestion) return undefined
  const text = words(withoutFillers(utterance).utterance.tokens)
  const asks = (pattern: RegExp) => askLine[state.lang].some(({source}) => pattern.test(source))
  if (asks(asksForPickup) && bringsAlong.test(text)) return false
  if (asks(asksForPickup) && comeFor.test(text)) return true
  if (!asks(asksForDelivery)) return undefined
  return collects.test(text) ? false : brings.test(text) ? true : undefined
}
