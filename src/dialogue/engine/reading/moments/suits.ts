import {splitCorrection} from '../../../nlu/correction.ts'
import {extractDate} from '../../../nlu/date.ts'
import {withoutFillers} from '../../../nlu/fillers.ts'
import {words} from '../../../nlu/tokens.ts'
import type {Found, Lang} from '../../../nlu/types.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {contextOf, type Reader} from '../reader.ts'

const suiting = /удобно|будете (?:\S+ )?(?:дома|на месте)|подходит|подойд[её]т|устраивает|устроит|suit|convenient|work for you/i

/** «Вам удобно в этот день?» */
export const asksIfItSuits = ({askLine}: ScenarioField, lang: Lang): boolean => askLine[lang].some(({source}) => suiting.test(source))

const asks = ({state}: Reader, field: ScenarioField): boolean => asksIfItSuits(field, state.lang)

/** «Вам удобно?» – «Давайте лучше в понедельник», «а можно в понедельник?»: another day instead says no to the one that was offered. */
export function suitsAnotherDay(reader: Reader, field: ScenarioField): boolean {
  const {utterance} = reader
  if (!asks(reader, field) || /^(?:да|ага|yes|yeah)(?: |$)/.test(words(utterance.tokens))) return false
  const wishes = instead.test(words(utterance.tokens)) || splitCorrection(utterance.tokens)?.kind === 'negated'
  // «А можно на следующей неделе?»
  if (
    wishes &&
    /(?:^| )(?:на (?:следующей|этой|другой) неделе|в друг(?:ой|ое)(?: день| время)?|попозже|пораньше|next week|another day)(?: |$)/.test(
      words(utterance.tokens),
    )
  )
    return true
  return wishes && extractDate(utterance, {...contextOf(reader, field, false), past: false}) !== undefined
}

const cannot =
  /(?:^| )(?:(?:меня|нас|дома) (?:\S+ )?не будет|не (?:получится|получается|смогу|сможем|могу|можем|успею|успеем)|никак|я работаю|буду на работе|буду занят[аы]?|уезжаю|уедем|уеду|can't|won't be|doesn't work|not available)(?: |$)/

const instead = /(?:^| )(?:лучше|а можно|можно|перенес\S*|давайте|другой|instead|rather|better|could we|can we|how about|move)(?: |$)/

/** «Да, в пятницу удобно» names the day that was offered, and asks for no other. */
export const isOfferedDay = (reader: Reader, date: string): boolean => {
  const {asked, state, commands} = reader
  if (asked?.type !== 'yesno' || !asks(reader, asked) || !Object.values(state.contact).includes(date)) return false
  return reader.hints.agrees || commands.some((command) => command.kind === 'set' && command.field === asked.id && command.value === true)
}

/** «Удобно вечером, этаж пятый»: the word of the question comes first, and other answers behind it. */
export function suitsThen(reader: Reader, field: ScenarioField): Found<boolean> | undefined {
  if (!asks(reader, field) || reader.hints.isQuestion) return undefined
  const {at, utterance} = withoutFillers(reader.utterance)
  const text = words(utterance.tokens.slice(0, 2))
  const isYes = /^(?:удобно|подходит|подойдет|устраивает|устроит)(?: |$)/.test(text)
  // «В пятницу мне удобно»
  if (
    /(?:^| )(?:удобно|подходит|подойдет|устраивает|устроит|нормально)(?: только \S+)?$/.test(words(utterance.tokens)) &&
    utterance.tokens.length <= 5 &&
    !/(?:^| )(?:не|только|если|лучше|кому|когда)(?: |$)/.test(words(utterance.tokens))
  )
    return {value: true, from: at.at(-1)!, to: at.at(-1)! + 1, confidence: 0.8}
  const isNo = /^(?:(?:мне |нам )?неудобно|не (?:удобно|подходит|подойдет|устраивает|устроит))(?: |$)/.test(text)
  const whole = words(utterance.tokens)
  if (
    cannot.test(whole) &&
    !reader.hints.custom &&
    !/(?:^| )(?:лучше|давайте|можно|перенес\S*|а в|а на|привезите|муж|жена|сосед\S*)(?: |$)/.test(whole)
  )
    return {value: false, from: 0, to: reader.utterance.tokens.length, confidence: 0.8}
  if (!isYes && !isNo) return undefined
  const count = isYes || text.startsWith('неудобно') ? 1 : 2
  return {value: isYes, from: at[0]!, to: at[count - 1]! + 1, confidence: 0.8}
}
