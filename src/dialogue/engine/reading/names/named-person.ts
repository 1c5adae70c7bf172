import {russianFirstName} from '../../../nlu/names/lexicon.ts'
import type {Token} from '../../../nlu/types.ts'

/** Whether a word is a first name or a patronymic in the case in which somebody is asked for: «позовите Марину», «с Иваном Петровичем». */
export const isNameOfSomebody = ({text}: Token): boolean =>
  patronymic.test(text) ||
  nominatives(text).some((word) => {
    const name = russianFirstName(word)
    return name !== undefined && !name.everyday
  })

const patronymic = /^[а-яё]{3,}(?:[ое]вич|ьич|[кмт]ич)(?:а|ем|ом)$|^[а-яё]{3,}(?:овн|евн|иничн|[кмт]ичн)(?:у|ой)$/

/** The names that a word may be the accusative or the instrumental of. */
function nominatives(word: string): string[] {
  const stem = (end: RegExp, ...endings: string[]) => (end.test(word) ? endings.map((ending) => word.replace(end, ending)) : [])
  return [
    ...stem(/у$/, 'а'),
    ...stem(/ю$/, 'я'),
    ...stem(/а$/, ''),
    ...stem(/я$/, 'й', 'ь'),
    ...stem(/ом$/, ''),
    ...stem(/ой$/, 'а'),
    ...stem(/ей$/, 'я', 'а'),
    ...stem(/ем$/, 'й', 'ь'),
    ...stem(/^павл(?:а|ом)$/, 'павел'),
    ...stem(/^п[её]тр(?:а|ом)$/, 'петр'),
  ].filter((each) => each.length > 2)
}
