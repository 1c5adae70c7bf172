import {tokenize} from '../../nlu/tokens.ts'

/** So many words in a row are no coincidence. */
const telling = 8

/** Whether the line shares a run of words with the prompt, facts aside: those are there to be told. */
export function quotesPrompt(line: string, prompt: string, facts: readonly string[]): boolean {
  const words = wordsOf(line)
  const secret = plain(prompt)
  const told = facts.map((fact) => ` ${wordsOf(fact).join(' ')} `)
  for (let at = 0; at + telling <= words.length; at++) {
    const run = ` ${words.slice(at, at + telling).join(' ')} `
    if (secret.includes(run) && !told.some((fact) => fact.includes(run))) return true
  }
  return false
}

const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.text)

let last = {prompt: '', words: ' '}

/** Taken apart once: the prompt is long and the same all through a call. */
function plain(prompt: string): string {
  if (last.prompt !== prompt) last = {prompt, words: ` ${wordsOf(prompt).join(' ')} `}
  return last.words
}
