import {issue, type Path, type RawIssue} from './issue.ts'
import {shown} from './requirement.ts'
import type {Field} from './schema/field.ts'

type Bound = string | number

/** Limits that are none, and those that leave nothing between them. `path` is that of the field. */
export function boundIssues(path: Path, field: Field): RawIssue[] {
  if (field.type === 'number') return limitIssues(path, field, numberKind)
  if (field.type === 'date') return limitIssues(path, withToday(field), dateKind)
  return crossed(field.min_len, field.max_len) ? [crossedIssue([...path, 'max_len'], 'min_len', field.min_len!, field.max_len!)] : []
}

interface Kind {
  readonly must: {readonly en: string; readonly ru: string}
  /** Of two that can be compared; nothing for what is no bound, or when it depends on the day of the call. */
  readonly place: (bound: Bound) => {readonly scale: string; readonly at: number} | undefined
}

const numberKind: Kind = {
  must: {en: 'a number', ru: 'число'},
  place: (bound) => (typeof bound === 'number' ? {scale: 'number', at: bound} : undefined),
}

const dateKind: Kind = {
  must: {
    en: 'today, tomorrow, +60d or a date of the calendar like 2026-01-31',
    ru: 'today, tomorrow, +60d или дата календаря вида 2026-01-31',
  },
  place(bound) {
    const text = String(bound)
    const days = text === 'today' ? 0 : text === 'tomorrow' ? 1 : /^[+-]?\d{1,5}d?$/.test(text) ? Number.parseInt(text, 10) : undefined
    if (days !== undefined) return {scale: 'days from today', at: days}
    const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
    // 31 February is read as a day in March.
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? {scale: 'calendar', at} : undefined
  },
}

type Limits = Pick<Field, 'min' | 'max'> & {readonly implied?: 'min' | 'max'}

/** A day lies ahead unless the field says otherwise: today is the limit that nobody has to write. */
function withToday({min, max, past}: Field): Limits {
  if (past) return min === undefined ? {max} : {min, max: 'today', implied: 'max'}
  return min === undefined && max !== undefined ? {min: 'today', max, implied: 'min'} : {min, max}
}

function limitIssues(path: Path, {min, max, implied}: Limits, {must, place}: Kind): RawIssue[] {
  const wrong = Object.entries({min, max}).flatMap(([key, bound]) =>
    bound === undefined || place(bound)
      ? []
      : [
          issue(
            [...path, key],
            'INVALID_VALUE',
            `must be ${must.en}, not ${shown(bound).en}`,
            `ожидается ${must.ru}, указано ${shown(bound).ru}`,
          ),
        ],
  )
  if (wrong.length > 0 || min === undefined || max === undefined) return wrong
  const [first, last] = [place(min)!, place(max)!]
  if (first.scale !== last.scale || !crossed(first.at, last.at)) return []
  return implied === undefined
    ? [crossedIssue([...path, 'max'], 'min', min, max)]
    : [pastIssue(path, implied, implied === 'min' ? max : min)]
}

const crossed = (min: number | undefined, max: number | undefined): boolean => min !== undefined && max !== undefined && min > max

const crossedIssue = (path: Path, other: string, min: Bound, max: Bound): RawIssue =>
  issue(
    path,
    'INVALID_VALUE',
    `must not lie below \`${other}\` (${min}), and is ${max}: no answer fits; swap the two?`,
    `ожидается не меньше \`${other}\` (${min}), указано ${max}: ни один ответ не подойдёт; поменяйте их местами?`,
  )

function pastIssue(path: Path, implied: 'min' | 'max', bound: Bound): RawIssue {
  return implied === 'min'
    ? issue(
        [...path, 'max'],
        'INVALID_VALUE',
        `lies before today (${bound}): no day fits; a day that is over needs \`past: true\``,
        `раньше сегодняшнего дня (${bound}): ни один день не подойдёт; прошедшему дню нужно \`past: true\``,
      )
    : issue(
        [...path, 'min'],
        'INVALID_VALUE',
        `lies after today (${bound}), and the day is a past one: no day fits; leave out \`past\``,
        `позже сегодняшнего дня (${bound}), а день — прошедший: ни один не подойдёт; уберите \`past\``,
      )
}
