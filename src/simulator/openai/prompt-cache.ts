import {piecesOf} from './replies.ts'
import type {ChatRequest} from './types.ts'

/** Providers cache prompts of at least this many tokens, in steps of 128. */
const least = 1024
const step = 128
const remembered = 32

/** How many tokens at the beginning of a prompt an earlier one already had, as the providers' automatic prefix caches count them. */
export function promptCache(): (request: ChatRequest) => number {
  const prompts: string[] = []
  return ({model, messages}) => {
    const text = `${model}\n${messages.map(({role, content}) => `${role}\n${content}`).join('\n')}`
    const shared = Math.max(0, ...prompts.map((earlier) => sharedLength(earlier, text)))
    prompts.push(text)
    if (prompts.length > remembered) prompts.shift()
    const tokens = piecesOf(text.slice(0, shared)).length
    return tokens < least ? 0 : tokens - (tokens % step)
  }
}

function sharedLength(one: string, other: string): number {
  const length = Math.min(one.length, other.length)
  let at = 0
  while (at < length && one[at] === other[at]) at += 1
  return at
}
