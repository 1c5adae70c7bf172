import {words} from './tokens.ts'
import {ats} from './email-words.ts'
import type {Utterance} from './types.ts'

/** Whether the caller says there is no e-mail address: «имейла нет», "I don't have an email". */
export function hasNoEmail({tokens}: Utterance): boolean {
  if (tokens.some(({text}) => ats.has(text) || text.includes('@'))) return false
  const text = words(tokens)
  return patterns.some((pattern) => pattern.test(text))
}

const mail =
  '(?:почт[ауеы]|почтой|почтов[а-я]+(?: ящик[а-я]*)?|[иеэ]м[еэ]йл[а-я]*|[иеэ]-?ма[ий]л[а-я]*|мейл[ау]?|мыл[ао]|электронк[а-я]*|электронн[а-я]+(?: почт[а-я]*| адрес[а-я]*)?|ящик[а-я]*|e-?mail[а-я]*)'
const some = '(?:[а-я]+ ){0,3}?'
const nothing =
  '(?:нет|нету|нема|отсутствует|не имею|не имеется|не завел[аи]?|не заводил[аи]?|не пользуюсь|не использую|не существует|не сделал[аи]?|не зарегистрирован[а-я]*)'

const patterns = [
  new RegExp(`(?:^| )${mail} ${some}${nothing}(?: |$)`),
  new RegExp(`(?:^| )${nothing} ${some}${mail}(?: |$)`),
  new RegExp(`^(?:[а-я]+ ){0,2}без ${some}${mail}`),
  /(?:^| )(?:no|don't have|do not have|haven't got|have no|don't use|do not use|don't own|without|not have|never had) (?:\w+ ){0,3}?(?:e-?mails?|email address|e mail)(?: |$)/,
  /(?:^| )e-?mail (?:\w+ ){0,2}(?:no|none|not available|don't have)(?: |$)/,
]
