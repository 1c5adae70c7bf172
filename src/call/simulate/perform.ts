import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import type {LiveCall} from '../live-call.ts'
import type {CallerAction} from './caller-action.ts'
import type {Watcher} from './watcher.ts'
import type {SimulatedClock} from './simulated-clock.ts'

export interface Surroundings {
  readonly clock: SimulatedClock
  readonly scenario: Scenario
}

/** What people take to say a sentence and to hear the answer; on a clock of its own a call takes the time that people take. */
const sentenceMs = 4000

/** Lets the caller do something. A call that has lasted too long is ended first, as the timer of a real one would have done. */
export async function perform(
  call: LiveCall,
  action: Exclude<CallerAction, {kind: 'restart'}>,
  around: Surroundings,
  watcher: Watcher,
): Promise<void> {
  const {clock, scenario} = around
  switch (action.kind) {
    case 'state':
      return watcher.state?.(call.state)
    case 'help':
      return watcher.help?.()
    case 'silence':
      return keepSilent(call, action.seconds, around, watcher)
    case 'say':
    case 'dtmf':
    case 'hangup': {
      clock.advance?.(sentenceMs)
      if (clock.now() - call.state.startedAt >= scenario.limits.duration * 1000)
        return watcher.exchange(undefined, await call.limit('max_duration'), call)
      const exchange = await react(call, action)
      // Nothing came of it: the caller hung up meanwhile.
      if (exchange.steps.length > 0) watcher.exchange(action, exchange, call)
    }
  }
}

function react(call: LiveCall, action: Extract<CallerAction, {kind: 'say' | 'dtmf' | 'hangup'}>) {
  switch (action.kind) {
    case 'say':
      return call.hear(action.text, action.heard)
    case 'dtmf':
      return call.press(action.digits)
    case 'hangup':
      return call.hangUp()
  }
}

/** A long silence is noticed as often as the timers of a real call would go off, a short one once. */
async function keepSilent(call: LiveCall, seconds: number | undefined, {clock}: Surroundings, watcher: Watcher): Promise<void> {
  let left = seconds ?? call.patience
  do {
    const passed = Math.min(left, call.patience)
    clock.advance?.(passed * 1000)
    left -= passed
    watcher.exchange({kind: 'silence', seconds: passed}, await call.silence(passed), call)
  } while (!call.ended && left >= call.patience)
}
