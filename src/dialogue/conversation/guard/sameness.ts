import {stemKeys} from '../../nlu/stem.ts'
import {numeral} from '../../nlu/numerals.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Lang, Token} from '../../nlu/types.ts'
import {relationsIn} from './little-words.ts'
import {deniesSame, isNegator} from './negation.ts'
import {isParticle, isPlain} from './words.ts'

/**
 * Whether a sentence of a model tells what a given one tells: every word of content of it, no other, and the same denied. Where there is more
 * than one clause or number, in the same order as well: «стрижка две тысячи, бритьё тысяча» has the words of its opposite.
 */
export function tellsSame(line: string, fact: string, lang: Lang): boolean {
  const told = contentOf(tokenize(fact), lang)
  const said = contentOf(tokenize(line), lang, told)
  if (said.length !== told.length || said.length === 0 || !deniesSame(line, fact) || !relatesSame(line, fact, lang)) return false
  if (isCompound(fact, lang)) return said.every((word, at) => meets(word, told[at]!))
  const left = [...told]
  return said.every((word) => {
    const at = left.findIndex((each) => meets(word, each))
    if (at !== -1) left.splice(at, 1)
    return at !== -1
  })
}

/** With the same prepositions, in whatever order. */
function relatesSame(line: string, fact: string, lang: Lang): boolean {
  const [said, told] = [line, fact].map((text) =>
    relationsIn(
      tokenize(text).map((token) => token.text),
      lang,
    ).toSorted(),
  )
  return said!.join(' ') === told!.join(' ')
}

/** A statement that is true only as a whole: it counts, denies or makes a condition. */
export const isExact = (text: string, lang: Lang): boolean =>
  tokenize(text).some((token) => numeral(token, lang) !== undefined || isNegator(token) || conditions.test(token.text))

/** Words of content; of the courtesies around them only those that the other sentence has as well. */
const contentOf = (tokens: readonly Token[], lang: Lang, other?: readonly string[]): string[] =>
  tokens
    .map(({text}) => text)
    .filter((word) => !isParticle(word, lang) && (!other || !isPlain(word, lang) || other.some((each) => meets(word, each))))

const meets = (a: string, b: string): boolean => a === b || stemKeys(a).some((key) => stemKeys(b).includes(key))

function isCompound(text: string, lang: Lang): boolean {
  if (/[,;:—–]|\s-\s/.test(text) || /(?:^|\s)(?:и|а|но|или|либо|and|but|or|while)(?:\s|$)/i.test(text)) return true
  const tokens = tokenize(text)
  const numbers = tokens.filter((token, at) => numeral(token, lang) && !numeral(tokens[at - 1], lang))
  return numbers.length > 1 || tokens.filter(isNegator).length > 1
}

const conditions =
  /^(?:если|только|лишь|при|от|до|около|примерно|минимум|максимум|кроме|после|пока|if|only|when|from|until|till|up|about|around|after|before|least|most|over|under)$/
