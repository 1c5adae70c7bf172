import {localTime} from '../engine/local-time.ts'
import type {Aids} from '../engine/reduce.ts'
import type {Scenario} from '../engine/scenario/scenario.ts'
import type {DialogueState} from '../engine/state.ts'
import {takeTurn, type Turn} from '../engine/turn.ts'
import type {Understanding} from '../engine/reading/understand.ts'
import {speakable} from '../speech/index.ts'
import {isUnanswered} from './guard/at-a-loss.ts'
import {guard, mayReword} from './guard/guard.ts'
import {mergeCommands} from './merge.ts'
import {timed} from './timed.ts'
import type {DialogueModel, ModelRequest, ModelUse, SaidByCaller} from './ports.ts'

/** A turn of the caller, worked out with a model's help; by rules alone as far as that help was late, wrong or not wanted. */
export interface HelpedTurn {
  readonly turn: Turn
  readonly understanding: Understanding
  readonly text: string
  /** Microseconds in the engine. */
  readonly engineUs: number
  readonly model?: ModelUse
  readonly modelFault?: string
}

export interface HelpOptions {
  readonly scenario: Scenario
  readonly state: DialogueState
  readonly input: SaidByCaller
  readonly rules: Understanding
  readonly passages: Aids['passages']
  readonly mode: 'assist' | 'full'
  readonly model: DialogueModel
  readonly deadlineMs: number
  /** Aborted when the caller hangs up: nobody waits for the model any more. */
  readonly gone: AbortSignal
}

/** At most one round trip: to understand, to understand and answer, or to phrase. Never rejects because of the model. */
export async function helpedTurn(options: HelpOptions): Promise<HelpedTurn> {
  let engineUs = 0
  const within = <Value>(work: () => Value): Value => {
    const {value, us} = timed(work)
    engineUs += us
    return value
  }
  const done = await workedOut(options, (understanding, faults) =>
    within(() => takeTurn(options.scenario, withFaults(options.state, faults), options.input, {understanding, passages: options.passages})),
  )
  return {...done, engineUs}
}

type Take = (understanding: Understanding, faults: number) => Turn
type Untimed = Omit<HelpedTurn, 'engineUs'>

async function workedOut(options: HelpOptions, take: Take): Promise<Untimed> {
  const {scenario, state, input, rules, mode, model} = options
  const faults = state.counters.llmFail
  const plain = take(rules, faults)
  const asIs = {turn: plain, understanding: rules, text: plain.text}
  const request: ModelRequest = {state, understanding: rules, now: input.now, deadlineMs: options.deadlineMs}

  // Noise needs no second opinion.
  if (rules.utterance.tokens.length === 0) return asIs
  const couldAnswer = mode === 'full' && isUnanswered(plain) && model.facts(plain.state.lang).length > 0
  if (couldAnswer || needsModel(scenario, state, rules)) {
    const {value: reading, fault, use} = await ask(options, (signal) => model.understand({...request, reply: mode === 'full'}, signal))
    if (!reading) return {...asIs, turn: take(rules, faults + 1), model: use, modelFault: fault}
    const commands = mergeCommands(scenario, rules.commands, reading.commands)
    const {turn, understanding} = helped(plain, rules, commands, (each) => take(each, 0))
    return worded({turn, understanding, text: turn.text, model: use}, reading.reply, options)
  }
  if (mode !== 'full' || !mayReword(plain)) return asIs
  const {value: phrase, fault, use} = await ask(options, (signal) => model.phrase({...request, turn: plain}, signal))
  if (!phrase) return {...asIs, turn: counting(plain, faults + 1), model: use, modelFault: fault}
  return worded({...asIs, turn: counting(plain, 0), model: use}, phrase.text, options)
}

const urgent: ReadonlySet<string> = new Set(['emergency', 'do_not_call', 'wrong_number', 'voicemail', 'injection', 'rule'])

/** Rules that explain the turn need no help; free text and half-explained turns do. What must never wait does not wait. */
function needsModel(scenario: Scenario, {pending}: DialogueState, {commands, cover}: Understanding): boolean {
  if (commands.some(({kind}) => urgent.has(kind))) return false
  const asksText = pending.kind === 'ask' && scenario.fields.get(pending.field)?.type === 'text'
  return cover < 0.6 || commands.length === 0 || asksText
}

/**
 * The turn with what the model understood, unless that alone would end the call or agree in the caller's place: then with the values it
 * read, or without it.
 */
function helped(
  plain: Turn,
  rules: Understanding,
  commands: Understanding['commands'],
  take: (understanding: Understanding) => Turn,
): {readonly turn: Turn; readonly understanding: Understanding} {
  const readings = [commands, commands.filter(({source, kind}) => source !== 'llm' || kind === 'set')]
  for (const [index, reading] of readings.entries()) {
    const understanding = {...rules, commands: reading}
    const turn = take(understanding)
    // A flow that is complete with the last value ends by itself.
    const isEnd = index === 0 && turn.state.ending !== undefined && !plain.state.ending
    if (!isEnd && !confirmsMore(turn, plain)) return {turn, understanding}
  }
  return {turn: take(rules), understanding: rules}
}

const confirmsMore = ({state}: Turn, plain: Turn): boolean =>
  Object.entries(state.fields).some(([id, {status}]) => status === 'confirmed' && plain.state.fields[id]!.status !== 'confirmed')

/** The model's words in place of the engine's, when they say nothing else. */
function worded(done: Untimed, reply: string | undefined, {scenario, state, model, input}: HelpOptions): Untimed {
  const {turn} = done
  if (reply === undefined || !mayReword(turn)) return done
  const {lang} = turn.state
  const line = reply.replaceAll(/\s+/g, ' ').trim()
  const now = localTime(input.now, scenario.timezone)
  const fault = guard(line, {scenario, turn, said: input.text, now, prompt: model.prompt(lang), facts: model.facts(lang)})
  if (fault) return {...done, turn: counting(turn, state.counters.llmFail + 1), modelFault: `guard: ${fault}`}
  const spoken = speakable(line, {lang})
  // Nothing of it can be said: our own line can.
  return spoken === '' ? done : {...done, text: spoken}
}

const withFaults = (state: DialogueState, llmFail: number): DialogueState => ({...state, counters: {...state.counters, llmFail}})

const counting = (turn: Turn, faults: number): Turn => ({...turn, state: withFaults(turn.state, faults)})

type Asked<Value> =
  | {readonly value: Value; readonly fault?: never; readonly use: ModelUse}
  | {readonly value?: never; readonly fault: string; readonly use: ModelUse}

async function ask<Value extends {readonly use: ModelUse}>(
  {model, deadlineMs, gone}: HelpOptions,
  request: (signal: AbortSignal) => Promise<Value>,
): Promise<Asked<Value>> {
  const began = process.hrtime.bigint()
  // The model keeps the deadline itself and says why it failed; this is for one that does not.
  const signal = AbortSignal.any([AbortSignal.timeout(deadlineMs + 50), gone])
  try {
    const value = await Promise.race([request(signal), aborted(signal)])
    return {value, use: value.use}
  } catch (error) {
    // The caller has waited for nothing: that time is part of the record too.
    const ms = Math.round(Number(process.hrtime.bigint() - began) / 1e6)
    const use = {model: model.id.slice(model.id.indexOf(':') + 1), ms, firstTokenMs: ms, tokensIn: 0, tokensOut: 0}
    return {fault: signal.aborted ? 'timeout' : faultOf(error), use}
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true})
  })

export function faultOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'kind' in error && typeof error.kind === 'string') return error.kind
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'error'
}
