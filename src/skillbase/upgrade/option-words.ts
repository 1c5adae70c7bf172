import type {Path} from '../issue.ts'
import type {FieldInput} from './fields.ts'
import type {Report} from './legacy.ts'
import {phrasesOf} from './localized.ts'
import {optional} from './tools.ts'

type OptionInput = Exclude<NonNullable<FieldInput['options']>[number], string>

/** The first word for an option is what the bot calls it, the others are what callers may. */
export function optionWords(
  words: {readonly ru: readonly string[]; readonly en: readonly string[]},
  path: Path,
  report: Report,
): Pick<OptionInput, 'say' | 'synonyms'> {
  const say = {...optional('ru', words.ru[0]), ...optional('en', words.en[0])}
  const synonyms = phrasesOf({ru: words.ru.slice(1), en: words.en.slice(1)}, {path, report}) ?? {}
  return {...(Object.keys(say).length > 0 && {say}), ...(Object.keys(synonyms).length > 0 && {synonyms})}
}
