import type {Reading} from './phone-lattice.ts'
import type {Lang} from './types.ts'

/**
 * How people group the ten digits of a national number, one character a group: its length, `z` for a lone zero. A reading that falls
 * into such a pattern is what was meant far more often than one that does not.
 */
const triple = '(?:3|z2|z[1z]{2})'
const pair = '(?:2|z[1z])'
const single = '[1z]'
const oneOf = (plans: readonly (readonly string[])[]) => new RegExp(`^(?:${plans.map((groups) => groups.join('')).join('|')})$`)
const russianPlan = oneOf([
  [triple, triple, pair, pair],
  [triple, triple, single, single, single, single],
  [triple, triple, pair, single, single],
  [triple, triple, single, single, pair],
  [triple, triple, '4'],
  [triple, triple, triple, single],
  [triple, triple, single, triple],
  [triple, pair, pair, triple],
  [triple, single, pair, pair, pair],
  [triple, single, single, single, pair, pair],
  [triple, `${single}{7}`],
  [single, pair, triple, pair, pair],
  [`${pair}{5}`],
  [`${single}{10}`],
])
// "Six fifty, two fifty three, twelve hundred": three, three and four digits, each in any mixture.
const three = `(?:3|${single}2|2${single}|${single}{3})`
const four = `(?:4|22|${single}3|3${single}|${single}{2}2|2${single}{2}|${single}2${single}|${single}{4})`
const englishPlan = oneOf([[three, three, four]])
// Where single digits follow, a ten or a hundred in front swallows the first of them: «девятьсот двадцать | пять | десять…».
const russianSingles = oneOf([
  [triple, triple, single, single, single, single],
  [triple, single, pair, pair, pair],
  [triple, single, single, single, pair, pair],
  [triple, `${single}{7}`],
])
// Codes that no operator has, or one where its neighbours are many: «девятьсот семьдесят семь» is no 970 7, «девятьсот пять» hardly 900 5.
const unlikely: ReadonlySet<string> = new Set(['900', '940', '970', '990'])
// Most numbers end in two pairs: so does what has not come to its end yet.
const openPairs = oneOf([[triple, triple, pair, `${single}?`]])

/** Whether the groups of a reading are those of a ten-digit number; `undefined` for numbers of other lengths, which have no usual grouping. */
export function isOnPlan(reading: Reading, lang: Lang): boolean | undefined {
  const shape = shapeOf(reading)
  return shape === undefined
    ? undefined
    : (lang === 'ru' ? russianPlan : englishPlan).test(shape) || (lang === 'en' && russianPlan.test(shape))
}

/**
 * Whether a reading may keep apart what `fewest`, the reading of fewest groups, joins: once, in front of a single digit of a grouping of single
 * digits. Anywhere else the words are rather the beginning of a number: «сто сорок шесть, семьдесят» is 146 70 and goes on.
 */
export function splitsForSingles(reading: Reading, fewest: Reading, {lang, plus}: {readonly lang: Lang; readonly plus: boolean}): boolean {
  if (reading.groups.length !== fewest.groups.length + 1) return false
  const at = reading.groups.findIndex((group, index) => group !== fewest.groups[index])
  if (reading.groups[at + 1]?.length !== 1) return false
  const shape = shapeOf(reading)
  // A number with its country code has no usual grouping.
  if (shape === undefined) return plus
  if (lang === 'en') return englishPlan.test(shape)
  const national = hasTrunk(reading) ? reading.groups.slice(1) : reading.groups
  return (
    !(unlikely.has(national[0]!) && at === reading.groups.indexOf(national[0]!)) &&
    russianSingles.test(shape) &&
    !openPairs.test(lettersOf(hasTrunk(reading) ? fewest.groups.slice(1) : fewest.groups))
  )
}

/** The groups of the ten national digits, in the letters of the plans. */
const shapeOf = (reading: Reading): string | undefined =>
  reading.digits.length === 10 || hasTrunk(reading) ? lettersOf(hasTrunk(reading) ? reading.groups.slice(1) : reading.groups) : undefined

const hasTrunk = ({digits, groups}: Reading): boolean => digits.length === 11 && groups[0]!.length === 1

const lettersOf = (groups: readonly string[]): string =>
  groups.map((group) => (/^0+$/.test(group) ? group.replaceAll('0', 'z') : String(group.length))).join('')
