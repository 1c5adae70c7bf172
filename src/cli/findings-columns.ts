import type {IssueView} from '../skillbase/findings-text.ts'
import type {Column} from './output.ts'

/** One remark about a file or a stored skillbase. */
export interface FoundIssue extends Partial<IssueView> {
  readonly source: string
  readonly severity: string
}

export const findingColumns: readonly Column<FoundIssue>[] = [
  {title: {en: 'SOURCE', ru: 'ИСТОЧНИК'}, value: (row) => row.source},
  {title: {en: 'LINE', ru: 'СТРОКА'}, value: (row) => row.line},
  {title: {en: 'COLUMN', ru: 'СТОЛБЕЦ'}, value: (row) => row.column},
  {title: {en: 'SEVERITY', ru: 'ВАЖНОСТЬ'}, value: (row) => row.severity},
  {title: {en: 'CODE', ru: 'КОД'}, value: (row) => row.code},
  {title: {en: 'PATH', ru: 'МЕСТО'}, value: (row) => row.path},
  {title: {en: 'MESSAGE', ru: 'СООБЩЕНИЕ'}, value: (row) => row.message},
]
