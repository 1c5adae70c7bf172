import {withoutFillers} from '../../nlu/fillers.ts'
import {words} from '../../nlu/tokens.ts'
import type {Found} from '../../nlu/types.ts'
import {answersToName} from './answers-to-name.ts'
import {wantsDelivery} from './delivery.ts'
import {echoWhole} from './echo.ts'
import {mentions} from './field-words.ts'
import {hasAlready, takesOffer} from './own-already.ts'
import {toldOutright} from './possession.ts'
import type {Reader} from './reader.ts'
import {suitsAnotherDay, suitsThen} from './suits.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

export interface ToldYesNo extends Found<boolean> {
  /** All that was said is the answer. */
  readonly isWhole?: true
  /** The words hold no other value: the day in «меня не будет в пятницу» is the one that does not suit. */
  readonly claims?: true
}

/**
 * An answer in words of its own, before any yes or no is looked for: what somebody has, takes, wants brought, what suits them, who they are,
 * and the words of the question said again. `open` when the words leave open what was asked.
 */
export function toldInWords(reader: Reader, field: ScenarioField): ToldYesNo | 'open' | undefined {
  const {utterance, hints} = reader
  const whole = (value: boolean | undefined, confidence = 0.8): ToldYesNo | undefined =>
    value === undefined ? undefined : {value, from: 0, to: utterance.tokens.length, confidence, isWhole: true}
  if (hasAlready(reader, field)) return whole(false, 0.85)
  if (takesOffer(reader, field)) return whole(true, 0.85)
  const told = toldOutright(reader, field, true)
  if (told) return {...told, confidence: 0.85}
  if (!hints.custom && suitsAnotherDay(reader, field)) return {value: false, from: 0, to: 0, confidence: 0.7, isWhole: true}
  const suits = suitsThen(reader, field)
  if (suits) return {...suits, isWhole: true, ...(!suits.value && {claims: true})}
  // «Завтра не могу», where no day was asked about, leaves open whether they can at all.
  if (isOneDayOff(reader, field)) return 'open'
  return (
    (hints.custom ? undefined : whole(wantsDelivery(reader, field), 0.85)) ??
    withOrWithout(reader, field) ??
    // An intent of the flow's own leads on by itself.
    (hints.custom ? undefined : whole(isSomebodyElse(reader, field))) ??
    whole(echoWhole(reader, field))
  )
}

const isSomebodyElse = (reader: Reader, field: ScenarioField): false | undefined =>
  answersToName(reader, field) === false ? false : undefined

/** «Обед нужен?» – «Без обеда.», «с обедом» */
function withOrWithout({utterance}: Reader, field: ScenarioField): ToldYesNo | undefined {
  const {tokens} = withoutFillers(utterance).utterance
  const [first, second, third] = tokens.filter(({text}) => !/^(?:да|нет|давайте|лучше|только|мы|я|yes|no)$/.test(text))
  if (third || !second || !/^(?:с|со|без|with|without)$/.test(first!.text) || mentions(field, [second]) === 0) return undefined
  return {value: /^(?:с|со|with)$/.test(first!.text), from: 0, to: utterance.tokens.length, confidence: 0.8, isWhole: true}
}

const isOneDayOff = ({utterance}: Reader, {askLine}: ScenarioField): boolean =>
  dayOff.test(words(utterance.tokens)) &&
  ![...askLine.ru, ...askLine.en].some(({source}) =>
    /\{\{|сегодня|завтра|понедельник|вторник|сред|четверг|пятниц|суббот|воскресень|day|tomorrow/i.test(source),
  )

const dayOff =
  /^(?:(?:нет|ой|ну|я|мы|а|только|но) )*(?:сегодня|завтра|послезавтра|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|на этой неделе) (?:я |мы |точно |никак )*не (?:могу|можем|смогу|сможем|получится|выйдет|успею|приду|заберу)$|^(?:(?:no|sorry|well|i) )*(?:can't|cannot|won't) (?:make it |come |do )*(?:today|tomorrow|on \S+day|this week)$/
