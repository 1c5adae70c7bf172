import {tokenize} from '../../nlu/tokens.ts'
import type {Lang, Token} from '../../nlu/types.ts'
import {isPlain} from './words.ts'

/** A sentence, or a clause of one that asks. */
export interface Sentence {
  readonly text: string
  readonly tokens: readonly Token[]
  /** It wants an answer, as a question or as a request. */
  readonly asks: boolean
}

/** A text taken apart, those that ask told from those that state something. */
export function sentencesOf(text: string): Sentence[] {
  return (text.match(/[^.!?…]+[.!?…]*/gu) ?? []).flatMap((part) => {
    const tokens = tokenize(part)
    return tokens.length > 0 ? [{text: part.trim(), tokens, asks: part.includes('?') || isRequest(tokens)}] : []
  })
}

/**
 * The same, and what only stands before a question as a clause of its own: «можете прийти когда удобно, на какой день?» states something. So
 * does what hangs behind one and puts nothing to choice: «на какой день, стрижка ваша?»
 */
export function clausesOf(text: string, lang: Lang): Sentence[] {
  return sentencesOf(text).flatMap((sentence) => (sentence.asks ? clausesIn(sentence, lang) : [sentence]))
}

function clausesIn({text}: Sentence, lang: Lang): Sentence[] {
  const parts = text.split(/,|[:;—–](?=\s)/).map((part) => ({text: part.trim(), tokens: tokenize(part)}))
  // «Ваш телефон, пожалуйста?»
  const last = text.includes('?') ? parts.findLastIndex(({tokens}) => tokens.some((token) => !isPlain(token.text, lang))) : -1
  const opens = parts.map(({tokens}) => opensQuestion(tokens, lang))
  return parts.map((part, at) => ({
    ...part,
    asks: opens[at]! || isRequest(part.tokens) || (at === last && (!opens.includes(true) || belongs.test(part.text))),
  }))
}

/** «На какой день…», «что вам нужно: …»: the first word that is not only a particle asks. */
function opensQuestion(tokens: readonly Token[], lang: Lang): boolean {
  const first = tokens.find(({text}) => interrogative.test(text) || !isPlain(text, lang))
  // "We can help" has its subject before the verb.
  if (first && modal.test(first.text) && tokens.slice(0, tokens.indexOf(first)).some(({text}) => subject.test(text))) return false
  return first !== undefined && interrogative.test(first.text)
}

/** Options to choose from, a little word of hesitation, or the purpose of what is asked: «какой день удобен, чтобы прийти?» */
const belongs = /(?<!\p{L})(?:или|либо|or)(?!\p{L})|^чтобы?(?!\p{L})|^(?:скажем|например|say)[?.]?$/iu

const modal = /^(?:could|can|may|would)$/
const subject = /^(?:i|we|you|they|it)$/

const interrogative =
  /^(?:как(?:ой|ая|ое|ие|ую|ом|их|ого|ому)?|кто|кого|кому|что|чего|чем|чей|чья|чье|чью|где|куда|когда|сколько|почему|котор\S+|what|what's|whats|which|who|whose|when|where|how|could|can|may|would)$/

/** «Хорошо, назовите, пожалуйста, ваш номер.»: whatever stands before the verb, unless somebody says that of himself. */
function isRequest(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({text}) => requests.test(text))
  return at !== -1 && !tokens.slice(0, at).some(({text}) => /^(?:я|мы|не|i|we|not|can't|cannot|don't)$/.test(text))
}

const requests =
  /^(?:назовите|скажите|подскажите|продиктуйте|уточните|укажите|сообщите|оставьте|расскажите|опишите|представьтесь|выберите|повторите|tell|give|say|describe|choose|spell|name)$/
