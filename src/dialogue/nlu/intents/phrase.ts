import {withoutFillers} from '../fillers.ts'
import {tokenize} from '../tokens.ts'
import type {Token, Utterance} from '../types.ts'
import {type Pattern, matchAt, patternCompiler} from './pattern.ts'
import {isPoliteWord, viewOf} from './view.ts'

/**
 * Whether an utterance contains a phrase of a skillbase: its words in this order, in any inflection, with up to three words between two of
 * them. `политик` finds `о политике`, `полит*` every word that begins so. Never a part of a word; and a plural that means something else
 * than its singular is kept apart: `выборы` finds `на выборах`, not `выбор услуги`.
 */
export function hasPhrase(utterance: Utterance, phrase: string): boolean {
  const pattern = remembered(phrase)
  if (!pattern) return false
  const view = viewOf(utterance)
  return view.tokens.some((_, at) => matchAt(pattern, view, at) > at)
}

const compile = patternCompiler()

/** A phrase as a pattern; none when it has no words. */
export function phrasePattern(phrase: string): Pattern | undefined {
  const {utterance} = withoutFillers({text: phrase, tokens: tokenize(phrase), lang: 'ru'})
  const words = utterance.tokens.flatMap((token, at) => {
    if (!/[\p{L}\p{N}]/u.test(token.text) || (isPoliteWord(token.text) && utterance.tokens.length > 1)) return []
    // «Не заплачу» says what will not be, «не заплатил» what was not.
    if (utterance.tokens[at - 1]?.text === 'не' && /[ую]$/.test(token.text)) return [`=${token.text}`]
    const told = utterance.tokens.slice(0, at).some(({text}) => /^(?:я|мы|он|она|они|уже)$/.test(text)) ? pastForms(token.text) : []
    if (told.length > 0) return [`(${told.map((form) => `=${form}`).join('|')})`]
    return [wordPattern(token, utterance.tokens[at + 1])]
  })
  // «Не переживайте, заплачу» is no «не заплачу»: nothing comes between a «не» and what it denies.
  return words.length > 0 ? compile(words.join(' .. ').replaceAll(/(^| )не \.\. /g, '$1не ')) : undefined
}

const memory = new Map<string, Pattern | undefined>()

/** Rules are asked about in every turn: their phrases are compiled once. */
function remembered(phrase: string): Pattern | undefined {
  if (memory.has(phrase)) return memory.get(phrase)
  if (memory.size >= 10_000) memory.clear()
  const pattern = phrasePattern(phrase)
  memory.set(phrase, pattern)
  return pattern
}

function wordPattern({text, end}: Token, next: Token | undefined): string {
  if (next?.text === '*' && next.start === end) return text.length >= 3 ? `${text}*` : `=${text}`
  if (/^[а-я]{3}$/.test(text)) return `(${shortForms(text).join('|')})`
  const apart = singularApart(text)
  return apart.length > 0 ? `!(${apart.join('|')}) ${text}` : text
}

/**
 * «Я записана», «я записывалась» tell what was done: any of these forms, and no «я хочу записаться». Nothing for other words.
 */
function pastForms(word: string): readonly string[] {
  const participle = /^(.{3,}[аяе]н)[аоы]?$/.exec(word)?.[1]
  if (participle !== undefined) return ['', 'а', 'о', 'ы'].map((ending) => participle + ending)
  const [, stem, reflexive] = /^(.{3,}л)(?:[аои])?(с[яь])?$/.exec(word) ?? []
  if (stem === undefined) return []
  return reflexive === undefined
    ? ['', 'а', 'о', 'и'].map((ending) => stem + ending)
    : ['ся', 'ась', 'ось', 'ись'].map((ending) => stem + ending)
}

/** Stems begin at four letters; short nouns are declined in full: суд, суда, судом. */
function shortForms(word: string): readonly string[] {
  const stem = word.replace(/[аеиоуыэюяйь]$/, '')
  const endings = 'а у ы и е ом ой ов ей ам ами ах'.split(' ')
  return [`=${word}`, ...endings.map((ending) => `=${stem}${ending}`)]
}

// Nouns of action whose plural is a word of its own: сбор – сборы, переговор – переговоры, род – роды, час – часы.
const deverbal = /^(.*(?:бор|говор|торг|род|вод|час|лет|бег|вес))[ыи]$/

function singularApart(word: string): readonly string[] {
  const stem = deverbal.exec(word)?.[1]
  return stem ? ['', 'а', 'у', 'ом', 'е'].map((ending) => `=${stem}${ending}`) : []
}
