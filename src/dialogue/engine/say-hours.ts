import type {Lang} from '../nlu/types.ts'
import {sayDate, sayNumber} from '../speech/index.ts'
import {type Draft, lineText} from './draft.ts'
import type {ClockRange, DayHours} from './scenario/hours.ts'
import {clock, clockRange, isRoundTheClock} from './scenario/hours.ts'
import type {RejectReason} from './state.ts'
import {spokenTime} from './voice.ts'

/** What would be allowed, as part of the line that refuses: «Мы работаем с девяти до двадцати одного.» */
export function formatAllowed(draft: Draft, reason: RejectReason, allowed: string | undefined): string {
  if (allowed === undefined) return ''
  if (reason === 'closed_hour') return lineText(draft, 'hours', spokenRange(clockRange(allowed), draft))
  if (reason === 'out_of_window') return spokenRange(clockRange(allowed), draft)
  if (reason === 'too_small' || reason === 'too_big') return sayNumber(Number(allowed), {lang: draft.state.lang})
  return reason === 'too_early' || reason === 'too_far' ? sayDate(allowed, {lang: draft.state.lang}) : allowed
}

function spokenRange(hours: ClockRange, {state: {lang}}: Draft): string {
  if (isRoundTheClock(hours)) return lang === 'ru' ? 'круглосуточно' : 'around the clock'
  return spokenTime({from: clock(hours.from), to: clock(hours.to)}, lang)
}

/** Opening hours in words, for a caller who asks. Days that are alike are said together; when they are too many sorts to listen to, nothing. */
export function spokenHours(draft: Draft): string | undefined {
  const runs = runsOf(draft.scenario.hours ?? [])
  const open = runs.filter((run) => run.day !== undefined)
  if (open.length === 0 || open.length > 3) return undefined
  const range = ({day}: Run) => spokenRange(day!, draft)
  const isSame = open.every(({day}) => day!.from === open[0]!.day!.from && day!.to === open[0]!.day!.to)
  const {lang} = draft.state
  if (isSame) return lineText(draft, 'hours', range(open[0]!))
  return lineText(draft, 'hours', open.map((run) => `${spokenDays(run, lang)} ${range(run)}`).join(', '))
}

/** Neighbouring days, from Monday = 0, with the same hours. */
interface Run {
  readonly from: number
  readonly to: number
  readonly day: DayHours
}

function runsOf(hours: readonly DayHours[]): Run[] {
  const runs: Run[] = []
  for (const [at, day] of hours.entries()) {
    const last = runs.at(-1)
    if (last && last.day?.from === day?.from && last.day?.to === day?.to) runs[runs.length - 1] = {...last, to: at}
    else runs.push({from: at, to: at, day})
  }
  return runs
}

function spokenDays({from, to}: Run, lang: Lang): string {
  if (from === 0 && to === 4) return lang === 'ru' ? 'по будням' : 'on weekdays'
  if (from === 5 && to === 6) return lang === 'ru' ? 'в выходные' : 'at weekends'
  if (from === to) return lang === 'ru' ? onDays[from]! : `on ${days[from]}`
  return lang === 'ru' ? `с ${fromDays[from]} по ${toDays[to]}` : `${days[from]} to ${days[to]}`
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const onDays = ['в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу', 'в воскресенье']
const fromDays = ['понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы', 'воскресенья']
const toDays = ['понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу', 'воскресенье']
