import type {Value} from '../engine/command.ts'
import type {ScenarioField} from '../engine/scenario/scenario.ts'
import {mentionsField} from '../engine/reading/field-words.ts'
import {extractDate} from '../nlu/date.ts'
import {extractEmail} from '../nlu/email.ts'
import {extractPhone} from '../nlu/phone.ts'
import {numeral, readNumber} from '../nlu/numerals.ts'
import {stemKeys} from '../nlu/stem.ts'
import {extractTime} from '../nlu/time.ts'
import {tokenize, utterance} from '../nlu/tokens.ts'
import type {Found, Token} from '../nlu/types.ts'
import {type Evidence, isMadeOf} from './made-of.ts'
import type {ReadContext} from './read-context.ts'
import {standsThere} from './standing.ts'

/** What in the caller's own words speaks for a value that a model read in them; nothing when none of them does. */
export function evidenceFor(field: ScenarioField, value: Value, context: ReadContext): Evidence | undefined {
  const {said, lang} = context
  const tokens = tokenize(said)
  const spoken = utterance(said, lang)
  const where = {now: context.now, asked: isAwaited(field, context), past: field.past, region: field.region ?? 'RU'}
  switch (field.type) {
    case 'date':
      return says(extractDate(spoken, where), 'date', value) ? 'said' : hinted(hintsAtDay(tokens, String(value)))
    case 'time':
      return says(extractTime(spoken, where), 'time', value) ? 'said' : hinted(hintsAtHour(tokens, String(value)))
    case 'phone':
      return says(extractPhone(spoken, where), 'phone', value) ? 'said' : undefined
    case 'email':
      return says(extractEmail(spoken, where), 'email', value) ? 'said' : hinted(/@|собак|(?:^| )at(?: |$)/.test(said))
    case 'number':
      return numbersIn(tokens).includes(Number(value)) ? 'said' : hinted(tokens.some(({text}) => countWord.test(text)))
    case 'enum':
      return namesOption(field, value, tokens)
    case 'yesno':
      return hinted(isAwaited(field, context))
    case 'person_name':
    case 'address':
      return standsThere(field.type, value, spoken, where)
    case 'text':
      return isMadeOf(String(value), said) ? 'said' : undefined
  }
}

/** What is known is not given up on a model's word alone: the caller speaks of it, or says that something is to be another. */
export const speaksOfChange = (field: ScenarioField, said: string): boolean =>
  mentionsField(field, tokenize(said)) || changing.test(said.toLowerCase())

/** Nothing in them but yes, no or the like: no content for a value, whatever a model makes of it. */
export const isBareAnswer = (said: string): boolean => tokenize(said).every(({text}) => bareAnswer.test(text))

const hinted = (isSo: boolean): Evidence | undefined => (isSo ? 'hinted' : undefined)

const isAwaited = ({id}: ScenarioField, {state: {pending}}: ReadContext): boolean => 'field' in pending && pending.field === id

/** One of the readings of what was said is the value. */
const says = (found: Found<object> | undefined, key: string, value: Value): boolean =>
  found !== undefined && [found.value, ...(found.alts ?? [])].some((each) => (each as Record<string, unknown>)[key] === value)

const hintsAtDay = (tokens: readonly Token[], date: string): boolean =>
  tokens.some(({text}) => dayWord.test(text)) || numbersIn(tokens).includes(Number(date.slice(8)))

const hintsAtHour = (tokens: readonly Token[], time: string): boolean => {
  const hour = Number(time.slice(0, 2))
  return tokens.some(({text}) => hourWord.test(text)) || numbersIn(tokens).some((number) => number % 12 === hour % 12 && number <= 24)
}

const numbersIn = (tokens: readonly Token[]): number[] =>
  tokens.flatMap((token, at) => {
    const lang = numeral(token, 'ru') ? 'ru' : 'en'
    const read = readNumber(tokens, at, lang)
    return read ? [read.value] : []
  })

/** Named whole, or by a word that only its name has; a name that is turned down speaks for nothing. */
function namesOption({choices}: ScenarioField, value: Value, tokens: readonly Token[]): Evidence | undefined {
  const heard = new Set(tokens.flatMap(({text}, at) => (isTurnedDown(tokens, at) ? [] : stemKeys(text))))
  const choice = choices.find(({id}) => id === value)
  const names = [...(choice?.ru ?? []), ...(choice?.en ?? [])].map((name) => tokenize(name).map(({text}) => text))
  const hears = (word: string) => stemKeys(word).some((stem) => heard.has(stem))
  if (names.some((words) => words.length > 0 && words.every(hears))) return 'said'
  return hinted(names.some((words) => words.some((word) => word.length > 3 && hears(word))))
}

const isTurnedDown = (tokens: readonly Token[], at: number): boolean => /^(?:не|без|ни|not|no|without)$/.test(tokens[at - 1]?.text ?? '')

const dayWord =
  /^(?:сегодня|(?:после)?завтра|недел|месяц|понедел|вторник|сред[аыу]$|четверг|пятниц|суббот|воскрес|выходн|будн|январ|феврал|март|апрел|ма[йяею]$|июн|июл|август|сентябр|октябр|ноябр|декабр|праздник|today|tomorrow|tonight|week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may$|june|july|august|september|october|november|december)/
const hourWord =
  /^(?:час|пол(?:день|удн|ночь|овин)|утр|веч|дн[её]м$|дня$|ночь|обед|позже|попозже|пораньше|раньше|рано|noon|midnight|morning|evening|afternoon|later|earlier|hour|o'clock)/
const countWord =
  /^(?:пар[ауые]|пароч|нескольк|больше|меньше|один|одно|сам|оба|обе|вдвоем|втроем|вчетвером|семь(?:ей|я|ю)|жен|муж|ребен|дет|couple|few|more|less|alone|myself|both|wife|husband|kids?)/
const changing =
  /(?<!\p{L})(?:нет|не то|не та|не тот|не так|ой|лучше|точнее|вернее|ещ[её]|также|добав\S*|ошиб\S*|перепутал\S*|передумал\S*|поменя\S*|исправ\S*|неправильн\S*|неверн\S*|no|not|wrong|mistake|change\S*|actually|oops|rather|also|add)(?!\p{L})/u
const bareAnswer = /^(?:да|нет|не|ага|угу|ок|окей|хорошо|ладно|верно|yes|no|yeah|nope|ok|okay|sure|right)$/
