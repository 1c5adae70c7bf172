const map = (entries: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(entries.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)))

/** Nouns that count in lots: `пять сотен`, `two dozen`. Alone in the singular they are one lot: `сотня` is 100. */
export const lots = map([
  [10, 'десяток десятка десятку десятке десятком десятки десятков десяточек'],
  [12, 'дюжина дюжины дюжину дюжине дюжиной дюжин dozen dozens'],
  [20, 'двадцатка двадцатку'],
  [30, 'тридцатка тридцатку'],
  [50, 'полтинник полтос'],
  [100, 'сотня сотни сотню сотне сотней сотен сотка сотку соточка соточку'],
  [1000, 'косарь косаря косарей косых тонна grand'],
  [1_000_000, 'лям ляма лямов'],
])

/** Lots that mean nothing without a number in front: "hundreds of people", «тысячи людей». */
export const pluralLots: ReadonlySet<string> = new Set(
  'десятки десятков десятка дюжины дюжин dozens сотни сотен косаря косарей косых ляма лямов тонна grand hundreds thousands millions billions тысячи тысяч тыщи тыщ миллионы миллионов миллиона миллиарды миллиардов триллионы триллионов trillions тысячами тысячам миллионами'.split(
    ' ',
  ),
)

export const oneAndAHalf: ReadonlySet<string> = new Set('полтора полторы полутора полуторы полуторых полторашка'.split(' '))

export const pairs: ReadonlySet<string> = new Set('пара пару пары паре парой парочка парочку парочки couple'.split(' '))

/** Parts of one: alone (`половина`, `a quarter`) or counted (`две трети`, `three quarters`). */
export const fractions = map([
  [0.5, 'половина половину половины половинка половинку половиной половинкой half halves'],
  [1 / 3, 'треть трети третей третью third thirds'],
  [0.25, 'четверть четверти четвертей четвертью четвертушка quarter quarters fourth fourths'],
  [0.2, 'fifth fifths'],
  [0.125, 'eighth eighths'],
  [0.1, 'tenth tenths'],
  [0.01, 'hundredth hundredths'],
  [0.001, 'thousandth thousandths'],
])

/** Denominators of «две целых пять десятых», «одна пятая». */
export const denominators = map([
  [2, 'вторая вторых вторую'],
  [3, 'третья третьих третью'],
  [4, 'четвертая четвертых четвертую'],
  [5, 'пятая пятых пятую'],
  [6, 'шестая шестых шестую'],
  [8, 'восьмая восьмых восьмую'],
  [10, 'десятая десятых десятую десятые'],
  [100, 'сотая сотых сотую сотые'],
  [1000, 'тысячная тысячных тысячную тысячные'],
])

/** «полмиллиона», «пол миллиона». */
export const halvedLots = map([
  [10, 'десятка'],
  [12, 'дюжины'],
  [100, 'сотни'],
  [1000, 'тысячи тыщи косаря'],
  [1_000_000, 'миллиона лимона ляма'],
  [1_000_000_000, 'миллиарда'],
])
