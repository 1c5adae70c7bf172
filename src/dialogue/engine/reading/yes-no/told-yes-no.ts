import {withoutFillers} from '../../../nlu/fillers.ts'
import {words} from '../../../nlu/tokens.ts'
import type {Found} from '../../../nlu/types.ts'
import {answersToName, asksWhoItIs} from '../names/answers-to-name.ts'
import {wantsDelivery} from './delivery.ts'
import {echoWhole} from './echo.ts'
import {asksIn, mentions, namesOption} from '../field-words.ts'
import {hasAlready, takesOffer} from './own-already.ts'
import {didOrHad, isWilling} from './told-roundabout.ts'
import {toldOutright} from './possession.ts'
import type {Reader} from '../reader.ts'
import {suitsAnotherDay, suitsThen} from '../moments/suits.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

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
  // «Тут человеку плохо, он не дышит» answers nothing.
  if (hints.intents.has('emergency')) return undefined
  if (asksWhoItIs(field, reader.state.lang)) return hints.custom ? undefined : whole(isSomebodyElse(reader, field))
  const knows = experience(reader, field)
  if (knows !== undefined) return whole(knows, 0.85)
  const roundabout = didOrHad(reader, field) ?? isWilling(reader, field)
  if (roundabout !== undefined) return whole(roundabout, 0.8)
  if (hasAlready(reader, field)) return whole(false, 0.85)
  if (takesOffer(reader, field) || offersAnother(reader, field)) return {value: true, from: 0, to: 0, confidence: 0.7, isWhole: true}
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

/** «Бывали у нас?» – «Не раз.», «впервые»; «Знаете о программе?» – «Не в курсе.» */
function experience({utterance, hints}: Reader, {askLine}: ScenarioField): boolean | undefined {
  const ask = asksIn({askLine})
  const text = words(withoutFillers(utterance).utterance.tokens)
  if (hints.isQuestion && !/^(?:а )?(?:что|кто)/.test(text)) return undefined
  const been = /быва|обраща|раньше|ранее|уже (?:были|пользовал)|пользовал|приходил|заказывал|have you|been|before|first time/i.test(ask)
  const heard = /знаете|слышали|слыхали|в курсе|знаком|know|heard|aware/i.test(ask)
  if (
    been &&
    /^(?:(?:да|конечно|бывал[аи]?|были|был[а]?) )*(?:не раз|неоднократно|много раз|несколько раз|пару раз|раза? (?:два|три)|один раз|разок|часто|постоянно|много|once|twice|several times|many times|a few times|yes once|i was there(?: before)?|i(?:'ve| have) been (?:there|before|to you)|last year|a year ago)(?: \S+)?$/.test(
      text,
    )
  )
    return true
  if (
    (been || heard) &&
    /^(?:(?:нет|no|это|it's|my) )*(?:впервые(?: слышу)?|(?:в )?первый раз|ни разу|никогда(?: не \S+)?|my first (?:time|visit)|first (?:time|visit)|never)(?: \S+)?$/.test(
      text,
    )
  )
    return false
  if (
    heard &&
    /^(?:(?:нет|к сожалению|я|no|i) )*(?:не (?:знаю|знала|знал|знаем|слышал[аи]?|в курсе)|понятия не имею|без понятия|no idea|don't know|haven't heard|not aware)(?: \S+){0,2}$/.test(
      text,
    )
  )
    return false
  return heard &&
    /^(?:(?:да|конечно|что[- ]то|вроде|yes|i|i've) )*(?:слышал[аи]?|знаю|знаем|в курсе|знаком[а]?|heard|know)(?: \S+){0,2}$/.test(text)
    ? true
    : undefined
}

/** «Продлить на год?» – «Нет, на год не хочу, на месяц давайте»: a yes to the matter, and no to how much of it. */
const offersAnother = ({utterance: {tokens}, scenario, state}: Reader, {askLine}: ScenarioField): boolean =>
  askLine[state.lang].some(({source}) => /продл|оформ|запис|хотите|желаете|интерес|would you like|renew|shall/i.test(source)) &&
  /(?:^| )(?:нет|не|no|not)(?: |$)/.test(words(tokens)) &&
  tokens.some(
    (token, at) =>
      /^(?:давайте|давай|лучше|хочу|возьму|можно|rather|instead|let's)$/.test(token.text) &&
      tokens[at - 1]?.text !== 'не' &&
      [...scenario.fields.values()].some(
        (field) =>
          field.type === 'enum' && (namesOption(field, tokens.slice(at)) || namesOption(field, tokens.slice(Math.max(0, at - 2), at))),
      ),
  )

const isSomebodyElse = (reader: Reader, field: ScenarioField): false | undefined =>
  // «А она что, вам денег должна?» asks, whoever asks.
  answersToName(reader, field) === false && !reader.hints.isQuestion && !asks.test(words(reader.utterance.tokens)) ? false : undefined

const asks = /(?:^| )(?:что|зачем|почему|кто|сколько|когда|куда|какой|какая|what|why|who)(?: |$)/

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
  /^(?:(?:нет|ой|ну|я|мы|а|только|но) )*(?:сегодня|завтра|послезавтра|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|на этой неделе) (?:я |мы |точно |никак )*не (?:могу|можем|смогу|сможем|получится|выйдет|успею|приду|заберу)$|^(?:(?:нет|ой|ну|я|мы|а|только|но) )*не (?:(?:могу|можем|смогу|сможем|получится|успею|приду) )?(?:сегодня|завтра|послезавтра|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|на этой неделе)$|^(?:(?:no|sorry|well|i) )*(?:can't|cannot|won't|not) (?:make it |come |do )*(?:today|tomorrow|on \S+day|this week)$/
