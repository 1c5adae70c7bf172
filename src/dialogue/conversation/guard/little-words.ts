import {acceptedValues} from '../../engine/draft.ts'
import {numeral} from '../../nlu/numerals.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Lang} from '../../nlu/types.ts'
import {isAdmission, isAtALoss, isUnanswered} from './at-a-loss.ts'
import type {GuardContext} from './guard-context.ts'
import {type Places, placesOf} from './little-word-lists.ts'
import {isMomentWord} from './moments.ts'
import {clausesOf} from './sentences.ts'
import {isAgreement, isCourtesy, isParticle, isPlain} from './words.ts'

/**
 * The first little word that a model adds where it says something. Words without content make idioms with content among themselves: «стрижка
 * за так», «стрижка с нас», "it's all yours". So one that the engine's line has not needs a place where it can only join or be polite: before
 * the word it belongs to, beside a courtesy, in a question.
 */
export function littleWordFault(line: string, context: GuardContext): string | undefined {
  const {lang} = context.turn.state
  const isLost = isAtALoss(context.turn)
  const ground = groundOf(context)
  for (const {text, asks} of clausesOf(line, lang)) {
    // A dash or a colon joins: «стрижка — минуту» tells how long it takes.
    for (const piece of asks ? [text] : text.split(/[,;]/)) {
      // Not to know may be said in any words.
      if (isLost && isAdmission(piece)) continue
      const words = tokenize(piece).map((token) => token.text)
      const found = words.find((_, at) => !mayStand({words, at, asks}, ground))
      if (found !== undefined) return `little word ${found}`
    }
  }
  return undefined
}

/** Words that relate one thing to another: «с девяти» is no «в девять». */
export const relationsIn = (words: readonly string[], lang: Lang): readonly string[] =>
  words.map((word) => variants.get(word) ?? word).filter((word) => placesOf[lang].prepositions.has(word))

const variants: ReadonlyMap<string, string> = new Map([
  ['во', 'в'],
  ['ко', 'к'],
  ['со', 'с'],
  ['обо', 'о'],
  ['об', 'о'],
])

interface Ground {
  readonly lang: Lang
  readonly places: Places
  /** Words of the engine's line, and of facts where it has no answer. */
  readonly own: ReadonlySet<string>
  /** Each with the word behind it, for prepositions: of «с вами» and «у нас» no «с нас» can be made. */
  readonly ownPairs: ReadonlySet<string>
  /** Somebody has said how many they are: «вас двое». */
  readonly isCounted: boolean
  /** Stems of the bot's own name. */
  readonly name: ReadonlySet<string>
}

function groundOf({scenario, turn, facts}: GuardContext): Ground {
  const {lang} = turn.state
  const own = [turn.text, ...(isUnanswered(turn) ? facts : [])].map((text) => tokenize(text).map((token) => token.text))
  return {
    lang,
    places: placesOf[lang],
    own: new Set(own.flat()),
    ownPairs: new Set(own.flatMap((words) => words.flatMap((word, at) => pairsOf(word, words[at + 1])))),
    isCounted: Object.keys(acceptedValues(turn.state)).some((id) => scenario.fields.get(id)?.type === 'number'),
    name: new Set(tokenize(scenario.persona.name ?? '').flatMap(({text}) => stemKeys(text))),
  }
}

const pairsOf = (word: string, next: string | undefined): string[] => (next ? stemKeys(next).map((key) => `${word} ${key}`) : [])

/** A word among those of its clause. */
interface Spot {
  readonly words: readonly string[]
  readonly at: number
  readonly asks: boolean
}

function mayStand(spot: Spot, ground: Ground): boolean {
  const {words, at, asks} = spot
  const {lang, places, own} = ground
  const word = words[at]!
  if (!asks && places.alone.has(word)) return own.has(word) || !words.some((each) => isContent(each, lang))
  if (!isParticle(word, lang)) return true
  if (places.prepositions.has(word)) return relates(spot, ground)
  if (own.has(word) || places.joining.has(word) || (asks && places.asking.has(word))) return true
  if (places.opening.has(word)) return words.slice(0, at).every((each) => !isContent(each, lang))
  if (places.pointing.has(word) && words[at + 1] !== undefined && !isParticle(words[at + 1]!, lang)) return true
  return places.persons.has(word) && isPolite(spot, ground)
}

/** Something is said of it: it is no particle, courtesy or agreement. */
const isContent = (word: string, lang: Lang): boolean => !isPlain(word, lang) && !isAgreement(word, lang)

/** «Понял вас», «рад вам помочь», "got it", «вас двое», «я Марк»: beside a courtesy, or of who is speaking. */
function isPolite({words, at}: Spot, {lang, places, isCounted, name}: Ground): boolean {
  const isPerson = (index: number) => index >= 0 && places.persons.has(words[index] ?? '')
  let [from, to] = [at, at]
  while (isPerson(from - 1)) from--
  while (isPerson(to + 1)) to++
  const [before, next] = [words[from - 1], words[to + 1]]
  if ([before, next].some((each) => each !== undefined && isCourtesy(each, lang) && !places.alone.has(each))) return true
  if (next === undefined) return false
  const [token] = tokenize(next)
  return (isCounted && numeral(token, lang) !== undefined) || stemKeys(next).some((key) => name.has(key))
}

/** A preposition before the word it belongs to. Bounds («с трёх», "in three") are the engine's to set, and what is whose («с вас», "on us"). */
function relates({words, at, asks}: Spot, {lang, places, ownPairs}: Ground): boolean {
  const word = words[at]!
  const next = words[at + 1]
  if (pairsOf(word, next).some((pair) => ownPairs.has(pair))) return true
  if (next === undefined) return asks && words.slice(-3, -1).some((each) => places.stranding.has(each))
  const personal = places.personal.find((each) => each.words.test(`${word} ${next}`))
  if (personal) return words.some((each) => personal.beside.test(each))
  const kind = places.prepositions.get(word)
  if (kind === 'own' || (kind === 'asks' && !asks)) return false
  const object = words.slice(at + 1).find((each) => !places.articles.has(each))
  if (object === undefined || isParticle(object, lang) || isCourtesy(object, lang)) return false
  return !places.bounding.has(word) || !isBound(object, lang)
}

/** «С какого дня», «по какое число», «с завтра», "in three": where something would begin or end. */
function isBound(object: string, lang: Lang): boolean {
  const [token] = tokenize(object)
  return token !== undefined && (isMomentWord(token, lang) || asksForBound.test(object))
}

const asksForBound = /^(?:какого|какое|какой|какую|какие|которого|которое|который|which|what)$/
