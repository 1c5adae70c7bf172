import {addNumeral, type NumeralTable} from './numerals-table.ts'

const cardinals =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** English numerals, and compounds as recognisers hyphenate them (`twenty-five`, `thirty-first`). */
export function englishNumerals(): NumeralTable {
  const table: NumeralTable = new Map()
  addNumeral(table, 'zero oh o nought naught nil zeros zeroes', {value: 0, rank: 'zero', ordinal: false})
  cardinals.forEach((word, index) => addNumeral(table, word, {value: index + 1, rank: index < 9 ? 'unit' : 'teen', ordinal: false}))
  ordinals.forEach((word, index) => addNumeral(table, word, {value: index + 1, rank: index < 9 ? 'unit' : 'teen', ordinal: true}))
  tens.forEach((word, index) => {
    const value = 20 + index * 10
    addNumeral(table, word, {value, rank: 'ten', ordinal: false})
    addNumeral(table, word.replace(/y$/, 'ieth'), {value, rank: 'ten', ordinal: true})
    // A compound takes no further unit, so it ranks as a teen.
    for (let unit = 1; unit <= 9; unit++) {
      addNumeral(table, `${word}-${cardinals[unit - 1]!}`, {value: value + unit, rank: 'teen', ordinal: false})
      addNumeral(table, `${word}-${ordinals[unit - 1]!}`, {value: value + unit, rank: 'teen', ordinal: true})
    }
  })
  addNumeral(table, 'fourty', {value: 40, rank: 'ten', ordinal: false})
  addNumeral(table, 'hundred hundreds', {value: 100, rank: 'scale', ordinal: false})
  addNumeral(table, 'hundredth', {value: 100, rank: 'scale', ordinal: true})
  addNumeral(table, 'thousand thousands', {value: 1000, rank: 'scale', ordinal: false})
  addNumeral(table, 'thousandth', {value: 1000, rank: 'scale', ordinal: true})
  addNumeral(table, 'million millions', {value: 1_000_000, rank: 'scale', ordinal: false})
  addNumeral(table, 'billion billions', {value: 1_000_000_000, rank: 'scale', ordinal: false})
  addNumeral(table, 'trillion trillions', {value: 1e12, rank: 'scale', ordinal: false})
  return table
}
