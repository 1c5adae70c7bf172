import {splitCorrection} from '../../nlu/correction.ts'
import type {ExtractContext, Found, LocalDateTime, Token, Utterance} from '../../nlu/types.ts'
import type {Command, Value} from '../command.ts'
import type {Scenario, ScenarioField} from '../scenario/scenario.ts'
import type {DialogueState} from '../state.ts'
import {openWindow} from '../validate.ts'
import type {Unwanted} from './wishes/unwanted.ts'

export interface ReadingHints {
  /** Ids of the intents heard. */
  readonly intents: ReadonlySet<string>
  /** An intent of the skillbase's own was heard. */
  readonly custom: boolean
  /** A question names things without wanting them: «сколько стоит стрижка» is no booking yet. */
  readonly isQuestion: boolean
  /** Something said before is to be changed: the field named is as good as asked for. */
  readonly wantsChange: boolean
  /** The turn begins by turning something down. */
  readonly denies: boolean
  /** The turn agrees, perhaps to all but one thing. */
  readonly agrees: boolean
  /** All of it is yes, no or about the call: no content for a free answer. */
  readonly isOnlyTalk: boolean
  /** A wish of the skillbase's own leads on from here: an open question is left unanswered. */
  readonly turnsAside: boolean
  /** The one thing that was turned down by its name. */
  readonly unwanted: Unwanted | undefined
}

/** The reading of one utterance: what was found so far, and the words that are left. */
export interface Reader {
  readonly scenario: Scenario
  readonly state: DialogueState
  readonly now: LocalDateTime
  /** The field the caller was asked for, or named to be changed. */
  readonly asked: ScenarioField | undefined
  readonly hints: ReadingHints
  readonly commands: Command[]
  readonly explained: Set<number>
  readonly done: Set<string>
  utterance: Utterance
  /** The utterance as it was before days and hours were taken out of it. */
  timed?: Utterance
}

/** Words that made a value are used up: the digits of a phone are not also a time. */
export function claim(reader: Reader, found: Found<unknown>): void {
  explain(reader, found)
  const {from, to} = found
  reader.utterance = {...reader.utterance, tokens: blanked(reader.utterance.tokens, {from, to})}
}

/** Words that are understood and may still belong to another value: the "no" of «завтра не получится» denies the day as well. */
export function explain(reader: Reader, {from, to}: Found<unknown>): void {
  for (let at = from; at < to; at++) reader.explained.add(at)
}

export const blanked = (tokens: readonly Token[], {from, to}: {readonly from: number; readonly to: number}): Token[] =>
  tokens.map((token, at) => (at >= from && at < to ? {...token, text: used} : token))

/** No word: grammars neither match it nor read past it. */
export const used = '\u0000'

export const rawOf = ({utterance}: Reader, {from, to}: Found<unknown>): string =>
  utterance.tokens
    .slice(from, to)
    .map((token) => token.raw)
    .join(' ')

export function push(reader: Reader, field: ScenarioField, found: Found<unknown>, value: Value, alts: readonly Value[], raw: string): void {
  reader.done.add(field.id)
  const all = [...new Set([value, ...alts])]
  reader.commands.push({
    source: 'rule',
    confidence: found.confidence,
    kind: 'set',
    field: field.id,
    value,
    alts: all.length > 1 ? all : [],
    raw,
    corrected: found.corrected === true,
  })
}

export const contextOf = (reader: Reader, field: ScenarioField, asked: boolean): ExtractContext => ({
  now: reader.now,
  asked,
  past: field.isBirth,
  region: field.region ?? 'RU',
  options: field.choices,
  window: field.type === 'time' ? hourWindow(reader, field) : undefined,
})

/** Half past six of which half of the day: as the hours are open, narrowed by what was said of the part of the day. */
function hourWindow({scenario, state}: Reader, field: ScenarioField) {
  const date = [...scenario.fields.values()].find((each) => each.type === 'date' && !each.past)
  const known = date && state.fields[date.id]!.value
  return (
    dayParts[state.fields[field.id]!.partial?.dayPart ?? ''] ??
    chosenPart({scenario, state}) ??
    openWindow(scenario, field, known === undefined ? undefined : String(known))
  )
}

/** «Утром, днём или вечером?» – «По утрам.»: the hour asked for next is one of the morning. */
function chosenPart({scenario, state}: Pick<Reader, 'scenario' | 'state'>) {
  for (const {id, type, choices} of scenario.fields.values()) {
    const chosen = type === 'enum' ? choices.find((choice) => choice.id === state.fields[id]!.value) : undefined
    const names = chosen ? [...(chosen.ru ?? []), ...(chosen.en ?? []), chosen.id] : []
    const part = names.map((name) => partNamed.find(([pattern]) => pattern.test(name))?.[1]).find((each) => each !== undefined)
    if (part !== undefined) return dayParts[part]
  }
  return undefined
}

/** Whole names: the «ночная» of shifts says nothing about the hour of a visit. */
const partNamed: readonly (readonly [RegExp, string])[] = [
  [/^(?:утро|утром|с утра|in the morning|morning)$/i, 'morning'],
  [/^(?:день|дн[её]м|in the afternoon|afternoon|day)$/i, 'day'],
  [/^(?:вечер|вечером|in the evening|evening)$/i, 'evening'],
]

const halves: readonly (readonly [RegExp, string])[] = [
  [/^(?:утр|morning|am$)/, 'morning'],
  [/^(?:дн[яе]|afternoon)/, 'day'],
  [/^(?:вечер|evening|pm$)/, 'evening'],
  [/^(?:ноч|night)/, 'night'],
]

/** The part of the day that a word is of, as `dayParts` names it. */
export const halfOf = (word: string): string | undefined => halves.find(([pattern]) => pattern.test(word))?.[1]

/** Minutes since midnight. */
export const dayParts: Readonly<Record<string, {readonly from: number; readonly to: number}>> = {
  morning: {from: 360, to: 779},
  day: {from: 720, to: 1079},
  afternoon: {from: 720, to: 1079},
  evening: {from: 960, to: 1439},
  night: {from: 0, to: 359},
}

export const strings = (value: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** «не шесть, а восемь»: the "no" belongs to the value, not to a question. */
export const isAboutValue = ({tokens}: Utterance): boolean => splitCorrection(tokens)?.kind === 'negated'

/** Whether the state collects the field. */
export const isHere = ({scenario, state}: Reader, {id}: ScenarioField): boolean => scenario.states.get(state.state)!.collect.includes(id)
