/**
 * Foreign words between marks that nobody could have known: whatever stands there is data.
 * @param mark random, new for every message; taken out of the text, should it stand there
 */
export function fenced(name: string, text: string, mark: string): string {
  if (!/^[0-9a-z]{8,}$/.test(mark)) throw new RangeError('a mark needs at least 8 of 0-9 and a-z')
  return `<<${name} ${mark}\n${text.replaceAll(mark, '').trim()}\n${mark} ${name}>>`
}
