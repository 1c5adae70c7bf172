import {type LiveCallOptions, openCall} from '../../src/call/live-call.ts'
import {virtualClock} from '../../src/clock.ts'
import type {ToolRunner} from '../../src/dialogue/conversation/ports.ts'
import type {Scenario} from '../../src/dialogue/engine/scenario/scenario.ts'
import type {CallEvent} from '../../src/events/call-event.ts'
import {ownMark} from '../../src/events/process-mark.ts'
import {newId} from '../../src/ids.ts'
import {simulatedCalendar} from '../../src/simulator/calendar.ts'
import {wednesday} from './scenario.ts'

/** A call whose events end up in a list. */
export function liveCall(scenario: Scenario, options: Partial<Omit<LiveCallOptions, 'scenario'>> = {}) {
  const events: CallEvent[] = []
  const call = openCall({
    callId: newId(),
    companyId: newId(),
    scenario,
    mode: 'off',
    caller: '+79260000000',
    tools: simulatedCalendar(),
    transfer: {connect: async () => false},
    clock: virtualClock(wednesday),
    sink: {append: (event) => void events.push(event)},
    newEventId: () => newId(),
    started: startedBy(),
    ...options,
  })
  return {call, events}
}

export const startedBy = (process = ownMark()): LiveCallOptions['started'] => ({
  skillbaseId: newId(),
  skillbaseVersion: 1,
  direction: 'inbound',
  channel: 'simulated',
  callerNumber: '+79260000000',
  calleeNumber: null,
  seed: 1,
  process,
})

/** A process that was here and is gone. */
export const goneProcess = {...ownMark(), pid: 4_194_303, started: '1'}

/** Counts what it is asked for, by key; the answers are the calendar's. */
export function countingTools(inner: ToolRunner = simulatedCalendar()) {
  const runs: string[] = []
  const runner: ToolRunner = {
    run(call, signal) {
      runs.push(call.key)
      return inner.run(call, signal)
    },
  }
  return {runs, runner}
}
