import type {Lang, Utterance} from '../../nlu/types.ts'

/** Whether a language is named as the one to speak in. */
export const speaks = (text: string): boolean =>
  /говор|разговар|перейд|отвеча|общат|speak|talk|switch|по-английски|по английски|по-русски|по русски|in english|in russian/i.test(text)

/** The language named; without a name, the one they are speaking. */
export function wantedLanguage({tokens, lang}: Utterance): Lang {
  const names = tokens.map((token) => token.text)
  const text = names.join(' ')
  if (/(?:don't|dont|do not|can't|cant|cannot|no) (?:\S+ )?(?:speak|understand|talk)?(?: \S+)? ?russian/.test(text)) return 'en'
  if (/(?:^| )my russian is (?:\S+ )*(?:bad|poor|weak|terrible|awful|limited|rusty|good|great)(?: |$)/.test(text)) return 'en'
  if (/(?:плохо|слабо|немного) (?:\S+ )?(?:по-|по )?английск|английский (?:у меня )?(?:\S+ )?(?:плохой|слабый)/.test(text)) return 'ru'
  if (/не (?:\S+ )?(?:говорю|понимаю|знаю|разговариваю|владею) (?:\S+ )?(?:английск|по-английски|по английски)/.test(text)) return 'ru'
  if (names.some((word) => /^(?:англ|инглиш|english)/.test(word))) return 'en'
  if (names.some((word) => /^(?:русск|russian|по-русски)/.test(word))) return 'ru'
  return lang
}
