import type {Lang, Token} from './types.ts'

/** What one word says about a number. `scale` multiplies what stands before it. */
export interface Numeral {
  readonly value: number
  readonly rank: 'zero' | 'unit' | 'teen' | 'ten' | 'hundred' | 'scale' | 'digits'
  readonly ordinal: boolean
  /** `двое`, `втроём`: counts people. */
  readonly collective?: boolean
  /** As written when the word was digits: leading zeros matter in phone numbers. */
  readonly digits?: string
}

type Table = Map<string, Numeral>

const add = (table: Table, words: string, numeral: Numeral) => {
  for (const word of words.split(' ')) if (word && !table.has(word)) table.set(word, numeral)
}

/** The cases of a Russian numeral that ends in a soft sign: пять, пяти, пятью. */
const soft = (word: string): string => `${word} ${word.slice(0, -1)}и ${word}ю`

const adjective = (stem: string): string =>
  ['ый', 'ой', 'ий', 'ая', 'яя', 'ое', 'ее', 'ые', 'ого', 'ой', 'ому', 'ым', 'ую', 'ом', 'ых', 'ыми']
    .map((ending) => stem + ending)
    .join(' ')

function russian(): Table {
  const table: Table = new Map()
  const cardinal = (value: number, rank: Numeral['rank'], words: string) => add(table, words, {value, rank, ordinal: false})
  const ordinal = (value: number, rank: Numeral['rank'], words: string) => add(table, words, {value, rank, ordinal: true})

  cardinal(0, 'zero', 'ноль нуль ноля нуля нолю нулю нолем нулем ноле нуле нули ноли нулей нолей нулик нолик нолика нулика')
  cardinal(1, 'unit', 'один одна одно одну одного одной одному одним одном одни')
  cardinal(2, 'unit', 'два две двух двум двумя')
  cardinal(3, 'unit', 'три трех трем тремя')
  cardinal(4, 'unit', 'четыре четырех четырем четырьмя')
  const units = ['пять', 'шесть', 'семь', 'восемь', 'девять']
  units.forEach((word, index) => cardinal(5 + index, 'unit', soft(word)))
  cardinal(8, 'unit', 'восьми восьмью')
  cardinal(10, 'teen', soft('десять'))
  const teens = ['один', 'две', 'три', 'четыр', 'пят', 'шест', 'сем', 'восем', 'девят'].map((stem) => `${stem}надцать`)
  teens.forEach((word, index) => cardinal(11 + index, 'teen', soft(word)))
  cardinal(20, 'ten', soft('двадцать'))
  cardinal(30, 'ten', soft('тридцать'))
  cardinal(40, 'ten', 'сорок сорока')
  const tens: readonly (readonly [number, string, string])[] = [
    [50, 'пятьдесят', 'пятидесят'],
    [60, 'шестьдесят', 'шестидесят'],
    [70, 'семьдесят', 'семидесят'],
    [80, 'восемьдесят', 'восьмидесят'],
  ]
  for (const [value, nominative, stem] of tens)
    cardinal(value, 'ten', `${nominative} ${stem}и ${nominative.slice(0, -6)}ьюдесятью ${stem}ью`)
  cardinal(50, 'ten', 'пятьюдесятью пятдесят пийсят писят')
  cardinal(60, 'ten', 'шестьюдесятью шесдесят шисят шийсят')
  cardinal(70, 'ten', 'семьюдесятью семдесят')
  cardinal(80, 'ten', 'восемьюдесятью восьмьюдесятью восемдесят')
  cardinal(90, 'ten', 'девяносто девяноста')
  cardinal(100, 'hundred', 'сто ста')
  cardinal(200, 'hundred', 'двести двухсот двумстам двумястами двухстах')
  cardinal(300, 'hundred', 'триста трехсот тремстам тремястами трехстах')
  cardinal(400, 'hundred', 'четыреста четырехсот четыремстам четырьмястами четырехстах')
  units.forEach((word, index) => {
    const genitive = word === 'восемь' ? 'восьми' : `${word.slice(0, -1)}и`
    cardinal(500 + index * 100, 'hundred', `${word}сот ${genitive}сот ${genitive}стам ${word}юстами ${genitive}стах`)
  })
  cardinal(1000, 'scale', 'тысяча тысячи тысяч тысячу тысяче тысячей тысячью тысячам тысячами тысячах тыща тыщи тыщ тыщу тыс штука штуки')
  cardinal(1_000_000, 'scale', 'миллион миллиона миллионов миллиону миллионом миллионе миллионам миллионами млн лимон')
  cardinal(1_000_000_000, 'scale', 'миллиард миллиарда миллиардов миллиарду миллиардом миллиарде млрд')

  ordinal(0, 'zero', adjective('нулев'))
  const unitStems = ['перв', 'втор', '', 'четверт', 'пят', 'шест', 'седьм', 'восьм', 'девят']
  unitStems.forEach((stem, index) => stem && ordinal(index + 1, 'unit', adjective(stem)))
  ordinal(3, 'unit', 'третий третья третье третьи третьего третьей третьему третьим третью третьем третьих третьими')
  ordinal(10, 'teen', adjective('десят'))
  teens.forEach((word, index) => ordinal(11 + index, 'teen', adjective(word.slice(0, -1))))
  const tenStems = ['двадцат', 'тридцат', 'сороков', 'пятидесят', 'шестидесят', 'семидесят', 'восьмидесят', 'девяност']
  tenStems.forEach((stem, index) => ordinal(20 + index * 10, 'ten', adjective(stem)))
  const hundredStems = ['сот', 'двухсот', 'трехсот', 'четырехсот', 'пятисот', 'шестисот', 'семисот', 'восьмисот', 'девятисот']
  // «сот» is also the genitive of "hundreds": only the adjective endings make it an ordinal.
  hundredStems.forEach((stem, index) => ordinal(100 + index * 100, 'hundred', adjective(stem)))
  ordinal(1000, 'scale', adjective('тысячн'))
  ordinal(2000, 'hundred', adjective('двухтысячн'))

  const collectives = [
    'двое двоих двоим',
    'трое троих троим',
    'четверо четверых',
    'пятеро пятерых',
    'шестеро шестерых',
    'семеро семерых',
    'восьмеро',
    'девятеро',
    'десятеро',
  ]
  collectives.forEach((words, index) => add(table, words, {value: 2 + index, rank: 'unit', ordinal: false, collective: true}))
  const together = ['вдвоем', 'втроем', 'вчетвером', 'впятером', 'вшестером', 'всемером', 'ввосьмером', 'вдевятером', 'вдесятером']
  together.forEach((word, index) => add(table, word, {value: 2 + index, rank: 'unit', ordinal: false, collective: true}))
  return table
}

function english(): Table {
  const table: Table = new Map()
  const names =
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    )
  const ordinals =
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
      ' ',
    )
  add(table, 'zero oh o nought naught nil zeros zeroes', {value: 0, rank: 'zero', ordinal: false})
  names.forEach((word, index) => add(table, word, {value: index + 1, rank: index < 9 ? 'unit' : 'teen', ordinal: false}))
  ordinals.forEach((word, index) => add(table, word, {value: index + 1, rank: index < 9 ? 'unit' : 'teen', ordinal: true}))
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
  tens.forEach((word, index) => {
    add(table, word, {value: 20 + index * 10, rank: 'ten', ordinal: false})
    add(table, word.replace(/y$/, 'ieth'), {value: 20 + index * 10, rank: 'ten', ordinal: true})
  })
  add(table, 'fourty', {value: 40, rank: 'ten', ordinal: false})
  add(table, 'hundred hundreds', {value: 100, rank: 'scale', ordinal: false})
  add(table, 'hundredth', {value: 100, rank: 'scale', ordinal: true})
  add(table, 'thousand thousands grand', {value: 1000, rank: 'scale', ordinal: false})
  add(table, 'thousandth', {value: 1000, rank: 'scale', ordinal: true})
  add(table, 'million millions', {value: 1_000_000, rank: 'scale', ordinal: false})
  add(table, 'billion billions', {value: 1_000_000_000, rank: 'scale', ordinal: false})
  return table
}

const tables: Readonly<Record<Lang, Table>> = {ru: russian(), en: english()}

/** The numeral a token is, if it is one. Digits are numerals of either language; `21st` and `5-го` are ordinals. */
export function numeral(token: Token | undefined, lang: Lang): Numeral | undefined {
  if (!token) return undefined
  const found = tables[lang].get(token.text)
  if (found) return found
  if (/^\d+$/.test(token.text)) return {value: Number(token.text), rank: 'digits', ordinal: false, digits: token.text}
  return undefined
}

/** A whole number read from consecutive tokens `[from, to)`. */
export interface ReadNumber {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly ordinal: boolean
  readonly collective: boolean
}

// A smaller rank may follow a larger one inside the same thousand: сто | двадцать | пять, but пять | двадцать are two numbers.
const weight: Readonly<Record<Numeral['rank'], number>> = {zero: 0, unit: 1, teen: 1, ten: 2, hundred: 3, scale: 4, digits: 0}

/**
 * Reads the longest whole number that starts at `from`: `сто двадцать пять`, `two thousand three hundred`, `двадцать первого`, `25 тысяч`.
 * An ordinal ends the number. Numbers dictated in groups (phones, "nine thirty") are not joined: ranks have to fall.
 */
export function readNumber(tokens: readonly Token[], from: number, lang: Lang): ReadNumber | undefined {
  let total = 0
  let group = 0
  let lastWeight = 5
  let lastScale = Number.POSITIVE_INFINITY
  let at = from
  let ordinal = false
  let collective = false
  for (; at < tokens.length && !ordinal; at++) {
    if (lang === 'en' && at > from && tokens[at]!.text === 'and' && numeral(tokens[at + 1], lang)?.rank !== 'scale' && lastWeight >= 3) {
      if (!numeral(tokens[at + 1], lang)) break
      continue
    }
    const part = numeral(tokens[at], lang)
    if (!part) break
    if (part.rank === 'scale') {
      // English "hundred" multiplies inside the group, thousands close it.
      if (part.value === 100) {
        if (lastWeight >= 3 && at > from) break
        group = (group || 1) * 100
        lastWeight = 3
      } else {
        if (part.value >= lastScale) break
        total += (group || (at === from || total > 0 ? 1 : 0)) * part.value
        group = 0
        lastWeight = 5
        lastScale = part.value
      }
    } else if (part.rank === 'digits' || part.rank === 'zero') {
      if (at > from && !(lastWeight === 5 && lastScale < Number.POSITIVE_INFINITY && part.rank === 'digits' && part.value < lastScale))
        break
      group = part.value
      lastWeight = 0
    } else {
      // A teen after a ten (двадцать | одиннадцать) starts another number.
      if (weight[part.rank] >= lastWeight || (part.rank === 'teen' && lastWeight === 2)) break
      group += part.value
      lastWeight = part.rank === 'teen' ? 0 : weight[part.rank]
    }
    ordinal = part.ordinal
    collective ||= part.collective === true
  }
  if (at === from) return undefined
  return {value: total + group, from, to: at, ordinal, collective}
}
