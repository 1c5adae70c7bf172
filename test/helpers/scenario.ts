import {readFileSync} from 'node:fs'
import {compileScenario} from '../../src/dialogue/engine/scenario/compile.ts'
import type {Scenario} from '../../src/dialogue/engine/scenario/scenario.ts'
import {initialState, takeTurn, type StartOptions, type Turn} from '../../src/dialogue/engine/turn.ts'
import type {DialogueState} from '../../src/dialogue/engine/state.ts'
import type {ToolResult} from '../../src/dialogue/engine/state.ts'
import {type FlowInput} from '../../src/skillbase/schema/flow.ts'
import {parseSkillbase} from '../../src/skillbase/parse.ts'
import {skillbase} from '../../src/skillbase/schema/skillbase.ts'

export const scenarioOf = (flow: FlowInput): Scenario => compileScenario(skillbase.parse({schema: 'voicectl/skillbase/v1', flow}), 'test')

/** One of the skillbases that `init` starts with, as `salon.ru`. */
export function starter(name: string): Scenario {
  const path = new URL(`../../templates/skillbases/${name}.yaml`, import.meta.url)
  return compileScenario(parseSkillbase(path.pathname, readFileSync(path)).skillbase, name)
}

/** Wednesday, half past ten in Moscow. */
export const wednesday = Date.parse('2026-03-11T10:30:00+03:00')

export interface TalkOptions extends Partial<StartOptions> {
  readonly tools?: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => ToolResult>>
}

/** A conversation with the engine alone; tools answer at once. */
export function talk(scenario: Scenario, {tools = {}, ...start}: TalkOptions = {}) {
  const now = start.now ?? wednesday
  let state: DialogueState = initialState(scenario, {callId: 'call', direction: 'inbound', caller: '+79260000000', seed: 1, now, ...start})
  const turns: Turn[] = []

  const take = (input: Parameters<typeof takeTurn>[2]): string => {
    const turn = takeTurn(scenario, state, input)
    state = turn.state
    turns.push(turn)
    let {text} = turn
    for (const effect of turn.effects) {
      if (effect.kind !== 'tool') continue
      const result = tools[effect.call.use]?.(effect.call.args) ?? {ok: false, error: 'not_configured'}
      text = [text, take({kind: 'tool_result', key: effect.call.key, result, now})].filter(Boolean).join(' ')
    }
    return text
  }

  return {
    turns,
    get state() {
      return state
    },
    /** Values that may be used. */
    get fields() {
      return Object.fromEntries(
        Object.entries(state.fields).flatMap(([id, field]) =>
          field.status === 'accepted' || field.status === 'confirmed' ? [[id, field.value]] : [],
        ),
      )
    },
    get outcome() {
      return state.ending?.outcome
    },
    start: () => take({kind: 'start', now}),
    say: (text: string, heard?: number) => take({kind: 'user', text, now, ...(heard !== undefined && {heard})}),
    silence: () => take({kind: 'silence', now}),
    press: (digits: string) => take({kind: 'dtmf', digits, now}),
    hangUp: () => take({kind: 'hangup', now}),
    transfer: (ok: boolean) => take({kind: 'transfer_result', ok, now}),
    /** What a crash leaves: the state as JSON, taken up by somebody else. */
    restart() {
      state = JSON.parse(JSON.stringify(state)) as DialogueState
      return take({kind: 'resume', now})
    },
  }
}
