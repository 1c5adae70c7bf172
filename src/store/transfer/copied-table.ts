import type {Bilingual} from '../../bilingual.ts'
import type {Digests} from './digest.ts'

/** One table as it was written, read back and found equal. */
export interface CopiedTable {
  readonly table: string
  readonly rows: number
  readonly sha256: string
}

export const copiedTables = (digests: Digests): CopiedTable[] => Object.entries(digests).map(([table, digest]) => ({table, ...digest}))

interface CopiedColumn {
  readonly title: Bilingual
  readonly value: (row: CopiedTable) => unknown
  readonly short?: (row: CopiedTable) => unknown
}

export const copiedColumns: readonly CopiedColumn[] = [
  {title: {en: 'TABLE', ru: 'ТАБЛИЦА'}, value: ({table}) => table},
  {title: {en: 'ROWS', ru: 'СТРОК'}, value: ({rows}) => rows},
  {title: {en: 'SHA-256', ru: 'SHA-256'}, value: ({sha256}) => sha256, short: ({sha256}) => sha256.slice(0, 12)},
]
