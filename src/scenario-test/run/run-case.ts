import type {Step} from '../../dialogue/conversation/ports.ts'
import type {Setting, TestCase, Turn} from '../format/test-file.ts'
import type {TestedBot} from '../load-tested-bot.ts'
import type {CaseRun, TurnRun} from './case-run.ts'
import {type RunOptions, scriptedCall} from './scripted-call.ts'

/**
 * Holds the conversation of a case. When its turns are done and the bot has not ended the call, the caller hangs up.
 * Never rejects: what breaks inside is the `fault` of the run.
 */
export async function runCase(
  bot: TestedBot,
  {turns, ...setting}: Pick<TestCase, 'turns'> & Setting,
  options: RunOptions,
): Promise<CaseRun> {
  const call = scriptedCall(bot, setting, options)
  const [opening, rest] = isAboutOpening(turns[0]) ? [turns[0], turns.slice(1)] : [undefined, turns]
  const runs: TurnRun[] = []
  let fault: unknown

  const take = async (number: number, turn: Turn | undefined, act: () => Promise<readonly Step[]>): Promise<void> => {
    const before = call.toolUses.length
    const skipped = call.ended
    let steps: readonly Step[] = []
    try {
      if (!skipped) steps = await act()
    } finally {
      runs.push({number, turn, steps, toolUses: call.toolUses.slice(before), state: call.state, skipped})
    }
  }

  const first = turns.length - rest.length
  try {
    await take(first, opening, () => call.open())
    for (const [index, turn] of rest.entries()) await take(first + index + 1, turn, () => call.take(turn, rest[index + 1]))
    if (!call.ended) await take(turns.length + 1, {hangup: true}, () => call.hangUp())
  } catch (error) {
    fault = error ?? new Error('an error without a message')
  }
  const ended = call.events.findLast((event) => event.type === 'call.ended')
  return {turns: runs, events: call.events, toolUses: call.toolUses, end: ended?.payload, state: call.state, fault}
}

/** A first turn in which the caller does nothing is about the opening. */
const isAboutOpening = (turn: Turn | undefined): boolean =>
  turn !== undefined && (['user', 'silence', 'dtmf', 'restart', 'hangup', 'transfer'] as const).every((form) => turn[form] === undefined)
