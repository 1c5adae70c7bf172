import type {ToolRunner} from '../dialogue/conversation/ports.ts'
import type {ToolCall, ToolResult} from '../dialogue/engine/state.ts'

export interface SimulatedCalendarOptions {
  /** Slots that are taken, `YYYY-MM-DDTHH:MM`. */
  readonly busy?: readonly string[]
}

/**
 * A calendar for simulated calls: it keeps its bookings in memory and never books a slot twice.
 * `calendar.check {date, time}` → `{ok}` or `{ok: false, alternatives}`; `calendar.book {date, time, …}` → `{ok, id}`.
 * A call with a key seen before gets the answer it got then.
 */
export function simulatedCalendar({busy = []}: SimulatedCalendarOptions = {}): ToolRunner {
  const taken = new Set(busy)
  const answers = new Map<string, ToolResult>()

  const answer = ({use, args}: ToolCall): ToolResult => {
    const slot = `${String(args['date'])}T${String(args['time'])}`
    const isFree = !taken.has(slot)
    switch (use) {
      case 'calendar.check':
        return isFree ? {ok: true, simulated: true} : {ok: false, alternatives: nearby(slot, taken), simulated: true}
      case 'calendar.book':
        if (!isFree) return {ok: false, error: 'taken', simulated: true}
        taken.add(slot)
        return {ok: true, id: `simulated-${answers.size + 1}`, simulated: true}
      default:
        return {ok: false, error: 'not_configured'}
    }
  }

  return {
    async run(call) {
      const known = answers.get(call.key)
      // A check is a question: its answer may change. A booking with the same key is the same booking.
      if (known && call.use !== 'calendar.check') return known
      const result = answer(call)
      answers.set(call.key, result)
      return result
    },
  }
}

/** Free hours around a taken one, nearest first. */
function nearby(slot: string, taken: ReadonlySet<string>): string[] {
  const [date, time] = slot.split('T')
  const hour = Number(time!.slice(0, 2))
  return [1, -1, 2, -2]
    .map((step) => hour + step)
    .filter((each) => each >= 9 && each < 20)
    .map((each) => `${String(each).padStart(2, '0')}${time!.slice(2)}`)
    .filter((each) => !taken.has(`${date}T${each}`))
    .slice(0, 2)
}
