import {sayDate} from '../speech/index.ts'
import {type Draft, lineText} from './draft.ts'
import type {DayHours} from './scenario/hours.ts'
import {clock} from './scenario/hours.ts'
import type {RejectReason} from './state.ts'
import {spokenTime} from './voice.ts'

/** What would be allowed, as part of the line that refuses: «Мы работаем с девяти до двадцати одного.» */
export function formatAllowed(draft: Draft, reason: RejectReason, allowed: string | undefined): string {
  if (allowed === undefined) return ''
  if (reason === 'closed_hour') {
    const [from, to] = allowed.split('-')
    return lineText(draft, 'hours', spokenRange(from!, to!, draft))
  }
  return reason === 'too_early' || reason === 'too_far' ? sayDate(allowed, {lang: draft.state.lang}) : allowed
}

const spokenRange = (from: string, to: string, {state}: Draft): string => spokenTime({from, to}, state.lang)

/** Opening hours in words, for a caller who asks; nothing when they differ from day to day. */
export function spokenHours(draft: Draft): string | undefined {
  const {hours} = draft.scenario
  const open = hours?.filter((day): day is NonNullable<DayHours> => day !== undefined) ?? []
  const first = open[0]
  if (!first || open.some((day) => day.from !== first.from || day.to !== first.to)) return undefined
  return lineText(draft, 'hours', spokenRange(clock(first.from), clock(first.to), draft))
}
