import type {Clock} from '../../clock.ts'
import type {Passage} from '../engine/answer.ts'
import type {Effect} from '../engine/act.ts'
import type {TurnInput} from '../engine/input.ts'
import {localTime} from '../engine/local-time.ts'
import type {Aids} from '../engine/reduce.ts'
import type {Scenario} from '../engine/scenario.ts'
import type {DialogueState, ToolCall, ToolResult} from '../engine/state.ts'
import {takeTurn} from '../engine/turn.ts'
import {understand, type Understanding} from '../engine/understand.ts'
import {guard} from './guard.ts'
import {mergeCommands} from './merge.ts'
import type {DialogueModel, Knowledge, Recorder, Step, ToolRunner, Transfer} from './ports.ts'

export interface ConversationOptions {
  readonly scenario: Scenario
  readonly state: DialogueState
  readonly mode: 'off' | 'assist' | 'full'
  readonly model?: DialogueModel | undefined
  readonly tools: ToolRunner
  readonly transfer: Transfer
  readonly knowledge?: Knowledge | undefined
  readonly clock: Clock
  readonly record: Recorder
  /** Longest wait for the model within a turn, milliseconds. */
  readonly modelDeadlineMs?: number
}

/** What one input led to: the first step and those that followed from tools and transfers. */
export interface Exchange {
  readonly steps: readonly Step[]
  readonly text: string
  readonly effects: readonly Effect[]
  readonly state: DialogueState
}

export interface Conversation {
  readonly state: DialogueState
  start(): Promise<Exchange>
  hear(text: string, heard?: number): Promise<Exchange>
  silence(seconds?: number): Promise<Exchange>
  press(digits: string): Promise<Exchange>
  /** Goes on after a lost process: finishes what was under way, or asks the pending question again. */
  resume(): Promise<Exchange>
  hangUp(): Promise<Exchange>
  limit(limit: 'max_duration'): Promise<Exchange>
}

/** After so many failures of the model in a row the call goes on by rules alone. */
const maxModelFaults = 3

/**
 * A conversation in progress: the pure engine, with a model, tools and knowledge around it.
 * Whatever fails around it, the engine's own words are always there to say.
 */
export function createConversation(options: ConversationOptions): Conversation {
  const {scenario, clock, record, modelDeadlineMs = 900} = options
  let {state} = options
  let faults = 0

  const withModel = (): DialogueModel | undefined => (options.mode === 'off' || faults >= maxModelFaults ? undefined : options.model)

  const step = (input: TurnInput, aids: Aids, extra: Partial<Step> = {}): Step => {
    const before = state
    const began = process.hrtime.bigint()
    const turn = takeTurn(scenario, before, input, aids)
    const engineUs = Number((process.hrtime.bigint() - began) / 1000n)
    state = turn.state
    return {input, before, turn, text: turn.text, engineUs, ...(aids.understanding && {understanding: aids.understanding}), ...extra}
  }

  /** Runs the tools and transfers a step asked for, until the engine waits for the caller again. */
  const settle = async (first: Step): Promise<Exchange> => {
    const steps = [first]
    record(first)
    for (let at = 0; at < steps.length; at++) {
      for (const effect of steps[at]!.turn.effects) {
        const result = await carryOut(effect)
        if (!result) continue
        const next = step(result, {})
        record(next)
        steps.push(next)
      }
    }
    const text = steps
      .map((each) => each.text)
      .filter(Boolean)
      .join(' ')
    options.model?.spoken(text)
    return {steps, text, effects: steps.flatMap((each) => each.turn.effects), state}
  }

  const carryOut = async (effect: Effect): Promise<TurnInput | undefined> => {
    if (effect.kind === 'tool')
      return {kind: 'tool_result', key: effect.call.key, result: await runTool(options.tools, effect.call), now: clock.now()}
    if (effect.kind !== 'transfer') return undefined
    const ok = await options.transfer.connect(effect, AbortSignal.timeout(60_000)).catch(() => false)
    return {kind: 'transfer_result', ok, now: clock.now()}
  }

  const plain = (input: TurnInput): Promise<Exchange> => settle(step(input, {}))

  const hear = async (text: string, heard = 1): Promise<Exchange> => {
    const now = clock.now()
    const input: TurnInput = {kind: 'user', text, heard, now}
    const rules = understand(scenario, state, text, localTime(now, scenario.timezone))
    const passages = await searchKnowledge(options.knowledge, scenario, rules)
    const model = withModel()
    if (!model) return settle(step(input, {understanding: rules, passages}))

    const request = {state, understanding: rules, now, deadlineMs: modelDeadlineMs}
    if (needsModel(scenario, state, rules)) {
      try {
        const reading = await model.understand({...request, reply: options.mode === 'full'}, AbortSignal.timeout(modelDeadlineMs))
        faults = 0
        const understanding = {...rules, commands: mergeCommands(scenario, rules.commands, reading.commands)}
        const done = step(input, {understanding, passages}, {model: reading.use})
        return await settle(reading.reply === undefined ? done : reworded(done, reading.reply))
      } catch (error) {
        faults++
        return settle(step(input, {understanding: rules, passages}, {modelFault: faultOf(error)}))
      }
    }

    const done = step(input, {understanding: rules, passages})
    if (options.mode !== 'full' || !canReword(done)) return settle(done)
    try {
      const {text: reply, use} = await model.phrase({...request, turn: done.turn}, AbortSignal.timeout(modelDeadlineMs))
      faults = 0
      return await settle(reworded({...done, model: use}, reply))
    } catch (error) {
      faults++
      return settle({...done, modelFault: faultOf(error)})
    }
  }

  /** The model's words in place of the engine's, when they say nothing that is not so. */
  const reworded = (done: Step, reply: string): Step => {
    if (!canReword(done)) return done
    const fault = guard(reply, {scenario, turn: done.turn, prompt: options.model?.prompt(done.turn.state.lang) ?? ''})
    return fault ? {...done, modelFault: `guard: ${fault}`} : {...done, text: reply.trim()}
  }

  return {
    get state() {
      return state
    },
    start: () => plain({kind: 'start', now: clock.now()}),
    hear,
    silence: (seconds) => plain({kind: 'silence', now: clock.now(), ...(seconds !== undefined && {seconds})}),
    press: (digits) => plain({kind: 'dtmf', digits, now: clock.now()}),
    hangUp: () => plain({kind: 'hangup', now: clock.now()}),
    limit: (limit) => plain({kind: 'limit', limit, now: clock.now()}),
    async resume() {
      const {pending} = state
      if (pending.kind !== 'tool') return plain({kind: 'resume', now: clock.now()})
      // The keys are the same as before the crash: whoever booked then does not book again.
      const [call] = pending.calls
      const result = await runTool(options.tools, call!)
      return plain({kind: 'tool_result', key: call!.key, result, now: clock.now()})
    },
  }
}

/** Rules that explain the turn need no help; free text and half-explained turns do. What must never wait does not wait. */
function needsModel(scenario: Scenario, state: DialogueState, {commands, cover, utterance}: Understanding): boolean {
  const urgent = commands.some((command) =>
    ['emergency', 'do_not_call', 'wrong_number', 'voicemail', 'injection', 'rule'].includes(command.kind),
  )
  if (urgent || utterance.tokens.length === 0) return false
  const asksText = state.pending.kind === 'ask' && scenario.fields.get(state.pending.field)?.type === 'text'
  return cover < 0.6 || commands.length === 0 || asksText
}

/** Only turns whose every word may be put differently: no read-back, no legal line, no end. */
const canReword = ({turn}: Step): boolean =>
  turn.acts.length > 0 &&
  turn.acts.every((act) => act.rephrase) &&
  !turn.effects.some((effect) => effect.kind === 'end' || effect.kind === 'tool')

async function runTool(tools: ToolRunner, call: ToolCall): Promise<ToolResult> {
  const signal = AbortSignal.timeout(call.timeout * 1000)
  const late = new Promise<ToolResult>((resolve) => {
    signal.addEventListener('abort', () => resolve({ok: false, error: 'timeout'}), {once: true})
  })
  return Promise.race([tools.run(call, signal).catch((error: unknown): ToolResult => ({ok: false, error: faultOf(error)})), late])
}

async function searchKnowledge(
  knowledge: Knowledge | undefined,
  scenario: Scenario,
  {commands}: Understanding,
): Promise<readonly Passage[]> {
  const asked = commands.find((command) => command.kind === 'ask')
  if (!knowledge || !asked) return []
  return knowledge.search(asked.question, {topK: scenario.knowledge?.topK ?? 3}).catch(() => [])
}

function faultOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'kind' in error && typeof error.kind === 'string') return error.kind
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'error'
}
