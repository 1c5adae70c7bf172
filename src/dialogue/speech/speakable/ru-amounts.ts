import {type Case, counted, type Noun} from '../grammar.ts'
import {sayMoney} from '../money.ts'
import {decimalRu} from '../number.ts'
import {unitsRu} from '../units-ru.ts'
import {caseAfter} from './case.ts'
import {sayAreaRu} from './ru-areas.ts'
import {letter, type Place, replaceEach, sentenceDot, toNumber, wholeNumber} from './replace.ts'

/** Money, percents and measures of a Russian text in words, in the case the preposition before them asks for. */
export function amountsRu(text: string): string {
  let result = replaceEach(text, signFirst, ([, sign, value]) => `${value} ${sign}`)
  result = spans(result, money, (values, scale, unit, place) => {
    const currency = currencies.find(([pattern]) => pattern.test(unit))?.[1] ?? unit.toUpperCase()
    return range(values, place, (value, to) => sayMoney(value * scale, currency, {lang: 'ru', case: to}))
  })
  result = spans(result, percent, (values, scale, _unit, place) =>
    range(values, place, (value, to) => measure(value * scale, unitsRu.percent, to)),
  )
  result = spans(result, units, (values, scale, unit, place) => {
    const name = unit.toLowerCase().replace(/^кв\.?\s*м$/, 'м²')
    const noun = nouns[name]
    if (noun) return range(values, place, (value, to) => measure(value * scale, noun, to))
    return range(values, place, (value, to) => sayAreaRu(value * scale, name, to)!, 2)
  })
  return replaceEach(
    result,
    scaled,
    ([, value, scale, dot], {head, tail}) =>
      decimalRu(toNumber(value!) * scales[scale!]!, caseAfter(head) ?? 'nom', 'm') + sentenceDot(dot, tail),
  )
}

const amount = `${wholeNumber}(?:[.,]\\d{1,3})?`
const scale = '(?:\\s*(тыс|млн|млрд)\\.?)?'
const scales: Readonly<Record<string, number>> = {тыс: 1000, млн: 1e6, млрд: 1e9}

const signFirst = new RegExp(`([$€₽£])\\s*(${amount})(?!\\d)`, 'g')
const scaled = new RegExp(`(?<![\\d.,])(${amount})\\s*(тыс|млн|млрд)(\\.?)(?![${letter}])`, 'g')
const pattern = (unit: string) =>
  new RegExp(`(?<![\\d.,:/${letter}])(${amount})(?:\\s*(?:-|–|—)\\s*(${amount}))?${scale}\\s*(${unit})(\\.?)(?![${letter}])`, 'gi')
const money = pattern('₽|руб|р(?=\\.)|\\$|долл|€|£|тг|RUB|USD|EUR|GBP|KZT|UAH|BYN|CNY')
const percent = pattern('%')
const units = pattern('к?м[²³23]|кв\\.?\\s*м|мин|час(?=\\.)|ч|сек|км|см|мм|кг|гр|мл|шт|чел|°c|°с|°|м|л|г|мес|нед|дн|лет(?=\\.)')

const currencies: readonly (readonly [RegExp, string])[] = [
  [/^(?:₽|руб|р)$/i, 'RUB'],
  [/^(?:\$|долл)$/i, 'USD'],
  [/^€$/, 'EUR'],
  [/^£$/, 'GBP'],
  [/^тг$/i, 'KZT'],
]
const nouns: Readonly<Record<string, Noun>> = {
  мин: unitsRu.minute,
  час: unitsRu.hour,
  ч: unitsRu.hour,
  сек: unitsRu.second,
  км: unitsRu.kilometre,
  м: unitsRu.metre,
  см: unitsRu.centimetre,
  мм: unitsRu.millimetre,
  кг: unitsRu.kilogram,
  г: unitsRu.gram,
  гр: unitsRu.gram,
  л: unitsRu.litre,
  мл: unitsRu.millilitre,
  шт: unitsRu.piece,
  чел: unitsRu.person,
  '°c': unitsRu.degree,
  '°с': unitsRu.degree,
  '°': unitsRu.degree,
  мес: unitsRu.month,
  нед: unitsRu.week,
  дн: unitsRu.day,
  лет: unitsRu.year,
}

const measure = (value: number, noun: Noun, to: Case): string =>
  `${decimalRu(value, to, noun.gender)} ${counted(noun, Math.trunc(value), to, !Number.isInteger(value))}`

type Wording = (values: readonly number[], scale: number, unit: string, place: Place) => string | undefined

const spans = (text: string, pattern: RegExp, word: Wording): string =>
  replaceEach(text, pattern, ([, from, to, scale, unit, dot], place) => {
    const values = [from, to].filter((value) => value !== undefined).map(toNumber)
    const words = word(values, scales[scale ?? ''] ?? 1, unit!, place)
    return words && words + sentenceDot(dot, place.tail)
  })

/** One amount in the case asked for; two as "от … до …", unless a preposition stands there already. */
function range(values: readonly number[], {head}: Place, word: (value: number, to: Case) => string, named = 1): string {
  const to = caseAfter(head)
  const [from, upTo] = values
  if (upTo === undefined) return word(from!, to ?? 'nom')
  const [one, two] = [bare(word(from!, to ?? 'nom'), named), word(upTo, to ?? 'nom')]
  // "две-три минуты", "пять-десять процентов"
  if (upTo <= 20 && !one.includes(' ')) return `${one}-${two}`
  return to === undefined ? `от ${bare(word(from!, 'gen'), named)} до ${word(upTo, 'gen')}` : `${one} — ${two}`
}

/** The number without its noun, `named` words long: the noun is said once, behind the second. */
const bare = (words: string, named: number): string => words.split(' ').slice(0, -named).join(' ')
