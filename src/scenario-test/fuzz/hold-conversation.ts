import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import type {Setting, Turn} from '../format/test-file.ts'
import type {TestedBot} from '../load-tested-bot.ts'
import type {CaseRun, TurnRun} from '../run/case-run.ts'
import {scriptedCall} from '../run/scripted-call.ts'
import type {Caller} from './caller.ts'

/** A conversation that was made up as it went. */
export interface Held {
  readonly turns: readonly Turn[]
  readonly run: CaseRun
}

/** Past its limits a conversation is cut off: that it went so far is the finding. */
export const mostTurns = ({limits}: Scenario): number => limits.turns + 10

/** Talks until the call is over. What breaks inside is the `fault` of the run. */
export async function holdConversation(bot: TestedBot, setting: Setting, caller: Caller): Promise<Held> {
  const call = scriptedCall(bot, setting, {mode: 'off'})
  const turns: Turn[] = []
  const runs: TurnRun[] = []
  let fault: unknown

  const record = async (turn: Turn | undefined, act: () => Promise<TurnRun['steps']>): Promise<void> => {
    const before = call.toolUses.length
    let steps: TurnRun['steps'] = []
    try {
      steps = await act()
    } finally {
      runs.push({number: runs.length, turn, steps, toolUses: call.toolUses.slice(before), state: call.state, skipped: false})
    }
  }

  try {
    await record(undefined, () => call.open())
    while (!call.ended && turns.length < mostTurns(bot.scenario)) {
      const turn = caller(call.state)
      turns.push(turn)
      await record(turn, () => call.take(turn))
    }
    if (!call.ended) await record({hangup: true}, () => call.hangUp())
  } catch (error) {
    fault = error ?? new Error('an error without a message')
  }
  const ended = call.events.findLast((event) => event.type === 'call.ended')
  return {turns, run: {turns: runs, events: call.events, toolUses: call.toolUses, end: ended?.payload, state: call.state, fault}}
}
