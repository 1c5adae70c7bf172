/** A whole number in English words, without "and" and without hyphens: `two thousand three hundred twenty five`. |value| < 10¹². */
export function cardinalEn(value: number): string {
  if (value < 0) return `minus ${cardinalEn(-value)}`
  if (value < 20) return small[value]!
  if (value < 100) return join(tens[Math.floor(value / 10) - 2]!, value % 10)
  for (const [size, name] of scales) if (value >= size) return join(`${cardinalEn(Math.floor(value / size))} ${name}`, value % size)
  return ''
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales: readonly (readonly [number, string])[] = [
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1000, 'thousand'],
  [100, 'hundred'],
]

const join = (words: string, rest: number): string => (rest > 0 ? `${words} ${cardinalEn(rest)}` : words)

/** `twenty first`, `one hundredth`. */
export function ordinalEn(value: number): string {
  const words = cardinalEn(value).split(' ')
  const last = words.pop()!
  return [...words, irregular[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)].join(' ')
}

const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

/** A year as it is said: `nineteen ninety two`, `two thousand five`, `twenty twenty six`. */
export function yearEn(year: number): string {
  if (year < 1000 || year > 9999 || year % 1000 === 0 || (year >= 2000 && year < 2010)) return cardinalEn(year)
  const [century, rest] = [Math.floor(year / 100), year % 100]
  if (rest === 0) return `${cardinalEn(century)} hundred`
  return `${cardinalEn(century)} ${rest < 10 ? 'oh ' : ''}${cardinalEn(rest)}`
}
