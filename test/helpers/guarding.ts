import {guard} from '../../src/dialogue/conversation/guard/guard.ts'
import {localTime} from '../../src/dialogue/engine/local-time.ts'
import type {FlowInput} from '../../src/skillbase/schema/flow.ts'
import {scenarioOf, talk, type TalkOptions, wednesday} from './scenario.ts'

export interface GuardingOptions extends TalkOptions {
  /** What the model was told beforehand. */
  readonly prompt?: string
  readonly facts?: readonly string[]
}

/** What the guard says of a line that would replace the last turn of a conversation. */
export function guarding(flow: FlowInput, lines: readonly string[], {prompt = '', facts = [], ...options}: GuardingOptions = {}) {
  const scenario = scenarioOf(flow)
  const call = talk(scenario, {tools: {'calendar.check': () => ({ok: true})}, ...options})
  call.start()
  for (const line of lines) call.say(line)
  const turn = call.turns.at(-1)!
  const context = {scenario, turn, said: lines.at(-1) ?? '', now: localTime(wednesday, 'Europe/Moscow'), prompt, facts}
  return {turn, check: (line: string) => guard(line, context)}
}
