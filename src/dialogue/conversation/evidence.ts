import type {Value} from '../engine/command.ts'
import type {ScenarioField} from '../engine/scenario/scenario.ts'
import {asksWhoItIs} from '../engine/reading/names/answers-to-name.ts'
import {mentionsField} from '../engine/reading/field-words.ts'
import {extractDate} from '../nlu/date.ts'
import {extractEmail} from '../nlu/email.ts'
import {extractPhone} from '../nlu/phone.ts'
import {stemKeys} from '../nlu/stem.ts'
import {extractTime} from '../nlu/time.ts'
import {tokenize, utterance} from '../nlu/tokens.ts'
import type {Found, Token, Utterance} from '../nlu/types.ts'
import {extractYesNo} from '../nlu/yes-no.ts'
import {deniedIn} from './guard/negation.ts'
import {saysSomething} from './content-words.ts'
import {hintsAtDay, hintsAtHour, hintsAtNumber, numbersIn} from './hints.ts'
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
      return says(extractDate(spoken, where), 'date', value) ? 'said' : hinted(hintsAtDay(tokens, String(value), context.now.date))
    case 'time':
      return says(extractTime(spoken, where), 'time', value) ? 'said' : hinted(hintsAtHour(tokens, String(value)))
    case 'phone':
      return says(extractPhone(spoken, where), 'phone', value) ? 'said' : undefined
    case 'email':
      return says(extractEmail(spoken, where), 'email', value) ? 'said' : hinted(/@|собак|(?:^| )at(?: |$)/.test(said))
    case 'number':
      return numbersIn(tokens).includes(Number(value)) ? 'said' : hinted(hintsAtNumber(tokens, Number(value)))
    case 'enum':
      return namesOption(field, value, tokens)
    case 'yesno':
      return hinted(isAwaited(field, context) && leansTo(value === true, field, spoken, context))
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

/**
 * Words from which a value may be guessed that they do not name («зарос совсем»): they have content, and the rules have not found them to be
 * about something else, a question or a wish about the call.
 */
export const mayBeMeant = ({said, heard = []}: ReadContext): boolean =>
  saysSomething(said) && heard.every(({kind}) => besideValues.has(kind))

const besideValues: ReadonlySet<string> = new Set([
  'set',
  'partial',
  'intent',
  'affirm',
  'deny',
  'unsure',
  'dont_know',
  'greeting',
  'thanks',
])

/**
 * A yes or no that the rules did not hear: our grammar reads it all the same, or the words lean that way or speak of what was asked. «Погода
 * хорошая» is neither, whatever a model makes of it, and who is on the line is nobody's to guess.
 */
function leansTo(isYes: boolean, field: ScenarioField, spoken: Utterance, {now, lang}: ReadContext): boolean {
  const heard = extractYesNo(spoken, {now, asked: true})?.value.yesno
  if (heard !== undefined && heard !== 'unsure') return heard === (isYes ? 'yes' : 'no')
  if (asksWhoItIs(field, lang)) return false
  if (heard === undefined && isYes && leaning.test(spoken.text.toLowerCase())) return true
  return mentionsField(field, spoken.tokens) && isYes === (deniedIn(spoken.text).length === 0)
}

/** A yes, or half of one. */
export function leansToYes(spoken: Utterance, now: ReadContext['now']): boolean {
  const heard = extractYesNo(spoken, {now, asked: true})?.value.yesno
  return heard === undefined ? leaning.test(spoken.text.toLowerCase()) : heard !== 'no'
}

/** Half a yes: «ну допустим», "I suppose". */
const leaning = /(?<!\p{L})(?:допустим|положим|предположим|пусть|suppose|guess)(?!\p{L})/u

const hinted = (isSo: boolean): Evidence | undefined => (isSo ? 'hinted' : undefined)

const isAwaited = ({id}: ScenarioField, {state: {pending}}: ReadContext): boolean => 'field' in pending && pending.field === id

/** One of the readings of what was said is the value. */
const says = (found: Found<object> | undefined, key: string, value: Value): boolean =>
  found !== undefined && [found.value, ...(found.alts ?? [])].some((each) => (each as Record<string, unknown>)[key] === value)

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

const changing =
  /(?<!\p{L})(?:нет|не то|не та|не тот|не так|ой|лучше|точнее|вернее|ещ[её]|также|добав\S*|ошиб\S*|перепутал\S*|передумал\S*|поменя\S*|исправ\S*|неправильн\S*|неверн\S*|no|not|wrong|mistake|change\S*|actually|oops|rather|also|add)(?!\p{L})/u
