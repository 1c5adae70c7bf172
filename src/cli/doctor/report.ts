import type {UiLanguage} from '../../bilingual.ts'
import type {Palette} from '../colour.ts'
import type {Column} from '../output.ts'
import {typeable} from '../program.ts'
import type {CheckResult, CheckStatus} from './check.ts'

/** What `doctor --json` gives: English, one object a finding. */
export interface DoctorReport {
  readonly status: CheckStatus
  readonly checks: readonly {readonly check: string; readonly status: CheckStatus; readonly message: string; readonly fix?: string}[]
}

export const doctorColumns: readonly Column<DoctorReport['checks'][number]>[] = [
  {title: {en: 'CHECK', ru: 'ПРОВЕРКА'}, value: (row) => row.check},
  {title: {en: 'STATUS', ru: 'СОСТОЯНИЕ'}, value: (row) => row.status},
  {title: {en: 'MESSAGE', ru: 'СООБЩЕНИЕ'}, value: (row) => row.message},
  {title: {en: 'FIX', ru: 'ЧТО ДЕЛАТЬ'}, value: (row) => row.fix},
]

export const doctorReport = (results: readonly CheckResult[]): DoctorReport => ({
  status: worst(results),
  checks: results.map(({check, status, text, fix}) => ({check, status, message: text.en, ...(fix && {fix: typeable(fix.en)})})),
})

/** One line a finding, its fix below it. */
export function doctorText(results: readonly CheckResult[], lang: UiLanguage, paint: Palette): string {
  const labels = words[lang]
  const width = Math.max(...Object.values(labels).map((label) => label.length))
  const name = Math.max(...results.map(({check}) => check.length))
  const indent = ' '.repeat(width + name + 4)
  const colour = {ok: paint.green, warning: paint.yellow, failure: paint.red, skipped: paint.dim}
  return results
    .flatMap(({check, status, text, fix}) => [
      `${colour[status](labels[status].padEnd(width))}  ${check.padEnd(name)}  ${text[lang]}`,
      ...(fix ? [`${indent}${paint.dim(typeable(fix[lang]))}`] : []),
    ])
    .join('\n')
}

const words = {
  en: {ok: 'ok', warning: 'warning', failure: 'failure', skipped: 'skipped'},
  ru: {ok: 'хорошо', warning: 'внимание', failure: 'ошибка', skipped: 'пропуск'},
} as const

const worst = (results: readonly CheckResult[]): CheckStatus => {
  if (results.some(({status}) => status === 'failure')) return 'failure'
  return results.some(({status}) => status === 'warning') ? 'warning' : 'ok'
}
