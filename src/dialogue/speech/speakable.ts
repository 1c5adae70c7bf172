import type {Lang} from './grammar.ts'
import {cleanText, tidy} from './speakable/clean.ts'
import {englishWords} from './speakable/english.ts'
import {russianWords} from './speakable/russian.ts'

export interface SpeakableOptions {
  readonly lang: Lang
  /** How words of this company are said, whole words, any case: `{'CRM': 'си-эр-эм', 'договор': 'догово́р'}`. Stress is U+0301 behind the vowel. */
  readonly lexicon?: Readonly<Record<string, string>> | undefined
}

/**
 * Any text as a voice can read it: no digits, signs, abbreviations, markup, addresses of the web or emoji; numbers, times, dates, money and phones in words, in Russian
 * in the case the sentence asks for. A speakable text stays as it is.
 */
export function speakable(text: string, {lang, lexicon}: SpeakableOptions): string {
  let result = withLexicon(cleanText(text, lang), lexicon)
  // What one pass takes out can bring an abbreviation and its word together ("ул./12"); a clean text settles in the second pass.
  for (let pass = 0; pass < 4; pass++) {
    const next = tidy(lang === 'ru' ? russianWords(cleanText(result, lang)) : englishWords(cleanText(result, lang)), lang)
    if (next === result) break
    result = next
  }
  return result
}

function withLexicon(text: string, lexicon: SpeakableOptions['lexicon']): string {
  if (!lexicon) return text
  const entries = new Map(Object.entries(lexicon).map(([word, said]) => [word.toLowerCase(), said.normalize('NFC')]))
  return text.replaceAll(/[\p{L}\p{M}\p{N}]+(?:[-&+.][\p{L}\p{M}\p{N}]+)*/gu, (word) => entries.get(word.toLowerCase()) ?? word)
}
