import {letter, replaceEach, sentenceDot} from './replace.ts'

/** A Russian abbreviation with a dot. */
type Abbreviation = readonly [
  pattern: string,
  words: string,
  /** What has to follow, so that "я дал им." stays a pronoun. */
  next?: RegExp | undefined,
  /** The dot may also end the sentence: one stays when the text ends or a capital follows. */
  closes?: boolean,
]

const name = /^\s*[«"]?[A-Za-zА-Яа-яЁё\d]/
const capital = /^\s*[«"]?[A-ZА-ЯЁ]/
const number = /^\s*\d/

const list: readonly Abbreviation[] = [
  ['и\\s*т\\.\\s*д\\.', 'и так далее', undefined, true],
  ['и\\s*т\\.\\s*п\\.', 'и тому подобное', undefined, true],
  ['и\\s*др\\.', 'и другие', undefined, true],
  ['и\\s*пр\\.', 'и прочее', undefined, true],
  ['т\\.\\s*е\\.', 'то есть'],
  ['т\\.\\s*к\\.', 'так как'],
  ['т\\.\\s*ч\\.', 'том числе'],
  ['н\\.\\s*э\\.', 'нашей эры', undefined, true],
  ['кв\\.\\s*м\\.?(?![А-Яа-яЁё])', 'квадратных метров', undefined, true],
  ['ул\\.', 'улица', name],
  ['(?:пр-т\\.?|пр-кт\\.?|просп\\.)', 'проспект', name],
  ['каб\\.', 'кабинет', number],
  ['к\\.\\s*м\\.\\s*н\\.', 'кандидат медицинских наук'],
  ['д\\.\\s*м\\.\\s*н\\.', 'доктор медицинских наук'],
  ['пер\\.', 'переулок', name],
  ['(?:б-р\\.?|бул\\.|бульв\\.)', 'бульвар', name],
  ['наб\\.', 'набережная', name],
  ['пл\\.', 'площадь', name],
  ['ш\\.', 'шоссе'],
  ['(?:мкр-н\\.?|мкрн?(?:\\.|(?=\\s)))', 'микрорайон', name],
  ['обл\\.', 'область'],
  ['р-н\\.?(?![А-Яа-яЁё])', 'район'],
  ['пос\\.', 'посёлок', name],
  ['дер\\.', 'деревня', name],
  ['г\\.', 'город', capital],
  ['д\\.', 'дом', number],
  ['кв\\.', 'квартира', number],
  ['корп\\.', 'корпус', name],
  ['к\\.', 'корпус', number],
  ['стр\\.', 'строение', number],
  ['(?:оф)\\.', 'офис', number],
  ['под\\.', 'подъезд', number],
  ['эт\\.', 'этаж', number],
  ['тел\\.', 'телефон'],
  ['моб\\.', 'мобильный'],
  ['доб\\.', 'добавочный', number],
  ['им\\.', 'имени', capital],
  ['напр\\.', 'например'],
  ['др\\.', 'другие', undefined, true],
  ['см\\.', 'смотрите', name],
  ['г-н(?![А-Яа-яЁё])', 'господин', name],
  ['г-жа(?![А-Яа-яЁё])', 'госпожа', name],
  ['гр\\.', 'гражданин', capital],
  ['врем\\.', 'временно'],
  ['макс\\.', 'максимум'],
  ['мин\\.', 'минимум', number],
  ['ок\\.', 'около', number],
  ['прим\\.', 'примерно'],
  ['вкл\\.', 'включительно', undefined, true],
  ['руб\\.', 'рублей', undefined, true],
  ['коп\\.', 'копеек', undefined, true],
]

// One pattern for all: fifty of them would have to be compiled before the first word of a call.
const pattern = new RegExp(`(?<![${letter}\\u0300-\\u036F])(?:${list.map(([each]) => `(${each})`).join('|')})`, 'gi')

/** Writes abbreviations out. Numbers should still be digits: `д. 5` is a house, `д.` alone is left. */
export const expandAbbreviations = (text: string): string =>
  // "и пр. Ленина" is no "и прочее".
  replaceEach(text.replaceAll(/(?<![А-Яа-яЁё])[Пп]р\.\s*(?=[«"]?[А-ЯЁ])/g, 'проспект '), pattern, ([found, ...groups], {tail}) => {
    const [, words, next, closes] = list[groups.findIndex((group) => group !== undefined)]!
    if (next && !next.test(tail)) return undefined
    const said = /^[A-ZА-ЯЁ]/.test(found!) ? words[0]!.toUpperCase() + words.slice(1) : words
    if (closes) return said + sentenceDot(found!.at(-1), tail)
    return /^[A-Za-zА-Яа-яЁё\d«"]/.test(tail) ? `${said} ` : said
  })
