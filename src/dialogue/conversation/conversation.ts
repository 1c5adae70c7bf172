import type {Clock} from '../../clock.ts'
import type {Effect} from '../engine/act.ts'
import type {Passage} from '../engine/answer.ts'
import type {TurnInput} from '../engine/input.ts'
import {localTime} from '../engine/local-time.ts'
import type {Aids} from '../engine/reduce.ts'
import type {Scenario} from '../engine/scenario/scenario.ts'
import type {DialogueState} from '../engine/state.ts'
import {isTransfer} from '../engine/tools.ts'
import {takeTurn} from '../engine/turn.ts'
import {understand, type Understanding} from '../engine/reading/understand.ts'
import {carryOut, toolResult} from './carry-out.ts'
import {helpedTurn} from './model-turn.ts'
import {timed} from './timed.ts'
import type {DialogueModel, Knowledge, Recorder, SaidByCaller, Step, ToolRunner, Transfer} from './ports.ts'

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
  /** @param heard share of the bot's last words that was played before the caller spoke */
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
/** A passage that is not found by then is not found. */
const knowledgeMs = 500

/**
 * A conversation in progress: the pure engine, with a model, tools and knowledge around it.
 * Whatever fails around it, the engine's own words are always there to say.
 */
export function createConversation(options: ConversationOptions): Conversation {
  const {scenario, clock, record, mode, model, modelDeadlineMs = 900} = options
  let {state} = options
  /** The tool call under way, or the last one. A transfer is none: who hangs up while it rings does not wait for it. */
  let deed: Promise<unknown> | undefined
  /** Aborted once the caller has hung up: nobody waits for the model any more. */
  const gone = new AbortController()

  /** Runs the tools and transfers a step asked for, until the engine waits for the caller again. Each step is on record before the next. */
  const settle = async (first: Step): Promise<Exchange> => {
    const steps: Step[] = []
    const taken = (step: Step): void => {
      state = step.turn.state
      record(step)
      steps.push(step)
    }
    taken(first)
    for (let at = 0; at < steps.length; at++) {
      for (const effect of steps[at]!.turn.effects) {
        const doing = carryOut(effect, options)
        if (effect.kind === 'tool' && !isTransfer(effect.call)) deed = doing
        const result = await doing
        if (result) taken(plainStep(result))
      }
    }
    const exchange = exchangeOf(steps)
    model?.remember({input: first.input, spoken: exchange.text, state: first.turn.state})
    return exchange
  }

  const plainStep = (input: TurnInput, aids: Aids = {}): Step => {
    const {value: turn, us} = timed(() => takeTurn(scenario, state, input, aids))
    return {input, before: state, turn, text: turn.text, engineUs: us, ...(aids.understanding && {understanding: aids.understanding})}
  }

  const plain = (input: TurnInput): Promise<Exchange> => settle(plainStep(input))

  const hear = async (text: string, heard = 1): Promise<Exchange> => {
    const before = state
    const now = clock.now()
    const input: SaidByCaller = {kind: 'user', text, heard, now}
    const {value: rules, us} = timed(() => understand(scenario, before, text, localTime(now, scenario.timezone)))
    const passages = await searchKnowledge(options.knowledge, scenario, rules)
    if (model && mode !== 'off' && before.counters.llmFail < maxModelFaults) {
      const deadlineMs = modelDeadlineMs
      const helped = await helpedTurn({scenario, state: before, input, rules, passages, mode, model, deadlineMs, gone: gone.signal})
      if (gone.signal.aborted) return {steps: [], text: '', effects: [], state}
      // A transfer that came through meanwhile leaves nothing to be helped with.
      if (state === before) return settle({...helped, input, before, engineUs: us + helped.engineUs})
    }
    const step = plainStep(input, {understanding: rules, passages})
    return settle({...step, engineUs: us + step.engineUs})
  }

  return {
    get state() {
      return state
    },
    start: () => plain({kind: 'start', now: clock.now()}),
    hear,
    silence: (seconds) => plain({kind: 'silence', now: clock.now(), ...(seconds !== undefined && {seconds})}),
    press: (digits) => plain({kind: 'dtmf', digits, now: clock.now()}),
    async hangUp() {
      gone.abort()
      // Whether it was done decides what the call has come to, also of what is only just begun.
      await Promise.resolve()
      for (let last; last !== deed;) await (last = deed)
      return plain({kind: 'hangup', now: clock.now()})
    },
    limit: (limit) => plain({kind: 'limit', limit, now: clock.now()}),
    async resume() {
      const {pending, flags} = state
      // Nobody knows whether somebody picked up, but the caller is still here.
      if (flags['transferring'] && !flags['transferred'] && !flags['transfer_failed'])
        return plain({kind: 'transfer_result', ok: false, now: clock.now()})
      if (pending.kind !== 'tool') return plain({kind: 'resume', now: clock.now()})
      // The keys are the same as before the crash: whoever booked then does not book again.
      const steps: Step[] = []
      for (const call of pending.calls) steps.push(...(await plain(await toolResult(call, options))).steps)
      return exchangeOf(steps)
    },
  }
}

function exchangeOf(steps: readonly Step[]): Exchange {
  const text = steps.map((step) => step.text).filter(Boolean)
  return {steps, text: text.join(' '), effects: steps.flatMap(({turn}) => turn.effects), state: steps.at(-1)!.turn.state}
}

async function searchKnowledge(
  knowledge: Knowledge | undefined,
  scenario: Scenario,
  {commands}: Understanding,
): Promise<readonly Passage[]> {
  const asked = commands.find((command) => command.kind === 'ask')
  if (!knowledge || !asked) return []
  const signal = AbortSignal.timeout(knowledgeMs)
  const late = new Promise<readonly Passage[]>((resolve) => {
    signal.addEventListener('abort', () => resolve([]), {once: true})
  })
  const found = knowledge.search(asked.question, {topK: scenario.knowledge?.topK ?? 3}, signal).catch(() => [])
  return Promise.race([found, late])
}
