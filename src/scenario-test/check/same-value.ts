import type {FieldType} from '../../skillbase/schema/field.ts'

const yes: ReadonlySet<string> = new Set(['yes', 'true', 'да', 'on'])
const no: ReadonlySet<string> = new Set(['no', 'false', 'нет', 'off'])

/**
 * Whether a value is the one a test names. YAML is sloppy about types, and so is this: `2026-03-12`, `"5"` and 5, `yes` and true,
 * 9:00 and 09:00, +79261234567 without quotes, names in any case.
 * @param type of the field, when the value is one of a field
 */
export function sameValue(expected: unknown, actual: unknown, type?: FieldType): boolean {
  if (expected === null || expected === undefined) return actual === null || actual === undefined
  if (actual === null || actual === undefined) return false
  if (typeof actual === 'boolean') return truthOf(expected) === actual
  if (typeof actual === 'number') return Number(expected) === actual && String(expected).trim() !== ''
  if (Array.isArray(actual))
    return Array.isArray(expected) && expected.length === actual.length && expected.every((item, index) => sameValue(item, actual[index]))
  if (typeof actual === 'object') return isPart(expected, actual)
  if (typeof expected === 'object') return false
  return sameText(String(expected), String(actual), type)
}

/** Whether every key of `expected` is in `actual` with the same value. */
export function isPart(expected: unknown, actual: unknown): boolean {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return sameValue(expected, actual)
  if (typeof actual !== 'object' || actual === null) return false
  return Object.entries(expected).every(([key, value]) => {
    const given = (actual as Readonly<Record<string, unknown>>)[key]
    return isPlain(value) ? isPart(value, given) : sameValue(value, given)
  })
}

const isPlain = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

function truthOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const text = String(value).trim().toLowerCase()
  return yes.has(text) ? true : no.has(text) ? false : undefined
}

function sameText(expected: string, actual: string, type: FieldType | undefined): boolean {
  if (expected === actual || folded(expected) === folded(actual)) return true
  if (clockOf(expected) !== undefined) return clockOf(expected) === clockOf(actual)
  // A number with an option's or a phone's digits: YAML dropped the plus.
  if (type === 'phone' || /^\+\d{7,15}$/.test(actual)) return digitsOf(expected) === digitsOf(actual)
  return false
}

/** Case, ё, spaces and the unseen are not what a test is about. */
export const folded = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ')

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

function clockOf(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
