import {ambiguousCyrillicEnglish, cyrillicEnglish, englishWords, latinRussian, russianWords} from './language-words.ts'
import {tokenize} from './tokens.ts'
import type {ExtractContext, Extractor, Found, Lang, Utterance} from './types.ts'

export interface Language {
  readonly lang: Lang
  /** Both scripts were heard: a brand inside a Russian sentence, or someone who switches. */
  readonly mixed: boolean
  /** 0…1; 0 when there was nothing to judge. One word alone is never a reason to switch. */
  readonly confidence: number
}

/**
 * The language of an utterance, from its script and from the small words that carry a sentence. Names, brands and loan words
 * (`запишите на check up`, `ok, давайте`) do not decide; English that a Russian recogniser wrote down (`ду ю спик инглиш`) and Russian in
 * Latin letters (`privet, kak dela`) are recognised for what they are. Where nothing decides it is Russian.
 */
export function detectLanguage(text: string): Language {
  const tokens = tokenize(text).filter(({text: word}) => /\p{L}/u.test(word))
  const cyrillic = tokens.filter(({text: word}) => /[а-я]/.test(word)).map((token) => token.text)
  const latin = tokens.filter(({text: word}) => /[a-z]/.test(word) && !word.includes('@')).map((token) => token.text)
  const mixed = cyrillic.length > 0 && latin.length > 0
  if (cyrillic.length === 0 && latin.length === 0) return {lang: 'ru', mixed: false, confidence: 0}
  if (!mixed) return cyrillic.length > 0 ? ofCyrillic(cyrillic) : ofLatin(latin)

  const russian = cyrillic.reduce((sum, word) => sum + (russianWords.has(word) ? 2 : cyrillicEnglish.has(word) ? 0 : 1), 0)
  const english = latin.reduce((sum, word) => sum + weightOfLatin(word), 0)
  // Russian with English names in it is everyday, the reverse is not: a draw is Russian, and so is a sentence that only Russian words hold together.
  const isNamed = russian > 0 && cyrillic.some(isVerbal) && !latin.some((word) => sentenceWords.has(word))
  const lang = english > russian && !isNamed ? 'en' : 'ru'
  return {lang, mixed, confidence: Math.max(0.5, Math.max(english, russian) / (english + russian || 1))}
}

/** What `nlu extract` calls the language: `mixed` is only there when true. */
export const extractLanguage: Extractor<{lang: Lang; mixed?: true}> = (
  {text, tokens}: Utterance,
  _context: ExtractContext,
): Found<{lang: Lang; mixed?: true}> | undefined => {
  const {lang, mixed, confidence} = detectLanguage(text)
  if (confidence === 0) return undefined
  return {value: mixed ? {lang, mixed} : {lang}, from: 0, to: tokens.length, confidence}
}

// Without one of these English words are a name: «купить new balance».
const sentenceWords = new Set(
  "i i'm i'd i'll you we he she they it it's my your our me us the a an is are am was do does did don't can could can't would will want need have has how what when where why who please to for at in of with and or not no yes speak say tell book let's this that there".split(
    ' ',
  ),
)

/** A verb that a Russian sentence can hang on: «купить», «запишите», «хочу». */
const isVerbal = (word: string): boolean =>
  /.{2}(?:ть|ться|йте|ите|ьте)$/.test(word) || /^(?:хочу|хотим|нужен|нужна|нужно|нужны|надо|есть|можно)$/.test(word)

// Said by Russians in Russian sentences.
const loans = new Set('ok okay hi hello bye sorry please yes no online vip wifi sms app email'.split(' '))

function weightOfLatin(word: string): number {
  if (loans.has(word)) return 0.5
  if (englishWords.has(word)) return 2
  return latinRussian.has(word) ? 0 : 0.6
}

function ofCyrillic(words: readonly string[]): Language {
  const heard = words.filter((word) => cyrillicEnglish.has(word))
  const clear = heard.filter((word) => !ambiguousCyrillicEnglish.has(word))
  const russian = words.filter((word) => russianWords.has(word) && !cyrillicEnglish.has(word))
  const english = heard.length > russian.length && (clear.length >= 2 || (clear.length === 1 && heard.length * 2 >= words.length))
  if (english) return {lang: 'en', mixed: false, confidence: words.length === 1 ? 0.6 : 0.8}
  return {lang: 'ru', mixed: false, confidence: words.length === 1 && !russianWords.has(words[0]!) ? 0.8 : 0.95}
}

function ofLatin(words: readonly string[]): Language {
  // `do svidaniya`: a long Russian word outweighs a short one that both languages have.
  const russian = words.reduce((sum, word) => sum + (latinRussian.has(word) ? (word.length > 4 ? 2 : 1) : 0), 0)
  const english = words.filter((word) => englishWords.has(word)).length
  // `da vinci hotel`: one short word makes no Russian sentence of names that nobody knows.
  if (russian > english && (russian > 1 || words.length <= 2)) return {lang: 'ru', mixed: false, confidence: words.length === 1 ? 0.6 : 0.8}
  if (english > 0) return {lang: 'en', mixed: false, confidence: words.length === 1 && loans.has(words[0]!) ? 0.6 : 0.95}
  return {lang: 'en', mixed: false, confidence: 0.5}
}
