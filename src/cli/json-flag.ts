/**
 * Whether the caller of this command line reads JSON. Decided from the raw words, because errors in parsing them must already be JSON.
 * Words after `--` are arguments, never flags.
 */
export function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  const words = end === -1 ? argv : argv.slice(0, end)
  return words.some(
    (word, index) =>
      word === '--json' ||
      word === '--output=json' ||
      word === '-ojson' ||
      word === '-o=json' ||
      ((word === '-o' || word === '--output') && words[index + 1] === 'json'),
  )
}
