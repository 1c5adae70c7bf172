import {replaceEach, sentenceDot} from './replace.ts'

/** Russian abbreviations with a dot. */
interface Abbreviation {
  readonly pattern: RegExp
  readonly words: string
  /** What has to follow, so that "я дал им." stays a pronoun. */
  readonly next: RegExp | undefined
  /** The dot may also end the sentence: one stays when the text ends or a capital follows. */
  readonly closes?: boolean
}

const name = /^\s*[«"]?[\p{L}\d]/u
const capital = /^\s*[«"]?\p{Lu}/u
const number = /^\s*\d/
const noName = /^(?!\s*[«"]?\p{Lu})/u

const list: readonly Abbreviation[] = [
  ['и\\s*т\\.\\s*д\\.', 'и так далее', undefined, true],
  ['и\\s*т\\.\\s*п\\.', 'и тому подобное', undefined, true],
  ['и\\s*др\\.', 'и другие', undefined, true],
  ['и\\s*пр\\.', 'и прочее', noName, true],
  ['т\\.\\s*е\\.', 'то есть', undefined],
  ['т\\.\\s*к\\.', 'так как', undefined],
  ['т\\.\\s*ч\\.', 'том числе', undefined],
  ['н\\.\\s*э\\.', 'нашей эры', undefined, true],
  ['кв\\.\\s*м\\.?(?!\\p{L})', 'квадратных метров', undefined, true],
  ['ул\\.', 'улица', name],
  ['(?:пр-т\\.?|пр-кт\\.?|просп\\.)', 'проспект', name],
  ['пр\\.', 'проспект', capital],
  ['каб\\.', 'кабинет', number],
  ['к\\.\\s*м\\.\\s*н\\.', 'кандидат медицинских наук', undefined],
  ['д\\.\\s*м\\.\\s*н\\.', 'доктор медицинских наук', undefined],
  ['пер\\.', 'переулок', name],
  ['(?:б-р\\.?|бул\\.|бульв\\.)', 'бульвар', name],
  ['наб\\.', 'набережная', name],
  ['пл\\.', 'площадь', name],
  ['ш\\.', 'шоссе', undefined],
  ['(?:мкр-н\\.?|мкрн?(?:\\.|(?=\\s)))', 'микрорайон', name],
  ['обл\\.', 'область', undefined],
  ['р-н\\.?(?!\\p{L})', 'район', undefined],
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
  ['тел\\.', 'телефон', undefined],
  ['моб\\.', 'мобильный', undefined],
  ['доб\\.', 'добавочный', number],
  ['им\\.', 'имени', capital],
  ['напр\\.', 'например', undefined],
  ['др\\.', 'другие', undefined, true],
  ['см\\.', 'смотрите', name],
  ['г-н(?!\\p{L})', 'господин', name],
  ['г-жа(?!\\p{L})', 'госпожа', name],
  ['гр\\.', 'гражданин', capital],
  ['врем\\.', 'временно', undefined],
  ['макс\\.', 'максимум', undefined],
  ['мин\\.', 'минимум', number],
  ['ок\\.', 'около', number],
  ['прим\\.', 'примерно', undefined],
  ['вкл\\.', 'включительно', undefined, true],
  ['руб\\.', 'рублей', undefined, true],
  ['коп\\.', 'копеек', undefined, true],
].map(([pattern, words, next, closes]) => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{M}])${pattern as string}`, 'giu'),
  words: words as string,
  next: next as RegExp | undefined,
  ...(closes === true && {closes: true}),
}))

/** Writes abbreviations out. Numbers should still be digits: `д. 5` is a house, `д.` alone is left. */
export const expandAbbreviations = (text: string): string =>
  list.reduce(
    (result, {pattern, words, next, closes}) =>
      replaceEach(result, pattern, ([found], {tail}) => {
        if (next && !next.test(tail)) return undefined
        const said = /^\p{Lu}/u.test(found!) ? words[0]!.toUpperCase() + words.slice(1) : words
        if (closes) return said + sentenceDot(found!.at(-1), tail)
        return /^[\p{L}\d«"]/u.test(tail) ? `${said} ` : said
      }),
    text,
  )
