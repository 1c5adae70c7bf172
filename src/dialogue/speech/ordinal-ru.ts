import {type Case, cases} from '../nlu/names/decline.ts'
import type {Gender} from './grammar.ts'
import {cardinalRu, compoundRu} from './number-ru.ts'

export type OrdinalGender = Gender | 'pl'

/** An ordinal in Russian words: `ordinalRu(12, 'gen', 'n')` → `двенадцатого`. Only the last word bends: тысяча девятьсот девяносто второго. */
export function ordinalRu(value: number, to: Case = 'nom', gender: OrdinalGender = 'm'): string {
  if (value < 0) return `минус ${ordinalRu(-value, to, gender)}`
  const [rest, last] = split(value)
  const word = adjective(stems.get(last) ?? thousandth(last), to, gender)
  return rest > 0 ? `${cardinalRu(rest)} ${word}` : word
}

/** 1992 → [1990, 2]; 1900 → [1000, 900]; 2015 → [2000, 15]. */
function split(value: number): [rest: number, last: number] {
  if (value === 0) return [0, 0]
  for (const size of [1000, 100, 10, 1]) {
    const last = value % (size * 10)
    if (size === 1 && value % 100 > 10 && value % 100 < 20) return [value - (value % 100), value % 100]
    if (value % size === 0 && last > 0 && (size < 1000 || value % 1000 === 0)) {
      if (size === 1000)
        return [value >= 1_000_000 ? value - (value % 1_000_000) : 0, value >= 1_000_000 ? value % 1_000_000 || value : value]
      return [value - last, last]
    }
  }
  return [0, value]
}

/** Ends in `ой` where the stress falls on the ending. */
const stems = new Map<number, string>(
  'нулевой первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый'
    .split(' ')
    .map((word, value): [number, string] => [value, word])
    .concat(
      'двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый'
        .split(' ')
        .map((word, index): [number, string] => [20 + index * 10, word]),
      'сотый двухсотый трёхсотый четырёхсотый пятисотый шестисотый семисотый восьмисотый девятисотый'
        .split(' ')
        .map((word, index): [number, string] => [100 + index * 100, word]),
    ),
)

const thousandth = (value: number): string => {
  if (value % 1_000_000 === 0) return `${value === 1_000_000 ? '' : compoundRu(value / 1_000_000)}миллионный`
  return `${value === 1000 ? '' : compoundRu(value / 1000)}тысячный`
}

const endings: Readonly<Record<OrdinalGender, string>> = {
  m: 'ый ого ому ый ым ом',
  n: 'ое ого ому ое ым ом',
  f: 'ая ой ой ую ой ой',
  pl: 'ые ых ым ые ыми ых',
}
const third: Readonly<Record<OrdinalGender, string>> = {
  m: 'ий ьего ьему ий ьим ьем',
  n: 'ье ьего ьему ье ьим ьем',
  f: 'ья ьей ьей ью ьей ьей',
  pl: 'ьи ьих ьим ьи ьими ьих',
}

function adjective(word: string, to: Case, gender: OrdinalGender): string {
  const table = word === 'третий' ? third : endings
  const ending = table[gender].split(' ')[cases.indexOf(to)]!
  return word.slice(0, -2) + (ending === 'ый' ? word.slice(-2) : ending)
}
