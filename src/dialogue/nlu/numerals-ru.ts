import {addNumeral, type Numeral, type NumeralTable} from './numerals-table.ts'

/** Russian numerals in every case, and the misspellings recognisers make of them. */
export function russianNumerals(): NumeralTable {
  const table: NumeralTable = new Map()
  const cardinal = (value: number, rank: Numeral['rank'], words: string) => addNumeral(table, words, {value, rank, ordinal: false})
  const ordinal = (value: number, rank: Numeral['rank'], words: string) => addNumeral(table, words, {value, rank, ordinal: true})

  cardinal(
    0,
    'zero',
    'ноль нуль ноля нуля нолю нулю нолем нулем ноле нуле нули ноли нулей нолей нулям нолям нулями нолями нулик нулика нолик нолика',
  )
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
  cardinal(11, 'teen', 'одинадцать')
  cardinal(20, 'ten', soft('двадцать'))
  cardinal(30, 'ten', soft('тридцать'))
  cardinal(40, 'ten', 'сорок сорока')
  const tens = ['пят', 'шест', 'сем', 'восем']
  tens.forEach((stem, index) => {
    const genitive = stem === 'восем' ? 'восьм' : stem
    const instrumental = `${stem}ьюдесятью ${genitive}ьюдесятью ${genitive}идесятью`
    cardinal(50 + index * 10, 'ten', `${stem}ьдесят ${stem}десят ${genitive}идесяти ${instrumental}`)
  })
  cardinal(50, 'ten', 'пийсят писят')
  cardinal(60, 'ten', 'шесдесят шисят шийсят')
  cardinal(90, 'ten', 'девяносто девяноста')
  cardinal(100, 'hundred', 'сто ста')
  cardinal(200, 'hundred', 'двести двухсот двумстам двумястами двухстах двести')
  cardinal(300, 'hundred', 'триста трехсот тремстам тремястами трехстах')
  cardinal(400, 'hundred', 'четыреста четырехсот четыремстам четырьмястами четырехстах')
  units.forEach((word, index) => {
    const genitive = word === 'восемь' ? 'восьми' : `${word.slice(0, -1)}и`
    const misspelt = `${word.slice(0, -1)}сот`
    cardinal(500 + index * 100, 'hundred', `${word}сот ${genitive}сот ${genitive}стам ${word}юстами ${genitive}стах ${misspelt}`)
  })
  cardinal(500, 'hundred', 'пятьсотен пицот')
  cardinal(600, 'hundred', 'шесот')
  cardinal(800, 'hundred', 'восьмьюстами')
  cardinal(
    1000,
    'scale',
    'тысяча тысячи тысяч тысячу тысяче тысячей тысячью тысячам тысячами тысячах тыща тыщи тыщ тыщу тыс тыщами тысячка тысячку тысячки',
  )
  cardinal(1_000_000, 'scale', 'миллион миллиона миллионов миллиону миллионом миллионе миллионам миллионами миллионах миллионы млн')
  cardinal(
    1_000_000_000,
    'scale',
    'миллиард миллиарда миллиардов миллиарду миллиардом миллиарде миллиардам миллиардами миллиардах миллиарды млрд',
  )
  cardinal(1e12, 'scale', 'триллион триллиона триллионов триллиону триллионом триллионе триллионам триллионами триллионах триллионы трлн')

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
  const thousands = ['двух', 'трех', 'четырех', 'пяти', 'шести', 'семи', 'восьми', 'девяти', 'десяти']
  thousands.forEach((count, index) => ordinal((2 + index) * 1000, 'hundred', adjective(`${count}тысячн`)))
  ordinal(100_000, 'hundred', adjective('стотысячн'))
  ordinal(1_000_000, 'scale', adjective('миллионн'))

  const collectives = ['дво', 'тро', 'четвер', 'пятер', 'шестер', 'семер', 'восьмер', 'девятер', 'десятер']
  collectives.forEach((stem, index) => {
    const forms = index < 2 ? `${stem}е ${stem}их ${stem}им ${stem}ими` : `${stem}о ${stem}ых ${stem}ым ${stem}ыми`
    addNumeral(table, forms, {value: 2 + index, rank: 'unit', ordinal: false, collective: true})
  })
  const together = ['вдвоем', 'втроем', 'вчетвером', 'впятером', 'вшестером', 'всемером', 'ввосьмером', 'вдевятером', 'вдесятером']
  together.forEach((word, index) => addNumeral(table, word, {value: 2 + index, rank: 'unit', ordinal: false, collective: true}))
  return table
}

/** The cases of a Russian numeral that ends in a soft sign: пять, пяти, пятью. */
const soft = (word: string): string => `${word} ${word.slice(0, -1)}и ${word}ю`

const endings = 'ый ой ий ая яя ое ее ые ого ому ым ую ом ых ыми'.split(' ')

const adjective = (stem: string): string => endings.map((ending) => stem + ending).join(' ')
