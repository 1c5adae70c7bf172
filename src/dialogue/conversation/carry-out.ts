import type {Clock} from '../../clock.ts'
import type {Effect} from '../engine/act.ts'
import type {TurnInput} from '../engine/input.ts'
import type {ToolCall, ToolResult} from '../engine/state.ts'
import {faultOf} from './model-turn.ts'
import type {ToolRunner, Transfer} from './ports.ts'

export interface Hands {
  readonly tools: ToolRunner
  readonly transfer: Transfer
  readonly clock: Clock
}

/** Longest wait for somebody to pick up. */
const transferMs = 60_000

/** Does what the engine asks for outside of the conversation, and brings back the result as the next input; nothing for what has none. */
export async function carryOut(effect: Effect, {tools, transfer, clock}: Hands): Promise<TurnInput | undefined> {
  if (effect.kind === 'tool') return toolResult(effect.call, {tools, clock})
  if (effect.kind !== 'transfer') return undefined
  const ok = await transfer.connect(effect, AbortSignal.timeout(transferMs)).catch(() => false)
  return {kind: 'transfer_result', ok, now: clock.now()}
}

/** Runs a tool and never rejects: a tool that fails or takes too long has failed. */
export async function toolResult(call: ToolCall, {tools, clock}: Pick<Hands, 'tools' | 'clock'>): Promise<TurnInput> {
  const signal = AbortSignal.timeout(call.timeout * 1000)
  const late = new Promise<ToolResult>((resolve) => {
    signal.addEventListener('abort', () => resolve({ok: false, error: 'timeout'}), {once: true})
  })
  const failed = (error: unknown): ToolResult => ({ok: false, error: faultOf(error)})
  const result = await Promise.race([tools.run(call, signal).catch(failed), late])
  return {kind: 'tool_result', key: call.key, result, now: clock.now()}
}
