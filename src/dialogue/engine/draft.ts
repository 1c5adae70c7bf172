import type {LineId} from '../../skillbase/schema/line-ids.ts'
import type {Lang, LocalDateTime} from '../nlu/types.ts'
import {speakable} from '../speech/index.ts'
import type {Act, Effect, Trace} from './act.ts'
import type {Value} from './command.ts'
import {type Line, noLine, wordingsFor} from './scenario/line.ts'
import type {Scenario} from './scenario/scenario.ts'
import type {DialogueState, FieldState} from './state.ts'
import {FieldValue, type Template, type TemplateVars, type Voice} from './scenario/template.ts'
import {dataVoice, spokenVoice} from './voice.ts'

/** A turn in the making. The state is replaced, never changed in place, so a snapshot taken before the turn stays true. */
export interface Draft {
  readonly scenario: Scenario
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly local: LocalDateTime
  state: DialogueState
  readonly acts: Act[]
  readonly effects: Effect[]
  readonly trace: Trace[]
  /** The values that were acknowledged in this turn, and the act that says them. */
  echo?: {readonly act: string; readonly fields: readonly string[]}
}

export function patch(draft: Draft, change: Partial<DialogueState>): void {
  draft.state = {...draft.state, ...change}
}

export function patchField(draft: Draft, id: string, change: Partial<FieldState>): void {
  const {fields} = draft.state
  patch(draft, {fields: {...fields, [id]: {...fields[id]!, ...change}}})
}

/** Forgets what a field held, keeps how often it was tried. */
export function clearField(draft: Draft, id: string): void {
  const {attempts, noInput, asked} = draft.state.fields[id]!
  patch(draft, {fields: {...draft.state.fields, [id]: {status: 'empty', attempts, noInput, asked}}})
}

export function count(draft: Draft, ...names: readonly (keyof DialogueState['counters'])[]): void {
  const counters = {...draft.state.counters}
  for (const name of names) counters[name]++
  patch(draft, {counters})
}

export function flag(draft: Draft, name: string): void {
  patch(draft, {flags: {...draft.state.flags, [name]: true}})
}

export function note(draft: Draft, step: string, detail: string): void {
  draft.trace.push({step, detail})
}

export const isAccepted = (field: FieldState | undefined): boolean => field?.status === 'accepted' || field?.status === 'confirmed'

/** Known as far as the flow is concerned, even if a summary has still to read it back. */
export const isKnown = (field: FieldState | undefined): boolean => isAccepted(field) || field?.status === 'held'

/** Values that may be used: accepted or confirmed. */
export function acceptedValues(state: DialogueState): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const [id, field] of Object.entries(state.fields)) if (isAccepted(field) && field.value !== undefined) values[id] = field.value
  return values
}

interface Saying {
  readonly kind: Act['kind']
  readonly key: string
  readonly value?: string
  readonly rephrase?: boolean
  readonly interruptible?: boolean
}

/** Says one of a line's wordings, turning through them. Says nothing where nothing is worded. */
export function sayLine(
  draft: Draft,
  line: Line,
  {kind, key, value = '', rephrase = false, interruptible = true}: Saying,
  builtIn: Line = noLine,
): string {
  const wordings = wordingsFor(line, draft.state.lang, builtIn)
  if (wordings.length === 0) return ''
  const times = draft.state.said[key] ?? 0
  const template = wordings[(variantOffset(draft, wordings.length) + times) % wordings.length]!
  const text = spoken(draft, template, value) ?? spokenBuiltIn(draft, template, builtIn, value)
  if (text === '') return ''
  patch(draft, {said: {...draft.state.said, [key]: times + 1}})
  draft.acts.push({id: `${draft.state.seq}:${draft.acts.length}`, kind, key, text, interruptible, rephrase})
  return text
}

const fixed = {ru: new WeakMap<Template, string>(), en: new WeakMap<Template, string>()}

/** A template as it is spoken; nothing when it cannot be rendered. One without variables is always the same, and most are. */
function spoken(draft: Draft, template: Template, value: string): string | undefined {
  const {lang} = draft.state
  const known = fixed[lang].get(template)
  if (known !== undefined) return known
  const rendered = heard(draft, template, value)
  if (rendered === undefined) return undefined
  const text = capital(speakable(rendered, {lang}))
  if (template.variables.length === 0) fixed[lang].set(template, text)
  return text
}

/** What a wording of the author that cannot be rendered is replaced with: a caller who waits for a question gets one. */
function spokenBuiltIn(draft: Draft, failed: Template, builtIn: Line, value: string): string {
  const [template] = builtIn[draft.state.lang]
  return template === undefined || template === failed ? '' : (spoken(draft, template, value) ?? '')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Says one of the engine's own lines, in the skillbase's wording where it has one. */
export function say(draft: Draft, id: LineId, options: Partial<Saying> = {}): string {
  const line = draft.scenario.lines.get(id)
  return line ? sayLine(draft, line.own, {kind: 'say', key: `line.${id}`, ...options}, line.builtIn) : ''
}

/** The text of one of the engine's own lines, for use inside another. */
export function lineText(draft: Draft, id: LineId, value = ''): string {
  const line = draft.scenario.lines.get(id)
  const template = line && wordingsFor(line.own, draft.state.lang, line.builtIn)[0]
  return template ? render(draft, template, value) : ''
}

// The first wording is the author's favourite: only later calls of a campaign should differ, so the seed shifts nothing but long lists.
const variantOffset = (draft: Draft, length: number): number => (length > 2 ? draft.state.seed % length : 0)

/** A template as it is heard; nothing when it cannot be rendered. */
export const render = (draft: Draft, template: Template, value = ''): string => heard(draft, template, value) ?? ''

const heard = (draft: Draft, template: Template, value: string): string | undefined =>
  attempt(draft, template, value, spokenVoice(draft.scenario, draft.state.lang, draft.local.date))?.trim()

/** A template filled with bare values, for requests; nothing when it cannot be rendered. */
export const renderData = (draft: Draft, template: Template): string | undefined => attempt(draft, template, '', dataVoice)

/** No line of an author ends a call: what cannot be rendered is noted, and whoever wanted to say it says something else. */
function attempt(draft: Draft, template: Template, value: string, voice: Voice): string | undefined {
  try {
    return template.render(variables(draft.scenario, draft.state, value), voice)
  } catch (error) {
    note(draft, 'template', `cannot be rendered: ${template.source}: ${(error as Error).message.split('\n')[0]}`)
    return undefined
  }
}

function variables(scenario: Scenario, state: DialogueState, value: string): TemplateVars {
  // What is held is there to be read out, and for nothing else.
  const known = Object.entries(state.fields).filter(([, field]) => isKnown(field) && field.value !== undefined)
  const f = Object.fromEntries(known.map(([id, field]) => [id, new FieldValue(id, field.value!)]))
  const {name, role, company, gender} = scenario.persona
  return {
    f,
    facts: factsFor(scenario, state.lang),
    tool: state.tools,
    persona: {name, role, company, gender},
    contact: state.contact,
    caller: state.caller,
    lang: state.lang,
    value,
  }
}

/** Facts in the caller's language, in the other one where there is no translation. */
export function factsFor(scenario: Scenario, lang: Lang): Readonly<Record<string, string>> {
  const known = knownFacts.get(scenario) ?? {
    ru: {...scenario.facts.en, ...scenario.facts.ru},
    en: {...scenario.facts.ru, ...scenario.facts.en},
  }
  knownFacts.set(scenario, known)
  return known[lang]
}

const knownFacts = new WeakMap<Scenario, Readonly<Record<Lang, Readonly<Record<string, string>>>>>()
