import {withoutFillers} from '../../nlu/fillers.ts'
import type {Utterance} from '../../nlu/types.ts'

/** What was said, without the hesitation around it; nothing when no word is left. A long message is kept from its beginning. */
export function freeText(utterance: Utterance): string | undefined {
  const {utterance: clean} = withoutFillers(utterance)
  // «Напишите люблю» is written without the bidding.
  const bids = clean.tokens.length > 1 && /^(?:напишите|напиши|пишите)$/.test(clean.tokens[0]!.text)
  const first = clean.tokens[bids ? 1 : 0]
  const last = clean.tokens.at(-1)
  if (!first || !last) return undefined
  const text = utterance.text.slice(utterance.isCut ? 0 : first.start, last.end).trim()
  return text.length >= 2 ? text : undefined
}
