import type {Value} from '../engine/command.ts'
import {extractAddress} from '../nlu/address.ts'
import {extractPersonName} from '../nlu/person-name.ts'
import {utterance} from '../nlu/tokens.ts'
import type {ExtractContext, Utterance} from '../nlu/types.ts'
import {contentWords} from './content-words.ts'
import {type Evidence, isMadeOf} from './made-of.ts'

/**
 * How far words that a model takes for a name or an address stand where one stands. Our own grammar hears them there: they are said. It
 * takes them for one only by themselves, or they are all of an answer to the question for it («Бауыржан»): they are asked back. Words in
 * passing («да, кстати, погода хорошая») are none.
 */
export function standsThere(
  type: 'person_name' | 'address',
  value: Value,
  spoken: Utterance,
  context: ExtractContext,
): Evidence | undefined {
  const text = String(value)
  if (!isMadeOf(text, spoken.text)) return undefined
  const read = type === 'person_name' ? extractPersonName : extractAddress
  const heard = read(spoken, context)
  if (heard && isMadeOf(text, Object.values(heard.value).join(' '))) return 'said'
  // «Ну допустим» is all of an answer, and no name.
  if (contentWords(text).length === 0) return undefined
  const alone = utterance(text, spoken.lang)
  if (read(alone, {...context, asked: true})) return heard === undefined && !context.asked ? undefined : 'hinted'
  return context.asked && isWholeAnswer(alone, spoken) ? 'hinted' : undefined
}

/** Nothing else was said but what hesitates and what presents a value: whoever says "by the way" answers nothing. */
function isWholeAnswer(value: Utterance, spoken: Utterance): boolean {
  const words = new Set(value.tokens.map(({text}) => text.slice(0, 3)))
  return spoken.tokens.every(({text}) => words.has(text.slice(0, 3)) || presenting.test(text))
}

const presenting = /^(?:[эмы]+|эм+|ну|вот|это|я|так|пожалуйста|u[hm]+|e[rm]+|well|so|it's|it|this|is|i'm|please)$/
