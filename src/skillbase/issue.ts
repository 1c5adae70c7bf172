import type {Bilingual} from '../bilingual.ts'

/** Keys and indices from the root of a document. */
export type Path = readonly (string | number)[]

/** What is wrong, before anybody knows which file and line it came from. */
export interface RawIssue {
  readonly path: Path
  readonly code: string
  readonly message: Bilingual
}

export type Severity = 'error' | 'warning' | 'info'

export interface Position {
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** What is wrong and where. */
export interface Issue extends Partial<Position> {
  /** `flow.states.booking.transitions[0].to`; empty for the document itself. */
  readonly path: string
  readonly code: string
  readonly message: Bilingual
}

export interface Finding extends Issue {
  readonly severity: Severity
}

/** `['flow', 'rules', 0, 'my.key']` → `flow.rules[0]["my.key"]` */
export function formatPath(path: Path): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else if (/^[\p{L}\p{N}_$-]+$/u.test(part)) text += text === '' ? part : `.${part}`
    else text += `[${JSON.stringify(part)}]`
  }
  return text
}

export const issue = (path: Path, code: string, en: string, ru: string): RawIssue => ({path, code, message: {en, ru}})
