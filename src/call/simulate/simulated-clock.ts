import {type Clock, virtualClock} from '../../clock.ts'
import {AppError} from '../../errors.ts'

/** With `advance`, a clock that only the call moves. */
export type SimulatedClock = Clock & {readonly advance?: (ms: number) => void}

const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/

/** The real clock, or one that starts at `now` (ISO 8601 with an offset or `Z`) and moves only as the call does. @throws AppError BAD_TIME */
export function simulatedClock(now: string | undefined, real: Clock): SimulatedClock {
  if (now === undefined) return real
  const start = isoMoment.test(now) ? Date.parse(now) : Number.NaN
  if (!Number.isNaN(start)) return virtualClock(start)
  throw new AppError(
    'BAD_TIME',
    {en: `"${now}" is no moment in time.`, ru: `«${now}» — не момент времени.`},
    {exit: 'usage', hint: {en: 'Write it like 2026-03-11T10:30:00+03:00.', ru: 'Пишите так: 2026-03-11T10:30:00+03:00.'}},
  )
}
