import {type Case, pluralForm} from '../grammar.ts'
import {decimalRu, sayDigits} from '../number.ts'
import {cardinalRu, compoundRu} from '../number-ru.ts'
import {ordinalRu, type OrdinalGender} from '../ordinal-ru.ts'
import {caseAfter, caseOfNoun, genderOfNoun} from './case.ts'
import {type Place, replaceEach, spaced, toNumber, wholeNumber} from './replace.ts'

/** Signs that belong to numbers, before anything takes the numbers apart: `-5`, `3x4`, `№ 5`. */
export const signsRu = (text: string): string =>
  replaceEach(text, /(?<![\p{L}\d.,)])([+-])(?=\d)/gu, ([, sign]) => (sign === '+' ? 'плюс ' : 'минус '))
    .replaceAll(/(?<=\d)\s*[xхXХ×]\s*(?=\d)/gu, ' на ')
    .replaceAll(/№\s*№\s*/g, 'номера ')
    .replaceAll(/№\s*/g, 'номер ')
    .replaceAll(/~\s*(?=\d)/g, 'примерно ')
    .replaceAll(/>\s*(?=\d)/g, 'больше ')
    .replaceAll(/<\s*(?=\d)/g, 'меньше ')
    .replaceAll(/(?<=\p{L})-(?=\d)/gu, ' ')

/** Every number that is left in a Russian text: ordinals with their endings, spans, fractions, decimals, whole numbers. */
export function numbersRu(text: string): string {
  let result = text.replaceAll(/(?<!\d)24\s*\/\s*7(?!\d)/g, 'круглосуточно')
  result = replaceEach(result, /(?<![\d.,])(\d{1,6})-([а-яё]+)/gi, ([, value, ending], place) =>
    withEnding(Number(value), ending!.toLowerCase(), place),
  )
  result = replaceEach(
    result,
    /(?<![\d.,/-])(\d{1,2})(?=\s+(этаж|подъезд|век|класс|курс|ряд)([аеу]?)(?!\p{L}))/gu,
    ([, value, , ending], {head}) => numbered(Number(value), ending!, head),
  )
  result = replaceEach(result, /(?<![\d.,/])(\d{1,4})\s*\/\s*(\d{1,4})(?![\d/])/g, ([, top, bottom], {head}) =>
    fraction(Number(top), Number(bottom), head),
  )
  result = replaceEach(result, spanPattern, ([, from, to], place) => span(from!, to!, place))
  result = replaceEach(result, decimalPattern, ([, value], place) => spaced(decimal(toNumber(value!), place), place))
  result = replaceEach(result, wholePattern, ([value], place) => spaced(whole(value!, place), place))
  return result.replaceAll('+', ' плюс ').replaceAll('=', ' равно ').replaceAll('%', ' процентов ').replaceAll('₽', ' рублей ')
}

const spanPattern = new RegExp(`(?<![\\d.,])(${wholeNumber})\\s*[-–—]\\s*(${wholeNumber})(?![\\d.,]*\\d|-)`, 'g')
const decimalPattern = new RegExp(`(?<![\\d.,])(${wholeNumber}[.,]\\d{1,3})(?![\\d.,]*\\d)`, 'g')
const wholePattern = new RegExp(wholeNumber, 'g')

/** "2 этаж", "на 5 этаже", "20 век", but "2 этажа" are two of them. */
function numbered(value: number, ending: string, head: string): string | undefined {
  if (ending === 'а') return pluralForm(value) === 'few' ? undefined : ordinalRu(value, 'gen')
  return ordinalRu(value, ending === '' ? 'nom' : caseAfter(head) === 'dat' ? 'dat' : 'pre')
}

const nextWord = (tail: string): string | undefined => /^\s+(\p{L}+)/u.exec(tail)?.[1]?.toLowerCase()
/** The noun may stand behind an adjective: "за 2 последних дня", "2 новые услуги". */
const nounCase = (tail: string): Case | undefined =>
  /^\s+(\p{L}+)(?:\s+(\p{L}+))?/u
    .exec(tail)
    ?.slice(1, 3)
    .map((word) => caseOfNoun((word ?? '').toLowerCase()))
    .find(Boolean)

function whole(written: string, place: Place): string {
  const digits = written.replaceAll(' ', '')
  if ((digits.startsWith('0') && digits.length > 1) || digits.length > 9) return sayDigits(digits, 'ru')
  const value = Number(digits)
  const to = caseHere(place)
  return cardinalRu(value, to, genderOfNoun(value, nextWord(place.tail), to))
}

const caseHere = ({head, tail}: Place): Case => nounCase(tail) ?? caseAfter(head) ?? 'nom'

const decimal = (value: number, place: Place): string =>
  decimalRu(
    value,
    caseAfter(place.head) ?? 'nom',
    /^(?:тысяч|минут|секунд|недел|копе|штук|ставк)/.test(nextWord(place.tail) ?? '') ? 'f' : 'm',
  )

function span(from: string, to: string, place: Place): string {
  const [first, last] = [toNumber(from), toNumber(to)]
  if (from.startsWith('0') || to.startsWith('0') || last > 1e9 || first > 1e9) return `${sayDigits(from, 'ru')} ${sayDigits(to, 'ru')}`
  const asked = caseAfter(place.head) ?? nounCase(place.tail)
  const gender = genderOfNoun(last, nextWord(place.tail), asked ?? 'nom')
  if (asked === undefined && last > 20 && last > first) return `от ${cardinalRu(first, 'gen')} до ${cardinalRu(last, 'gen')}`
  const form = asked ?? 'nom'
  const [one, two] = [cardinalRu(first, form, gender), cardinalRu(last, form, gender)]
  return one.includes(' ') || two.includes(' ') ? `${one} — ${two}` : `${one}-${two}`
}

function fraction(top: number, bottom: number, head: string): string {
  if (/давлени[A-Za-zА-Яа-яЁё]*\s+$/i.test(head)) return `${cardinalRu(top)} на ${cardinalRu(bottom)}`
  if (top < bottom && bottom <= 10 && bottom > 1) {
    const part = ordinalRu(bottom, top === 1 ? 'nom' : 'gen', top === 1 ? 'f' : 'pl')
    return bottom === 2 && top === 1 ? 'одна вторая' : `${cardinalRu(top, 'nom', 'f')} ${part}`
  }
  return `${cardinalRu(top)} дробь ${cardinalRu(bottom)}`
}

const ordinalEndings: readonly (readonly [RegExp, OrdinalGender, Case])[] = [
  [/^(?:й|ый|ий|ой)$/, 'm', 'nom'],
  [/^(?:я|ая|ья)$/, 'f', 'nom'],
  [/^(?:ое|ье)$/, 'n', 'nom'],
  [/^(?:го|ого|его)$/, 'm', 'gen'],
  [/^(?:му|ому|ему)$/, 'm', 'dat'],
  [/^(?:м|ом|ем)$/, 'm', 'pre'],
  [/^(?:ым|им)$/, 'm', 'ins'],
  [/^(?:ую|ю|ью)$/, 'f', 'acc'],
  [/^(?:ей)$/, 'f', 'gen'],
  [/^(?:ые|ие)$/, 'pl', 'nom'],
  [/^(?:ых|их)$/, 'pl', 'gen'],
  [/^(?:ыми|ими)$/, 'pl', 'ins'],
]

function withEnding(value: number, ending: string, place: Place): string | undefined {
  const decade = value >= 20 && value % 10 === 0
  if (ending === 'е') return ordinalRu(value, 'nom', /^\s+(?:годы|места|числа)/.test(place.tail) || (decade && value > 31) ? 'pl' : 'n')
  if (ending === 'х' || ending === 'ех') return decade ? ordinalRu(value, 'gen', 'pl') : cardinalRu(value, 'gen')
  if (ending === 'ти' || ending === 'и' || ending === 'ми') return cardinalRu(value, 'gen')
  if (ending === 'ю' && value > 4) return cardinalRu(value, 'ins')
  if (ending === 'мя') return cardinalRu(value, 'ins')
  if (ending === 'ой' && caseAfter(place.head) !== undefined) return ordinalRu(value, 'gen', 'f')
  const found = ordinalEndings.find(([pattern]) => pattern.test(ending))
  if (found) return ordinalRu(value, found[2], found[1])
  return ending.length > 3 ? compoundRu(value) + ending : `${cardinalRu(value)} ${ending}`
}
