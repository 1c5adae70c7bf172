import type {Bilingual} from '../../bilingual.ts'

/** An expectation that was not met. */
export interface Failure {
  /** Turn of the case, from 1; absent when it is about the whole conversation. */
  readonly turn?: number
  /** The key of the test: `fields.time`, `says.contains`, `path`. */
  readonly check: string
  readonly expected: string
  readonly actual: string
  /** `actual` for Russian readers, where it has words of ours in it. */
  readonly actualRu?: string
  /** Said in place of expected and actual where these tell nothing. */
  readonly note?: Bilingual
}

export const failure = (check: string, expected: unknown, actual: unknown): Failure => ({
  check,
  expected: shown(expected),
  actual: shown(actual),
})

export const noted = (check: string, en: string, ru: string): Failure => ({check, expected: '', actual: en, note: {en, ru}})

/** A value as people write it in YAML. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '–'
  if (typeof value === 'string') return value === '' ? '""' : value
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${shown(item)}`)
      .join(', ')}}`
  return String(value)
}
