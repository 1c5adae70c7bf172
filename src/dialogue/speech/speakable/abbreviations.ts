/** Russian abbreviations with a dot. `next` is what has to follow (a letter or a digit), so that "я дал им." stays a pronoun. */
interface Abbreviation {
  readonly pattern: RegExp
  readonly words: string
  /** The dot may also end the sentence: one stays when the text ends or a capital follows. */
  readonly closes?: boolean
}

const before = '(?<![\\p{L}\\p{M}])'
const name = '(?=\\s*[«"]?\\p{L})'
const number = '(?=\\s*\\d)'

const list: readonly Abbreviation[] = [
  ['и\\s*т\\.\\s*д\\.', 'и так далее', '', true],
  ['и\\s*т\\.\\s*п\\.', 'и тому подобное', '', true],
  ['и\\s*др\\.', 'и другие', '', true],
  ['и\\s*пр\\.', 'и прочее', '', true],
  ['т\\.\\s*е\\.', 'то есть', ''],
  ['т\\.\\s*к\\.', 'так как', ''],
  ['т\\.\\s*ч\\.', 'том числе', ''],
  ['н\\.\\s*э\\.', 'нашей эры', '', true],
  ['кв\\.\\s*м\\.?(?!\\p{L})', 'квадратных метров', '', true],
  ['ул\\.', 'улица', name],
  ['(?:пр-т\\.?|пр-кт\\.?|просп\\.)', 'проспект', name],
  ['пер\\.', 'переулок', name],
  ['(?:б-р\\.?|бул\\.|бульв\\.)', 'бульвар', name],
  ['наб\\.', 'набережная', name],
  ['пл\\.', 'площадь', name],
  ['ш\\.', 'шоссе', ''],
  ['(?:мкр-н\\.?|мкрн?(?:\\.|(?=\\s)))', 'микрорайон', '(?=\\s*[\\p{L}\\d])'],
  ['обл\\.', 'область', ''],
  ['р-н\\.?(?!\\p{L})', 'район', ''],
  ['пос\\.', 'посёлок', name],
  ['дер\\.', 'деревня', name],
  ['г\\.', 'город', '(?=\\s*\\p{Lu})'],
  ['д\\.', 'дом', number],
  ['кв\\.', 'квартира', number],
  ['корп\\.', 'корпус', '(?=\\s*[\\p{L}\\d])'],
  ['к\\.', 'корпус', number],
  ['стр\\.', 'строение', number],
  ['(?:оф)\\.', 'офис', number],
  ['под\\.', 'подъезд', number],
  ['эт\\.', 'этаж', number],
  ['тел\\.', 'телефон', ''],
  ['моб\\.', 'мобильный', ''],
  ['доб\\.', 'добавочный', number],
  ['им\\.', 'имени', '(?=\\s*\\p{Lu})'],
  ['напр\\.', 'например', ''],
  ['др\\.', 'другие', '', true],
  ['см\\.', 'смотрите', name],
  ['г-н(?!\\p{L})', 'господин', name],
  ['г-жа(?!\\p{L})', 'госпожа', name],
  ['гр\\.', 'гражданин', '(?=\\s*\\p{Lu})'],
  ['врем\\.', 'временно', ''],
  ['макс\\.', 'максимум', ''],
  ['мин\\.', 'минимум', number],
  ['ок\\.', 'около', number],
  ['прим\\.', 'примерно', ''],
  ['вкл\\.', 'включительно', '', true],
  ['руб\\.', 'рублей', '', true],
  ['коп\\.', 'копеек', '', true],
].map(([pattern, words, next, closes]) => ({
  pattern: new RegExp(`${before}${pattern as string}${next as string}`, 'giu'),
  words: words as string,
  ...(closes === true && {closes: true}),
}))

/** Writes abbreviations out. Numbers should still be digits: `д. 5` is a house, `д.` alone is left. */
export const expandAbbreviations = (text: string): string =>
  list.reduce(
    (result, {pattern, words, closes}) =>
      result.replaceAll(pattern, (found, ...rest) => {
        const at = rest.findLast((item) => typeof item === 'number') as number
        const behind = result.slice(at + found.length)
        const capital = /^\p{Lu}/u.test(found) ? words[0]!.toUpperCase() + words.slice(1) : words
        const spaced = /^[\p{L}\d«"]/u.test(behind) ? `${capital} ` : capital
        return closes && found.endsWith('.') && (behind.trim() === '' || /^\s+\p{Lu}/u.test(behind)) ? `${capital}.` : spaced
      }),
    text,
  )
