/** Minutes since the midnight before they begin; what ends after the next midnight has a `to` beyond 24 hours: 18:00-02:00 is 1080 to 1560. */
export interface ClockRange {
  readonly from: number
  readonly to: number
}

/** Opening hours that begin on one weekday; `undefined` when closed. */
export type DayHours = ClockRange | undefined

/** Monday first. */
export type WeeklyHours = readonly DayHours[]

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** @throws Error naming the key when it is not a day, a list or a range of days */
export function compileHours(hours: Readonly<Record<string, string>> | undefined): WeeklyHours | undefined {
  if (!hours) return undefined
  const week: DayHours[] = Array.from({length: 7}, () => undefined)
  for (const [key, value] of Object.entries(hours)) {
    const range = value === 'closed' ? undefined : clockRange(value)
    for (const day of daysOf(key)) week[day] = range
  }
  return week
}

export function clockRange(text: string): ClockRange {
  const [from, to] = text.split('-').map(minutes)
  return {from: from!, to: to! > from! ? to! : to! + wholeDay}
}

/** `09:30` → 570 */
export function minutes(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number)
  return hour! * 60 + (minute ?? 0)
}

/** 1260 → `21:00`, 1440 → `24:00`, 1560 → `02:00` */
export function clock(total: number): string {
  const shown = total > wholeDay ? total - wholeDay : total
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`
}

/** Minutes of a day. */
export const wholeDay = 1440

export const isRoundTheClock = ({from, to}: ClockRange): boolean => to - from >= wholeDay

/** Seen from the day after: one in the morning lies in the hours that began the evening before. Nothing when they end by midnight. */
export const afterMidnight = (day: DayHours): DayHours => (day && day.to > wholeDay ? {from: 0, to: day.to - wholeDay} : undefined)

/** Whether an hour of the clock lies between the ends, both included, on either side of midnight. */
export const reaches = ({from, to}: ClockRange, at: number): boolean =>
  (at >= from && at <= to) || (at + wholeDay >= from && at + wholeDay <= to)

/** What two ranges have in common; they may begin on different sides of a midnight. Nothing when they never meet. */
export function common(one: ClockRange, other: ClockRange): DayHours {
  const shared = [0, wholeDay, -wholeDay].map((shift) => ({
    from: Math.max(one.from, other.from + shift),
    to: Math.min(one.to, other.to + shift),
  }))
  const [longest] = shared.sort((a, b) => b.to - b.from - (a.to - a.from))
  return longest!.to > longest!.from ? longest : undefined
}

function daysOf(key: string): number[] {
  return key
    .toLowerCase()
    .split(',')
    .flatMap((part) => {
      const [first, last = first] = part.trim().split('-').map(dayIndex)
      const count = ((last! - first! + 7) % 7) + 1
      return Array.from({length: count}, (_, index) => (first! + index) % 7)
    })
}

function dayIndex(name: string): number {
  if (name === 'daily' || name === 'all') throw new Error(`"${name}" is not a day; write mon-sun`)
  const index = days.indexOf(name.trim().slice(0, 3))
  if (index === -1) throw new Error(`"${name}" is not a day; use mon, tue, wed, thu, fri, sat, sun`)
  return index
}

/** Monday is 0. */
export function weekday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}
