import {detectLanguage} from '../../nlu/language.ts'
import type {GuardContext} from './guard-context.ts'

/** What fits into two breaths. */
const maxLength = 220

/** What cannot be spoken, or not in this language. */
export function formFault(line: string, {turn: {text, state}, facts}: GuardContext): string | undefined {
  // A character that no voice can speak is taken out later: what is nothing but such would be silence.
  if (!/\p{L}/u.test(line)) return 'empty'
  if (/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(line)) return 'markup'
  if (line.length > Math.max(maxLength, text.length)) return 'length'
  if (/\p{N}/u.test(line)) return 'digits'
  if (/[*_#`|<>{}[\]()\\/^~=@]|https?:|www\.|(?:^|\s)[-•–—]\s*$|^\s*[-•–—]\s/u.test(line)) return 'markup'
  // A flag is made of two regional indicators, which are no pictographs themselves.
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(line)) return 'emoji'
  if (/[^\p{Script=Cyrillic}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(line)) return 'language'
  if (detectLanguage(line).lang !== state.lang || foreignWord(line, state.lang, [text, ...facts].join(' '))) return 'language'
  return undefined
}

/** A word in the other alphabet, unless the skillbase writes it so itself. */
function foreignWord(line: string, lang: 'ru' | 'en', own: string): boolean {
  const foreign = lang === 'ru' ? /[a-z]{2,}/gi : /[а-яё]+/gi
  return [...line.matchAll(foreign)].some(([word]) => !own.toLowerCase().includes(word.toLowerCase()))
}
