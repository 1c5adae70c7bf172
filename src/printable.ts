const unsafe = /[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u

/**
 * A text as it may reach a terminal: what would control it is shown as `\x1b`, so that a name cannot hide, forge, colour or move anything. Line breaks
 * and tabs stay.
 */
export const printable = (text: string): string =>
  text.replaceAll(new RegExp(unsafe, 'gu'), (found) => (found === '\n' || found === '\t' ? found : escaped(found)))

/** The same for what comes from outside, such as a name: it stands on one line. */
export const printableWord = (text: string): string => text.replaceAll(new RegExp(unsafe, 'gu'), escaped)

/** What somebody said or wrote, on one line of its own: a line break in it begins no line that looks like ours. */
export const printableLine = (text: string): string => printableWord(text.replaceAll(/\s+/g, ' '))

/** Whether a text is one to begin with. U+FFFD is what is left of bytes that were no UTF-8, on the command line for one. */
export const isOneLine = (text: string): boolean => !/[\p{Cc}\uFFFD]/u.test(text)

const escaped = (character: string): string => {
  const code = character.codePointAt(0)!
  return code < 0x1_00 ? String.raw`\x${code.toString(16).padStart(2, '0')}` : String.raw`\u${code.toString(16).padStart(4, '0')}`
}
