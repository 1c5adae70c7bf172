import type {virtualClock} from '../../../../src/clock.ts'
import {LlmError, type LlmErrorDetails, type LlmErrorKind} from '../../../../src/providers/llm/llm-error.ts'
import type {Completion, Delta, Llm, LlmRequest} from '../../../../src/providers/llm/port.ts'

export type Step = {readonly say: string} | ({readonly fail: LlmErrorKind; readonly after?: string} & Partial<LlmErrorDetails>)

export type VirtualClock = ReturnType<typeof virtualClock>

/** A model that follows a script, one step a request, each taking `ms` of the clock; the last step repeats. Records what it was asked. */
export function fakeLlm(id: string, script: readonly (Step & {readonly ms?: number})[], clock: VirtualClock) {
  const asked: LlmRequest[] = []
  const [provider = '', model = ''] = id.split(':')

  async function* run(request: LlmRequest): AsyncGenerator<Delta> {
    const step = script[Math.min(asked.length, script.length - 1)]
    asked.push(request)
    if (!step) throw new Error('no script')
    clock.advance(step.ms ?? 0)
    if ('say' in step) {
      yield {kind: 'text', text: step.say}
      yield {kind: 'end', completion: completion(step.say, model, step.ms ?? 0)}
      return
    }
    if (step.after !== undefined) yield {kind: 'text', text: step.after}
    const {fail, ms: _ms, after: _after, ...details} = step
    throw new LlmError(fail, {provider, model, ...details})
  }

  const llm: Llm = {
    id,
    models: async () => [model],
    stream: run,
    async complete(request) {
      for await (const delta of run(request)) if (delta.kind === 'end') return delta.completion
      throw new Error('unreachable')
    },
  }
  return {llm, asked}
}

const completion = (text: string, model: string, ms: number): Completion => ({
  text,
  usage: {input: 1, output: 1},
  firstTokenMs: ms,
  totalMs: ms,
  model,
  finish: 'stop',
})

/** Lets a virtual clock run ahead whenever somebody waits, until the promise settles. */
export async function runAhead<T>(clock: VirtualClock, promise: Promise<T>, stepMs = 10): Promise<T> {
  const state = {settled: false}
  const done = promise.finally(() => {
    state.settled = true
  })
  done.catch(() => {})
  for (let round = 0; round < 5000 && !state.settled; round += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    if (!state.settled) clock.advance(stepMs)
  }
  return done
}

export const request = (more: Partial<LlmRequest> = {}): LlmRequest => ({
  messages: [{role: 'user', content: 'привет'}],
  maxTokens: 50,
  temperature: 0,
  deadlineMs: 4000,
  ...more,
})

export async function failureOf(promise: Promise<unknown>): Promise<LlmError> {
  try {
    await promise
  } catch (error) {
    return error as LlmError
  }
  throw new Error('it succeeded')
}
