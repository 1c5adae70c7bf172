import {withoutFillers} from '../../../nlu/fillers.ts'
import {letterAt} from '../../../nlu/letters.ts'
import {numeral} from '../../../nlu/numerals.ts'
import type {Utterance} from '../../../nlu/types.ts'

/** What was said, without the hesitation around it; nothing when no word is left. A long message is kept from its beginning. */
export function freeText(utterance: Utterance): string | undefined {
  const clean = isDictated(utterance) ? withoutLead(utterance) : withoutFillers(utterance).utterance
  // «Напишите люблю» is written without the bidding.
  const bids = clean.tokens.length > 1 && /^(?:напишите|напиши|пишите)$/.test(clean.tokens[0]!.text)
  const first = clean.tokens[bids ? 1 : 0]
  const last = clean.tokens.at(-1)
  if (!first || !last) return undefined
  const text = utterance.text.slice(utterance.isCut ? 0 : first.start, last.end).trim()
  return text.length >= 2 ? text : undefined
}

/** «Эм эм икс двенадцать»: letters and figures, where `эм` is no hesitation and nothing is said twice by a stutter. */
const isDictated = ({tokens, lang}: Utterance): boolean =>
  tokens.some((token) => numeral(token, lang) !== undefined) &&
  tokens.some(({text}) => isLetter(text)) &&
  tokens.every((token) => numeral(token, lang) !== undefined || isLetter(token.text) || besides.test(token.text))

const isLetter = (text: string): boolean => letterAt([text], 0) !== undefined

const besides = /^(?:номер|номера|серия|полис|договор|дефис|дробь|тире|пробел|э+|ну|number|series|dash|slash|u+h|um)$/

const withoutLead = ({tokens, ...utterance}: Utterance): Utterance => {
  const from = tokens.findIndex(({text}) => !/^(?:э+|ну|u+h|um)$/.test(text))
  return {...utterance, tokens: from === -1 ? tokens : tokens.slice(from)}
}
