import {warmEngine} from '../../dialogue/engine/warm.ts'
import {checkCase} from '../check/check-case.ts'
import type {Failure} from '../check/failure.ts'
import type {TestCase} from '../format/test-file.ts'
import type {TestedBot} from '../load-tested-bot.ts'
import type {CaseRun} from './case-run.ts'

/** Times are the engine's own, but the machine has other work too: only a turn that is too slow every time is too slow. */
const triesForTime = 5

/** Whether some turn of a case must not take longer than so much. */
const isTimed = ({turns}: TestCase): boolean => turns.some((turn) => turn.expect?.max_ms !== undefined)

/**
 * A conversation and what of it was not as expected. The engine of a case that limits its time is warm, and a turn that was too slow is
 * tried again; everything else is judged by the first conversation.
 */
export async function heldFairly(
  bot: TestedBot,
  one: TestCase,
  hold: () => Promise<CaseRun>,
): Promise<{readonly run: CaseRun; readonly failures: readonly Failure[]}> {
  if (isTimed(one)) warmEngine(bot.scenario)
  const run = await hold()
  const failures = checkCase(one, run, bot.scenario)
  let slow = failures.filter(isSlow)
  for (let attempt = 2; attempt <= triesForTime && slow.length > 0; attempt++) {
    const again = checkCase(one, await hold(), bot.scenario).filter(isSlow)
    slow = slow.filter(({turn}) => again.some((each) => each.turn === turn))
  }
  return {run, failures: failures.filter((each) => !isSlow(each) || slow.includes(each))}
}

const isSlow = ({check}: Failure): boolean => check === 'max_ms'
