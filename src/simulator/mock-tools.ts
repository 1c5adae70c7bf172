import {setTimeout as wait} from 'node:timers/promises'
import type {SimulatedClock} from '../call/simulate/simulated-clock.ts'
import type {ToolRunner} from '../dialogue/conversation/ports.ts'
import type {Mocks} from '../scenario-test/format/test-file.ts'
import {answerOf, mockPicker, waitOf} from '../scenario-test/run/mock-tools.ts'

/**
 * Tools that answer as a file says, as slowly as it says, on the clock of the call. A call no answer fits is answered with an error, never
 * with a success.
 */
export function mockToolRunner(mocks: Mocks, clock: SimulatedClock): ToolRunner {
  const pick = mockPicker(mocks)
  return {
    async run(call, signal) {
      const mock = pick(call)
      if (!mock) return {ok: false, error: 'no_mock'}
      const ms = waitOf(mock, call) * 1000
      if (clock.advance) clock.advance(ms)
      else if (ms > 0) await wait(ms, undefined, {signal})
      return {...answerOf(mock, call), simulated: true}
    },
  }
}

/** For calls without any tool configured. */
export const refusingTools: ToolRunner = {run: async () => ({ok: false, error: 'not_configured'})}
