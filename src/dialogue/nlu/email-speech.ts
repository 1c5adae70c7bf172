import {signs} from './email-words.ts'
import type {Token, Utterance} from './types.ts'

/** An utterance as words of a dictation: signs written between words («ivan.petrov», "anna-maria") are words too. */
export interface Speech {
  readonly words: readonly string[]
  /** The token of each word; for a written sign, the token behind it. */
  readonly at: readonly number[]
  readonly tokens: readonly Token[]
}

export function speechOf({text, tokens}: Utterance): Speech {
  const words: string[] = []
  const at: number[] = []
  tokens.forEach((token, index) => {
    const gap = index === 0 ? '' : text.slice(tokens[index - 1]!.end, token.start)
    if (/^[._+-]$/.test(gap)) {
      words.push(gap)
      at.push(index)
    }
    const glued = /^(точка)(ру|ком|рф)$/.exec(token.text)
    for (const word of glued ? glued.slice(1) : [token.text]) {
      words.push(word)
      at.push(index)
    }
  })
  return {words, at, tokens}
}

/** The longest of some phrases that begins at a word. */
export const phraseAt = (phrases: readonly (readonly string[])[], words: readonly string[], at: number): readonly string[] | undefined =>
  phrases.find((phrase) => phrase.every((word, offset) => words[at + offset] === word))

export interface Sign {
  readonly sign: '.' | '-' | '_' | '+'
  readonly length: number
}

export function signAt(words: readonly string[], at: number): Sign | undefined {
  const word = words[at]
  if (word === '.' || word === '-' || word === '_' || word === '+') return {sign: word, length: 1}
  const found = signs.find(([phrase]) => phrase.every((part, offset) => words[at + offset] === part))
  return found && {sign: found[1], length: found[0].length}
}
