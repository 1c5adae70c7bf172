import {type Case, cases} from '../nlu/names/decline.ts'
import {counted, type Gender, noun} from './grammar.ts'

/**
 * A whole number in Russian words: `cardinalRu(21, 'gen', 'f')` → `двадцати одной`. A lone thousand or million goes without "one": тысяча пятьсот.
 * @param value whole, |value| < 10¹²
 */
export function cardinalRu(value: number, to: Case = 'nom', gender: Gender = 'm'): string {
  if (value < 0) return `минус ${cardinalRu(-value, to, gender)}`
  if (value === 0) return at('ноль ноля нолю ноль нолём ноле', to)
  const parts: string[] = []
  let rest = value
  for (const {size, name} of scales) {
    const count = Math.floor(rest / size)
    rest %= size
    if (count === 0) continue
    if (count > 1) parts.push(group(count, to, name.gender))
    parts.push(counted(name, count, to))
  }
  if (rest > 0) parts.push(group(rest, to, gender))
  return parts.join(' ')
}

const scales = [
  {
    size: 1_000_000_000,
    name: noun(
      'm',
      'миллиард миллиарда миллиарду миллиард миллиардом миллиарде',
      'миллиарды миллиардов миллиардам миллиарды миллиардами миллиардах',
    ),
  },
  {
    size: 1_000_000,
    name: noun('m', 'миллион миллиона миллиону миллион миллионом миллионе', 'миллионы миллионов миллионам миллионы миллионами миллионах'),
  },
  {size: 1000, name: noun('f', 'тысяча тысячи тысяче тысячу тысячей тысяче', 'тысячи тысяч тысячам тысячи тысячами тысячах')},
]

const at = (forms: string, to: Case): string => forms.split(' ')[cases.indexOf(to)]!

function group(value: number, to: Case, gender: Gender): string {
  const words: string[] = []
  const hundreds = Math.floor(value / 100)
  if (hundreds > 0) words.push(at(hundredForms[hundreds - 1]!, to))
  const tens = Math.floor((value % 100) / 10)
  const units = value % 10
  if (tens === 1) words.push(softForms(teens[units]!, to))
  else {
    if (tens > 1) words.push(ten(tens, to))
    if (units > 0) words.push(unit(units, to, gender))
  }
  return words.join(' ')
}

function unit(value: number, to: Case, gender: Gender): string {
  if (value === 1)
    return at(
      {m: 'один одного одному один одним одном', f: 'одна одной одной одну одной одной', n: 'одно одного одному одно одним одном'}[gender],
      to,
    )
  if (value === 2) return at(gender === 'f' ? 'две двух двум две двумя двух' : 'два двух двум два двумя двух', to)
  if (value === 3) return at('три трёх трём три тремя трёх', to)
  if (value === 4) return at('четыре четырёх четырём четыре четырьмя четырёх', to)
  return softForms(fives[value - 5]!, to)
}

const fives = ['пять', 'шесть', 'семь', 'восемь', 'девять']
const teens = [
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
]

/** пять, пяти, пятью; восемь loses its vowel: восьми, but восемью. */
function softForms(word: string, to: Case): string {
  if (to === 'nom' || to === 'acc') return word
  const stem = word.slice(0, -1)
  if (to === 'ins') return `${stem}ью`
  return word === 'восемь' ? 'восьми' : `${stem}и`
}

function ten(tens: number, to: Case): string {
  if (tens === 4) return at('сорок сорока сорока сорок сорока сорока', to)
  if (tens === 9) return at('девяносто девяноста девяноста девяносто девяноста девяноста', to)
  if (tens < 4) return softForms(tens === 2 ? 'двадцать' : 'тридцать', to)
  const word = fives[tens - 5]!
  if (to === 'nom' || to === 'acc') return `${word}десят`
  return to === 'ins' ? `${softForms(word, 'ins')}десятью` : `${softForms(word, 'gen')}десяти`
}

const hundredForms = [
  'сто ста ста сто ста ста',
  'двести двухсот двумстам двести двумястами двухстах',
  'триста трёхсот трёмстам триста тремястами трёхстах',
  'четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах',
  ...fives.map((word) => {
    const stem = softForms(word, 'gen')
    return `${word}сот ${stem}сот ${stem}стам ${word}сот ${softForms(word, 'ins')}стами ${stem}стах`
  }),
]

/** The number as the first half of a compound: 5 → `пяти` (пятилетний), 21 → `двадцатиодно`, 40 → `сорока`, 100 → `сто`, 90 → `девяносто`. */
export function compoundRu(value: number): string {
  return cardinalRu(value, 'gen', 'n')
    .split(' ')
    .map((word) => ({одного: 'одно', ста: 'сто', девяноста: 'девяносто', тысячи: 'тысяче'})[word] ?? word)
    .join('')
}
