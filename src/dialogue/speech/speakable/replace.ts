/** What stands around a place in the text that is being put into words. */
export interface Place {
  readonly head: string
  readonly tail: string
}

/** Replaces every match of a global pattern; `word` gets the groups and what stands around, and may return nothing to leave the match as it is. */
export const replaceEach = (
  text: string,
  pattern: RegExp,
  word: (groups: readonly (string | undefined)[], place: Place) => string | undefined,
): string =>
  text.replaceAll(pattern, (match, ...rest) => {
    const at = rest.findIndex((item) => typeof item === 'number')
    const offset = rest[at] as number
    const place = {head: text.slice(0, offset), tail: text.slice(offset + match.length)}
    return word([match, ...(rest.slice(0, at) as (string | undefined)[])], place) ?? match
  })

/** The dot of an abbreviation ends the sentence too when nothing or a capital follows. */
export const sentenceDot = (dot: string | undefined, tail: string): string =>
  dot === '.' && (tail.trim() === '' || /^\s+\p{Lu}/u.test(tail)) ? '.' : ''

/**
 * Letters for patterns that ignore case: `\p{L}` under the flags `iu` costs a millisecond a pattern to compile, and the first sentence of a call pays for all of them.
 */
export const letter = 'A-Za-zА-Яа-яЁё'

/** A whole number as written with blanks between thousands. */
export const wholeNumber = '(?:\\d{1,3}(?:[ ]\\d{3})+(?!\\d)|\\d+)'

/** `1 500,50` → 1500.5 */
export const toNumber = (written: string): number => Number(written.replaceAll(' ', '').replace(',', '.'))

/** `A4`, `12а`, `5G`: a blank between the letters and the words. */
export const spaced = (words: string, {head, tail}: Place): string =>
  `${/[\p{L}\p{M}]$/u.test(head) ? ' ' : ''}${words}${/^[\p{L}\p{M}]/u.test(tail) ? ' ' : ''}`
