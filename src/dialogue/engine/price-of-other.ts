import {stemKeys} from '../nlu/stem.ts'
import {tokenize} from '../nlu/tokens.ts'
import type {Token} from '../nlu/types.ts'
import type {Draft} from './draft.ts'
import {isTopic} from './fact-topics.ts'

/**
 * «Сколько стоит наращивание ресниц», where nothing is known of either: what other things cost is no answer. Only where what is asked about
 * stands beside the word for the price, and no fact and no option has it.
 */
export function asksPriceOfOther({scenario}: Draft, stems: readonly ReadonlySet<string>[], question: string): boolean {
  const tokens = tokenize(question)
  const at = tokens.findIndex(({text}) => costs.test(text))
  if (at === -1) return false
  const behind = tokens.slice(at + 1)
  const subject = (behind.length > 0 ? behind : tokens.slice(0, at)).filter(
    ({text}) => text.length > 3 && !ofQuestion.test(text) && (!isTopic(text) || ofParking.test(text)),
  )
  const options = [...scenario.fields.values()]
  const isKnownHere = ({text}: Token) =>
    stemKeys(text).some(
      (key) => stems.some((own) => own.has(key)) || options.some((field) => field.optionKeys.has(key) || field.keys.has(key)),
    )
  const isThing = ({text}: Token) => !/(?:ть|ться|ти|чь)$/.test(text)
  return subject.some(isThing) && !subject.some((token) => ofAnything.test(token.text) || isKnownHere(token))
}

/** A car is spoken of where one may park it, and is no parking itself. */
const ofParking = /^(?:машин|cars?$)/

const costs = /^(?:сто[ия]т|стоить|стоимость|цен[аыу]|поч[её]м|обойд[её]тся|cost|costs|price|much)$/

/** Words for whatever a business does. */
const ofAnything =
  /^(?:услуг\S*|приём\S*|прием\S*|консультаци\S*|процедур\S*|визит\S*|посещени\S*|запис\S*|сеанс\S*|занят\S*|занима\S*|работ\S*|удовольстви\S*|вс[её]|примерно|приблизительно|сейчас|сегодня|обычн\S*|перв\S*|друг\S*|специалист\S*|врач\S*|доктор\S*|мастер\S*|минимальн\S*|взросл\S*|реб[её]н\S*|дет\S*|пенсионер\S*|человек\S*|услуги|заказ\S*|прийти|приехать|service|visit|appointment|session|consultation|everything|roughly|about|usually|today|please|that|this|they|them|those|these|usual|first|time|kids?|child|total|guys)$/

/** Words of asking, which name nothing of what is asked about. */
export const ofQuestion =
  /^(?:мест[оа]?|come|comes|coming|take|takes|make|need|want|когда|какое|какую|куда|откуда|сколько|почему|зачем|время|времени|when|where|which|much|many|time|можно|нужно|надо|если|есть|будет|будут|было|ваш[аеи]?|наш[аеи]?|меня|мне|вами|вас|скажите|подскажите|хочу|хотел|хотела|узнать|спросить|уточнить|интересует|вообще|тоже|ещё|еще|этот|этого|какой|какая|какие|what|have|does|there|would|your|about|with|know|like)$/
