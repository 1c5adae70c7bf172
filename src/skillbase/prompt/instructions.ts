import type {Language} from '../schema/primitives.ts'

/** What to do with an utterance when only commands are wanted. */
export const nluInstructions = (lang: Language): string => understanding[lang]

/**
 * How to put the system's own words more naturally.
 * @param placeholders values that are rendered afterwards, such as `{{ f.date | say_date }}`; a digit that is never written cannot be wrong
 */
export function phrasingInstructions(lang: Language, {placeholders = []}: {readonly placeholders?: readonly string[]} = {}): string {
  const [first] = placeholders
  return first === undefined ? phrasing[lang] : `${phrasing[lang]} ${kept[lang](placeholders.join(' '))}`
}

export const replyInstructions = (lang: Language): string => replying[lang]

const understanding: Readonly<Record<Language, string>> = {
  ru:
    'Задача: понять, что сделал звонящий. Верните команды из списка, ничего больше. set и correct называют поле и значение: дату как ГГГГ-ММ-ДД, время как ЧЧ:ММ, ' +
    'вариант по его id, да и нет как yes и no, остальное словами звонящего. correct — если он исправил сказанное раньше. ask — вопрос. ' +
    'Не угадывайте значений, которых не было. Если ничего не подходит, верните none.',
  en:
    'Task: understand what the caller did. Return commands from the list and nothing else. set and correct name a field and a value: dates as YYYY-MM-DD, times as HH:MM, ' +
    'options by their id, yes and no for yes-or-no fields, everything else in the caller’s words. correct is for a value that was said before and was wrong. ask is a question. ' +
    'Never guess a value that was not said. If nothing fits, return none.',
}

const replying: Readonly<Record<Language, string>> = {
  ru:
    'Ещё напишите reply: что сказать дальше, одна-две короткие фразы и один вопрос — о первом, чего ещё не хватает. Без цифр и обещаний, ничего от себя. ' +
    'На вопрос ответьте одним фактом, целиком и его же словами; нет такого — скажите, что не знаете.',
  en:
    'Also write reply: what to say next, one or two short sentences with one question, about the first thing still missing. No digits, no promises, nothing of your own. ' +
    'Answer a question with one fact, whole and in its own words; without one, say that you do not know.',
}

const phrasing: Readonly<Record<Language, string>> = {
  ru: 'Задача: скажите то же, что в черновике, живыми словами. Сохраните все сведения и вопрос, ничего не добавляйте и не обещайте. Ответьте только текстом, который прозвучит.',
  en: 'Task: say what the draft says, in natural words. Keep everything it tells and asks, add nothing and promise nothing. Answer with the spoken text only.',
}

const kept: Readonly<Record<Language, (list: string) => string>> = {
  ru: (list) => `Подстановки оставьте как есть, знак в знак, вместо значений их вставит система: ${list}.`,
  en: (list) => `Leave the placeholders exactly as they are; the system puts the values in: ${list}.`,
}
