import {isGivenName, russianFirstName} from '../names/lexicon.ts'
import type {IntentMatch} from './intent-match.ts'
import type {View} from './view.ts'

const isNot = /^(?:не|not|isn't|wasn't)$/
const speaker = /^(?:я|это|тут|здесь|i'm|this|it's)$/
const isSpeaker = (before: string, earlier: string): boolean =>
  speaker.test(before) || (before === 'is' && speaker.test(earlier)) || (before === 'am' && earlier === 'i')

/** `я не Иван`, `this isn't John`: somebody else was called. A name makes the difference to `я не уверен`. */
export function strangersIn({tokens}: View): readonly IntentMatch[] {
  return tokens.flatMap(({text}, at): readonly IntentMatch[] => {
    const next = tokens[at + 1]?.text
    const before = tokens[at - 1]?.text ?? ''
    if (!isNot.test(text) || next === undefined || !isSpeaker(before, tokens[at - 2]?.text ?? '')) return []
    if (!russianFirstName(next) && !isGivenName(next)) return []
    // «Это не Мария, а Марина» puts a name right, it does not send the caller away.
    if (['а', 'but'].includes(tokens[at + 2]?.text ?? '')) return []
    return [{id: 'wrong_number', from: at - 1, to: at + 2, confidence: 1}]
  })
}
