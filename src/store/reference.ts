import {AppError} from '../errors.ts'
import {isIdBeginning, isSlug} from '../ids.ts'

/** How a table finds rows by what an operator typed. */
export interface Lookup<Row> {
  readonly bySlug?: (slug: string) => Promise<Row | undefined>
  /** At most two rows with `from <= id < to`. */
  readonly byIdRange: (from: string, to: string) => Promise<readonly Row[]>
}

/**
 * The row that a slug, an id or the beginning of an id names. A slug wins: it is what people give on purpose.
 * @throws AppError AMBIGUOUS_REFERENCE (usage)
 */
export async function findByReference<Row>(reference: string, {bySlug, byIdRange}: Lookup<Row>): Promise<Row | undefined> {
  const named = bySlug && isSlug(reference) ? await bySlug(reference) : undefined
  if (named) return named
  const beginning = reference.toUpperCase()
  if (!isIdBeginning(beginning)) return undefined
  // "~" stands behind every character of an id.
  const [row, another] = await byIdRange(beginning, `${beginning}~`)
  if (another) throw ambiguousReference(reference)
  return row
}

export const ambiguousReference = (reference: string) =>
  new AppError(
    'AMBIGUOUS_REFERENCE',
    {en: `More than one id begins with "${reference}".`, ru: `С «${reference}» начинается больше одного идентификатора.`},
    {exit: 'usage', hint: {en: 'Give more of it.', ru: 'Укажите больше символов.'}},
  )
