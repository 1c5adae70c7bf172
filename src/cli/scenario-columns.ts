import type {CaseView, SuiteView} from '../scenario-test/report/json.ts'
import type {Column} from './output.ts'

export interface CaseRow extends CaseView {
  readonly file: string
  readonly bot: string
}

export const caseRows = ({files}: SuiteView): CaseRow[] => files.flatMap(({file, bot, cases}) => cases.map((one) => ({file, bot, ...one})))

export const caseColumns: readonly Column<CaseRow>[] = [
  {title: {en: 'FILE', ru: 'ФАЙЛ'}, value: (row) => row.file},
  {title: {en: 'LINE', ru: 'СТРОКА'}, value: (row) => row.line},
  {title: {en: 'BOT', ru: 'БОТ'}, value: (row) => row.bot},
  {title: {en: 'CASE', ru: 'СЛУЧАЙ'}, value: (row) => row.name},
  {title: {en: 'STATUS', ru: 'СОСТОЯНИЕ'}, value: (row) => row.status},
  {title: {en: 'OUTCOME', ru: 'ИСХОД'}, value: (row) => row.outcome},
  {title: {en: 'MS', ru: 'МС'}, value: (row) => row.durationMs},
  {title: {en: 'WHY', ru: 'ПОЧЕМУ'}, value: (row) => row.reason ?? row.failures.map(({message}) => message).join('; ')},
]
