import type {Chosen, Hit} from './choice-hit.ts'
import {editDistance} from '../../closest.ts'
import {
  isAdverb,
  isDiminutive,
  isForm,
  namesOf,
  type NameWord,
  type OptionName,
  sharesRoot,
  soundsLike,
  spokenWord,
} from './choice-words.ts'
import {countedChoice, namesPlace} from './choice-order.ts'
import {partialHits} from './choice-partial.ts'
import {isOtherSpan, isPartOfNumber, isSmallWord, isVerbOfCall, withoutTrouble} from './choice-other-words.ts'
import {isNegated, preferCorrection} from './correction.ts'
import {ignoringFillers} from './fillers.ts'
import type {ExtractContext, Extractor, Found, Token, Utterance} from './types.ts'

/**
 * Which of `context.options` was named: by any of its names in any inflection or pet form, by a name with one letter wrong, by sound when the scripts
 * differ, or by its place (`второй вариант`) when it was asked for. Several named without a correction are `alts` of each other. A name that
 * is denied (`только не маникюр`, `кроме`) is not chosen; "any" is no choice.
 */
export const extractChoice: Extractor<Chosen> = (utterance, context) => chooseIn(withoutTrouble(utterance), context)

const chooseIn: Extractor<Chosen> = ignoringFillers(
  preferCorrection((utterance: Utterance, context: ExtractContext): Found<Chosen> | undefined => {
    const options = context.options ?? []
    if (options.length === 0 || utterance.tokens.length === 0) return undefined
    const names = namesOf(options)
    // «Стоп» is no form of «стопы», unless an option is called just so.
    const isCry = (text: string) => /^(?:стоп|stop)$/.test(text) && !names.some(({words}) => words.some((word) => word.text === text))
    const spoken = utterance.tokens.map(({text}) => spokenWord(isCry(text) ? '' : text))
    const hits = wanted(exactHits(names, spoken), utterance.tokens)
    // «Номер четыре» is the fourth, unless an option is called so in both words.
    const isPlace = context.asked && namesPlace(utterance) && !hits.wanted.some(({from, to}) => to - from > 1)
    if (isPlace) return countedChoice(utterance, options)
    if (hits.named > 0) return chosen(hits.wanted)
    for (const find of context.asked ? [diminutiveHits, fuzzyHits, rootHits, partialHits] : [diminutiveHits]) {
      const guess = wanted(find(names, spoken), utterance.tokens)
      if (guess.named > 0) return onlyOne(guess.wanted)
    }
    return context.asked ? countedChoice(utterance, options) : undefined
  }),
)

function chosen(hits: readonly Hit[]): Found<Chosen> | undefined {
  const [first, ...rest] = hits
  if (!first) return undefined
  const others = [...new Set(rest.map(({option}) => option))].filter((option) => option !== first.option)
  const found = {value: {option: first.option}, from: first.from, to: first.to}
  if (others.length === 0) return {...found, confidence: first.confidence}
  return {...found, confidence: 0.4, alts: others.map((option) => ({option})), undecided: true}
}

/** A guess that fits two options is none. */
const onlyOne = (hits: readonly Hit[]): Found<Chosen> | undefined =>
  new Set(hits.map(({option}) => option)).size === 1 ? chosen(hits) : undefined

const excluding = /^(?:кроме|без|вместо|помимо|except|without|instead|no)$/
// "Anything but mushroom", "other than that"; "nothing but mushroom" is mushroom.
const excepting =
  /^(?:anything but|everything but|all but|any but|other than|rather than|apart from|instead of|except for|только не|лишь бы не)$/

/** Overlapping hits give way to the longer one; denied ones are dropped. `named` tells whether any option was named at all. */
function wanted(hits: readonly Hit[], tokens: readonly Token[]): {readonly named: number; readonly wanted: readonly Hit[]} {
  const size = ({from, to}: Hit) => to - from
  // «Раз в две недели» holds «раз в неделю» with a word inside.
  const isBetter = (other: Hit, hit: Hit) => size(other) > size(hit) || (size(other) === size(hit) && hit.isLoose && !other.isLoose)
  const longest = hits.filter((hit) => !hits.some((other) => other.from < hit.to && hit.from < other.to && isBetter(other, hit)))
  const isExcluded = ({from}: Hit) =>
    [from, from - 1].some((at) => excepting.test(`${tokens[at - 2]?.text} ${tokens[at - 1]?.text}`)) ||
    [from - 1, ...((tokens[from - 1]?.text.length ?? 9) <= 3 ? [from - 2] : [])].some((at) => excluding.test(tokens[at]?.text ?? ''))
  // «Утром не могу, вечером тоже»
  const isAlike = ({from, to}: Hit) =>
    /^(?:тоже|также|either|neither)$/.test(tokens[to]?.text ?? '') &&
    tokens.slice(0, from).some(({text}) => /^(?:не|нет|not|can't|no)$/.test(text))
  return {
    named: longest.length,
    wanted: longest
      .filter(
        (hit) =>
          !isOtherSpan(tokens, hit) &&
          !isNegated(tokens, hit) &&
          !isExcluded(hit) &&
          !isAlike(hit) &&
          !isPartOfNumber(tokens, hit) &&
          !isVerbOfCall(tokens, hit) &&
          !isSmallWord(tokens, hit),
      )
      .sort((a, b) => a.from - b.from),
  }
}

type Spoken = readonly NameWord[]

/** Whole names: word by word, joined or split by the recogniser (`blowdry`, `g p`), or their words in another order nearby. */
function exactHits(names: readonly OptionName[], spoken: Spoken): readonly Hit[] {
  const hits: Hit[] = []
  for (const {option, words} of names) {
    const joint = words.map(({text}) => text).join('')
    for (let from = 0; from < spoken.length; from++) {
      const ordered = inOrder(words, spoken, from)
      const to = ordered ?? joined(joint, words.length, spoken, from) ?? anyOrder(words, spoken, from)
      const isLoose = ordered !== undefined && ordered - from > words.length
      if (to !== undefined) hits.push({option, from, to, confidence: 0.95, ...(isLoose && {isLoose})})
    }
  }
  return hits
}

function inOrder(words: readonly NameWord[], spoken: Spoken, from: number): number | undefined {
  let at = from
  for (const word of words) {
    // One word may stand in between: «анализ на кровь».
    if (at > from && at + 1 < spoken.length && !isForm(spoken[at]!, word)) at++
    if (at >= spoken.length || !isForm(spoken[at]!, word)) return undefined
    at++
  }
  return at
}

/** `name` is what the words of a name make without spaces. */
function joined(name: string, count: number, spoken: Spoken, from: number): number | undefined {
  const first = spoken[from]!.text
  if (count > 1 && first.length >= name.length && first.replaceAll('-', '') === name) return from + 1
  if (!name.startsWith(first)) return undefined
  let length = first.length
  for (let at = from + 1; at < spoken.length && length < name.length; at++) {
    const {text} = spoken[at]!
    if (!name.startsWith(text, length)) return undefined
    length += text.length
    if (length === name.length) return at + 1
  }
  return undefined
}

/** `color my hair` is `hair color`, `cut my hair` is `haircut`: words of a name in another order, within four. */
function anyOrder(words: readonly NameWord[], spoken: Spoken, from: number): number | undefined {
  if (words.length === 1) return swappedCompound(words[0]!.text, spoken, from)
  if (!words.some((word) => isForm(spoken[from]!, word))) return undefined
  const window = spoken.slice(from, from + 4)
  const places = words.map((word) => window.findIndex((candidate) => isForm(candidate, word)))
  if (!places.includes(0) || places.includes(-1) || new Set(places).size < places.length) return undefined
  // «Интернет тормозит, сил нет»: a negation stands beside what it denies.
  const not = words.findIndex(({text}) => /^(?:нет|не|no|not)$/.test(text))
  const denies = not === -1 ? [] : [places[not]!, places[not + 1 < words.length ? not + 1 : not - 1]!].toSorted((a, b) => a - b)
  if (denies.length > 0 && !window.slice(denies[0]! + 1, denies[1]).every(({text}) => besideNot.test(text))) return undefined
  return from + Math.max(...places) + 1
}

const besideNot = /^(?:у|меня|нас|вообще|совсем|дома|сейчас|опять|снова|тут|здесь|уже|больше)$/

function swappedCompound(name: string, spoken: Spoken, from: number): number | undefined {
  const {text} = spoken[from]!
  if (name.length < 6 || text.length < 3 || !name.endsWith(text)) return undefined
  const rest = name.slice(0, -text.length)
  for (let at = from + 1; at < Math.min(from + 4, spoken.length); at++) if (spoken[at]!.text === rest && rest.length >= 3) return at + 1
  return undefined
}

/** One letter wrong, in words long enough to stay recognisable; or the same sound in the other alphabet. */
function fuzzyHits(names: readonly OptionName[], spoken: Spoken): readonly Hit[] {
  return singleWordHits(names, spoken, 0.75, (word, name) => {
    if (soundsLike(word, name)) return true
    // A letter may be what is missing: «масаж».
    if (word.text.length < 5 || name.text.length < 6) return false
    const [key, nameKey] = [word.keys[0]!, name.keys[0]!]
    const difference = Math.abs(key.length - nameKey.length)
    // Two words of five letters that differ in one are rather two words.
    return difference <= 1 && key.length + difference >= 6 && editDistance(key, nameKey) <= 1
  })
}

const diminutiveHits = (names: readonly OptionName[], spoken: Spoken): readonly Hit[] => singleWordHits(names, spoken, 0.85, isDiminutive)

const rootHits = (names: readonly OptionName[], spoken: Spoken): readonly Hit[] => singleWordHits(names, spoken, 0.6, sharesRoot)

/** «Наверное» sounds like «наверху» and names nothing. */
const hedging = /^(?:наверн(?:ое|о|яка)|конечно|пожалуй(?:ста)?|probably|perhaps|please)$/

function singleWordHits(
  names: readonly OptionName[],
  spoken: Spoken,
  confidence: number,
  matches: (word: NameWord, name: NameWord) => boolean,
): readonly Hit[] {
  return names.flatMap(({option, words}) =>
    words.length > 1
      ? []
      : spoken.flatMap((word, from) =>
          !hedging.test(word.text) && !isAdverb(word, words[0]!) && matches(word, words[0]!)
            ? [{option, from, to: from + 1, confidence}]
            : [],
        ),
  )
}
