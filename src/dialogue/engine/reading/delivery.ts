import {withoutFillers} from '../../nlu/fillers.ts'
import {words} from '../../nlu/tokens.ts'
import type {Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

const asksForDelivery = /доставк|привезти|привез[её]м|delivery|deliver/i

const collects =
  /^(?:(?:нет|не надо|я|мы|лучше|тогда|давайте|no|i'll|we'll) )*(?:самовывоз\S*|(?:сам|сама|сами) (?:\S+ )?(?:заберу|забер[её]м|приеду|приедем|подъеду|подъедем|подойду|за \S+)|(?:заберу|забер[её]м|приеду|приедем|подъеду|подъедем)(?: (?:сам|сама|сами|я|мы))?|pick (?:it|them) up|collect (?:it|them)|pickup)(?: (?:сам|сама|сами|сам|из магазина|myself|ourselves))*$/

const brings =
  /^(?:(?:да|лучше|тогда|давайте|конечно|вы|yes|please) )*(?:привезите|привозите|везите|доставьте|доставляйте|с доставкой|deliver (?:it|them)|bring (?:it|them))(?: \S+){0,3}$/

/** «Доставка нужна?» – «Сам заберу.», «привезите»: who fetches it wants it brought by nobody. */
export function wantsDelivery({utterance, state, hints}: Reader, {askLine}: ScenarioField): boolean | undefined {
  if (hints.isQuestion || !askLine[state.lang].some(({source}) => asksForDelivery.test(source))) return undefined
  const text = words(withoutFillers(utterance).utterance.tokens)
  return collects.test(text) ? false : brings.test(text) ? true : undefined
}
