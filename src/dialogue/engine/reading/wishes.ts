import type {IntentMatch} from '../../nlu/intents.ts'
import type {Token, Utterance} from '../../nlu/types.ts'
import type {FieldReading} from './read-fields.ts'
import type {Edge, Scenario} from '../scenario/scenario.ts'
import {speaks} from './spoken-language.ts'
import type {DialogueState} from '../state.ts'

/** The intents of an utterance as this conversation means them: what a grammar hears in the words alone is not always what is wanted. */
export function wishesIn(scenario: Scenario, state: DialogueState, spoken: Utterance, found: readonly IntentMatch[]): IntentMatch[] {
  const here = found.map((match) => inThisCall(scenario, state, spoken, match))
  return here.filter(
    (match) =>
      !isAskedAbout(match, scenario, spoken) &&
      !isRecording(match, scenario, spoken) &&
      !(match.id === 'wrong_number' && isAboutThings(state, spoken)) &&
      !isPartOfWish(match, here, spoken) &&
      !isHour(match, scenario, state, spoken),
  )
}

/** «Где можно оплатить?» is a question about what «оплачу» promises. */
const isAskedAbout = (match: IntentMatch, scenario: Scenario, {tokens}: Utterance): boolean =>
  isCustom(scenario, match) &&
  match.to - match.from === 1 &&
  /(?:ть|ться|ти|чь)$/.test(tokens[match.from]!.text) &&
  tokens.some(({text}) => /^(?:где|куда|когда|сколько|как|чем|какой|какая|какие)$/.test(text))

/** «А запись будет?», where nothing is booked: a recording. */
const isRecording = ({id, from, to}: IntentMatch, scenario: Scenario, {tokens}: Utterance): boolean =>
  id === 'book' &&
  to - from === 1 &&
  /^запис[ьи]$/.test(tokens[from]!.text) &&
  ![...scenario.states.values()].some((state) => state.edges.some((edge) => edge.on.includes('book'))) &&
  !scenario.global.some((edge) => edge.on.includes('book'))

export const isCustom = ({intents}: Scenario, {id}: IntentMatch): boolean => intents.some((intent) => intent.id === id)

/** Whether something is asked: «сколько стоит стрижка» is, «можно на стрижку завтра» is a wish in the form of a question. */
export function isQuestion(scenario: Scenario, {tokens}: Utterance, matches: readonly IntentMatch[]): boolean {
  if (!matches.some((match) => match.id === 'question')) return false
  if (matches.some((match) => match.id === 'book' || isCustom(scenario, match))) return false
  return asksFacts(tokens) || !mayI.test(tokens.map((token) => token.text).join(' '))
}

const mayI =
  /^(?:(?:а|и|ну|да|алло|здравствуйте|добрый|день|вечер|утро|скажите|подскажите|пожалуйста|хотел|хотела|хочу|бы|узнать|спросить|hi|hello|so|and) )*(?:можно|могу я|могу|can i|could i|may i|can we|could we)(?: |$)/

/** Words that want to be told something. «Как записаться» and "how do I book" want a booking. */
const asksFacts = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({text}, at) =>
      // «Можно ли записаться» is a wish, however it is put.
      (interrogative.test(text) && !(text === 'ли' && /^(?:можно|могу|нельзя)$/.test(tokens[at - 1]?.text ?? ''))) ||
      (text === 'how' && /^(?:much|many|long|far|old|late)$/.test(tokens[at + 1]?.text ?? '')),
  )

const interrogative =
  /^(?:сколько|скольки|почем|где|когда|куда|откуда|какой|какая|какое|какие|каких|какую|каков|кто|что|чем|почему|зачем|ли|есть|what|where|when|which|who|why|what's)$/

const inThisCall = (scenario: Scenario, state: DialogueState, spoken: Utterance, match: IntentMatch): IntentMatch => {
  switch (match.id) {
    case 'correction':
      if (isMisdialled(state, spoken)) return {...match, id: 'wrong_number'}
      return aboutOlderBooking(scenario, state, spoken, match)
    case 'refuse':
      return turningDown(state, spoken, match)
    case 'callback':
      return callingThemselves(spoken, match)
    default:
      return match
  }
}

/** «Я сам перезвоню» asks nobody to call; it is how people take their leave. */
const callingThemselves = ({tokens}: Utterance, match: IntentMatch): IntentMatch =>
  tokens.some(({text}) => /^(?:перезвоню|перезвоним|перенаберу|наберу)$/.test(text)) ||
  /\bi(?:'ll| will) (?:call|ring|phone)(?: you)? (?:back|later|again)/.test(tokens.map(({text}) => text).join(' '))
    ? {...match, id: 'goodbye'}
    : match

/** «Такого нет» to "anything fragile?" is about things; nobody of the name being there is said when we ask for them. */
const isAboutThings = ({pending, counters}: DialogueState, {text}: Utterance): boolean =>
  pending.kind === 'ask' && counters.turns > 2 && /так(?:ого|их|ой)/.test(text)

/** «Извините, ошиблась» in place of a first word. */
const isMisdialled = ({counters, fields}: DialogueState, {tokens}: Utterance): boolean =>
  counters.turns <= 1 &&
  tokens.length <= 4 &&
  tokens.some(({text}) => /^ошиб(?:ся|лась|лись)$/.test(text)) &&
  Object.values(fields).every((field) => field.value === undefined)

/** «отменить запись» names a booking and asks for none. */
const isPartOfWish = ({id, from, to}: IntentMatch, heard: readonly IntentMatch[], {tokens}: Utterance): boolean =>
  id === 'book' &&
  heard.some((match) => match.id === 'cancel' || match.id === 'correction' || match.id === 'handoff') &&
  tokens.slice(from, to).every(({text}) => booking.test(text))

const booking = /^(?:запис[ьию]\p{L}*|брон[ьию]\p{L}*|визит\p{L}*|прием\p{L}*|столик\p{L}*|appointment|booking|reservation|visit)$/u

/**
 * «Перенесите мою запись» before anything was booked here is about an older booking, which this call knows nothing of. Where the flow
 * would just hang up on a cancellation, a person is wanted.
 */
function aboutOlderBooking(scenario: Scenario, state: DialogueState, {tokens}: Utterance, match: IntentMatch): IntentMatch {
  if (Object.values(state.fields).some((field) => field.value !== undefined)) return match
  const moves =
    tokens.some(({text}) => /^(?:перенес|перезапис|перепис|reschedul|move)/.test(text)) && tokens.some(({text}) => booking.test(text))
  if (!moves) return match
  const edge = edgesOn(scenario, state, 'cancel')[0]
  return {...match, id: edge && scenario.states.get(edge.to)!.type === 'end' ? 'handoff' : 'cancel'}
}

const edgesOn = ({states, global}: Scenario, {state}: DialogueState, intent: string): Edge[] =>
  [...(states.get(state)?.edges ?? []), ...global].filter((edge) => edge.on.includes(intent))

/** «Не надо» to «Записать номер, с которого вы звоните?» turns that down, and not the whole call. */
const turningDown = ({pending}: DialogueState, {text}: Utterance, match: IntentMatch): IntentMatch =>
  (pending.kind === 'confirm' || pending.kind === 'choose') && !isFirm(text) ? {...match, id: 'deny'} : match

/** A refusal of the matter itself, not of what was asked last. */
export const isFirm = (text: string): boolean =>
  /интерес|отказ|передумал|обойд[уе]|обойдёмся|исключено|категорич|неактуальн|не актуальн|отстань|not interested|no interest|changed my mind/i.test(
    text,
  )

/** «Попозже», asked for a time, is a time of a kind; nobody wants to be called back. */
const isHour = ({id, from, to}: IntentMatch, {fields}: Scenario, {pending}: DialogueState, {tokens}: Utterance): boolean => {
  const asked = pending.kind === 'ask' ? fields.get(pending.field) : undefined
  return (
    id === 'callback' &&
    (asked?.type === 'time' || asked?.type === 'date') &&
    tokens.slice(from, to).every(({text}) => laterWords.test(text)) &&
    tokens.every(({text}) => laterWords.test(text) || /^(?:а|ну|мне|нам|чуть|немного|в|другой|другое|раз|день|время)$/.test(text))
  )
}

const laterWords = /^(?:(?:по)?позже|потом|давайте|давай|можно|лучше|может|чуть|ну|в|другой|другое|раз|время|later|maybe|a|bit)$/

/** Wishes nobody may overlook, whatever else the same words may mean. */
const pressing = new Set([
  'emergency',
  'injection',
  'do_not_call',
  'wrong_number',
  'voicemail',
  'handoff',
  'callback',
  'cancel',
  'switch_language',
  'are_you_robot',
  'goodbye',
  'repeat',
  'hold',
])

/** What stays a wish inside a free answer. «Хамят на кассе» is content there, no complaint to be acted on. */
const withinText = new Set(['emergency', 'do_not_call', 'handoff', 'injection'])

interface Setting {
  readonly scenario: Scenario
  readonly state: DialogueState
  readonly spoken: Utterance
  /** Something is wanted in the same breath: a booking, an intent of the flow's own. */
  readonly isBusiness: boolean
}

/** Words that gave a value are no intent too: «на час» asks nobody to wait. */
export function isMeant(
  {id, from, to}: IntentMatch,
  {commands, explained, isText}: FieldReading,
  {state, scenario: {rules}, spoken, isBusiness}: Setting,
): boolean {
  if (id === 'complaint' && !isGrave(spoken.text) && (isText || commands.some((command) => command.kind === 'set') || isBusiness))
    return false
  // «Перенёс инфаркт», «задыхаюсь при беге» answer a question about one's health.
  if (isText && id === 'emergency' && isHistory.test(spoken.text)) return false
  if (isText) return withinText.has(id) || rules.some((rule) => rule.intents.includes(id))
  const overlap = range(from, to).filter((at) => explained.has(at)).length
  // «На английский» is the subject to learn where one can be chosen.
  if (id === 'switch_language' && overlap > 0 && !speaks(spoken.text)) return false
  // "I already have my permit" answers what is asked, and refuses nothing.
  if (id === 'refuse' && overlap > 0 && commands.some((command) => command.kind === 'set') && !isFirm(spoken.text)) return false
  // «Горит чек» is an option of the car service, and no fire.
  if (id === 'emergency' && overlap === to - from && commands.some((command) => command.kind === 'set')) return false
  if (commands.length === 0 || pressing.has(id) || (id === 'refuse' && isFirm(spoken.text))) return true
  if (overlap === to - from && id !== 'correction') return false
  // Politeness around a value says nothing of its own.
  return !(state.pending.kind === 'ask' && (id === 'greeting' || id === 'thanks'))
}

const isHistory =
  /(?:^| )(?:перен[её]с(?:ла|ли)?|был[аио]?|бывает|бывают|раньше|давно|в прошлом|после|при (?:беге|ходьбе|нагрузк\S+|подъ[её]ме)|хронич\S+|когда (?:бегаю|хожу)|had|history of|used to|last year)(?: |$)/

/** A complaint about us. «Машина сломалась», «ужасно скрипят тормоза» are what a repairer is called for. */
export const isGrave = (text: string): boolean =>
  /жал(?:об|ова|уюсь)|безобраз|обман|верните|хам(?:ств|ит|ят)|нахам|груб|претензи|недовол|отвратит|возмут|кошмар|позор|суд|прокурат|роспотреб|complain|refund|unacceptable|rude|manager|lawyer|disgust|ripped off/i.test(
    text,
  )

/** «А вы робот?» and «можно оператора?» are questions in form only; «подождите, а сколько это стоит» is no wish to wait. */
export function isOutranked(match: IntentMatch, heard: readonly IntentMatch[], scenario: Scenario, {tokens}: Utterance): boolean {
  const question = heard.find((each) => each.id === 'question')
  const isReal = question !== undefined && asksFacts(tokens)
  if (match.id === 'hold') return isReal && (question.from >= match.to || question.to <= match.from)
  if (match.id !== 'question') return false
  return heard.some(
    (each) =>
      (outrankQuestions.has(each.id) && !(each.id === 'hold' && isReal)) ||
      (isCustom(scenario, each) && each.from <= match.from && each.to >= match.to) ||
      (each.id === 'book' && !asksFacts(tokens) && match.from <= each.from && each.from - match.to <= 2),
  )
}

const outrankQuestions = new Set([
  'are_you_robot',
  'cant_hear',
  'repeat',
  'slower',
  'callback',
  'handoff',
  'switch_language',
  'cancel',
  'hold',
  'do_not_call',
  'injection',
])

const range = (from: number, to: number): number[] => Array.from({length: Math.max(0, to - from)}, (_, index) => from + index)
