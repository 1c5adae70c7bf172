/** Opening hours of one weekday, minutes since midnight; `undefined` when closed. */
export type DayHours = {readonly from: number; readonly to: number} | undefined

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

export function clockRange(text: string): {readonly from: number; readonly to: number} {
  const [from, to] = text.split('-').map(minutes)
  return {from: from!, to: to!}
}

/** `09:30` → 570 */
export function minutes(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number)
  return hour! * 60 + (minute ?? 0)
}

export const clock = (total: number): string => `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`

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
