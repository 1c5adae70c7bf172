import {splitCorrection, type Span} from '../correction.ts'
import {phraseAt, phraseBefore, phrases, wordSet} from './phrases.ts'
import {notRefused} from './refusal.ts'
import type {Word} from './words.ts'

/** How a value stands to the one before it: it corrects it, it is another choice, it ends a range, or nothing says. */
export type Link = 'corrects' | 'or' | 'and' | 'unsaid'

const ors = wordSet('или либо or')
const and = wordSet('и and')
const corrections = wordSet('то хотя скорее тогда instead actually rather лучше')

/** How `later` stands to `earlier`, judged by the words between them. */
export function linkBetween(words: readonly Word[], earlier: Span, later: Span): Link {
  const split = splitCorrection(words.slice(earlier.from, later.to))
  const fresh = split && split.kind !== 'denial' ? split.fresh.from + earlier.from : -1
  if (fresh >= earlier.to && fresh <= later.from) return 'corrects'
  const gap = words.slice(earlier.to, later.from)
  if (gap.some((word) => corrections.has(word.text))) return 'corrects'
  if (gap.some((word) => and.has(word.text))) return 'and'
  return gap.some((word) => ors.has(word.text)) || (words[earlier.to - 1]!.joined && gap.length === 0) ? 'or' : 'unsaid'
}

/** A value with its place, as the choice between several needs it. */
export interface Candidate<Value> extends Span {
  readonly value: Value
  readonly alts: readonly Value[]
  readonly confidence: number
  /** Its own words name several, `alts` the others: `на выходных`. */
  readonly undecided?: boolean
}

export interface Choice<Value> extends Candidate<Value> {
  readonly corrected: boolean
}

/** How sure a value can be that was named beside others. */
const undecidedConfidence = 0.4

/**
 * The value that counts when an utterance names several: what is ruled out is dropped, and a correction replaces what stood before it.
 * "Five or six" leaves it open: the first is the value, the other in `alts`. Else the last one counts. `touching`: how two are meant that
 * have no word between them, not even a preposition.
 */
export function choose<Value>(
  words: readonly Word[],
  candidates: readonly Candidate<Value>[],
  equal: (a: Value, b: Value) => boolean,
  {touching = 'unsaid'}: {readonly touching?: Link} = {},
): Choice<Value> | undefined {
  const possible = notRefused(words, candidates)
  const kept = withoutFallbacks(words, possible)
  const start = kept.findLastIndex((candidate, index) => index > 0 && linkBetween(words, kept[index - 1]!, candidate) === 'corrects')
  const said = kept.slice(Math.max(0, start))
  const last = said.at(-1)
  if (!last) return undefined
  const corrected = possible.length < candidates.length || start > 0
  const distinct = (values: readonly Value[]): Value[] =>
    values.filter((value, index) => values.findIndex((other) => equal(other, value)) === index)
  const listed = listIn(words, said, touching)
  const named = distinct(listed.map(({value}) => value))
  const [first] = listed
  if (first && named.length > 1) {
    const [value, ...alts] = named as [Value, ...Value[]]
    return {value, alts, confidence: undecidedConfidence, from: first.from, to: last.to, corrected, undecided: true}
  }
  const [value, ...alts] = distinct([last.value, ...last.alts, ...said.map((candidate) => candidate.value).reverse()]) as [
    Value,
    ...Value[],
  ]
  const sure = said.every((candidate) => equal(candidate.value, value))
  const confidence = last.undecided ? undecidedConfidence : sure ? last.confidence : Math.min(last.confidence, 0.5)
  return {value, alts, confidence, from: said[0]!.from, to: last.to, corrected, ...(last.undecided ? {undecided: true} : {})}
}

const preposition = wordSet('в во на к ко с со до по у at on in for the')

const fallback = phrases<true>([
  [true, 'в крайнем случае|на крайний случай|в худшем случае|на худой конец|если не получится|если не выйдет'],
  [true, 'at worst|worst case|in the worst case|at a pinch|at a push|failing that|as a last resort|as a fallback|if not'],
])

/** «В три, в крайнем случае в четыре»: the second is what would do, not what is wanted. By itself it is wanted all the same. */
function withoutFallbacks<Value>(words: readonly Word[], candidates: readonly Candidate<Value>[]): readonly Candidate<Value>[] {
  const first = candidates.findIndex(
    ({from}, index) => index > 0 && [0, 1].some((back) => phraseBefore(fallback, words, from - back) !== undefined),
  )
  return first === -1 ? candidates : candidates.slice(0, first)
}

/** The values at the end that are named beside each other: joined by "or", or one behind the other by somebody who does not mind. */
function listIn<Value>(words: readonly Word[], said: readonly Candidate<Value>[], touching: Link): readonly Candidate<Value>[] {
  const links = said.slice(1).map((candidate, index) => {
    const gap = words.slice(said[index]!.to, candidate.from)
    const link = linkBetween(words, said[index]!, candidate)
    // «Двадцатого, э, двадцать пятого» was begun again.
    const touches =
      gap.length === 0 && words[candidate.from - 1]!.stop === '' && words[candidate.from]!.at - words[candidate.from - 1]!.at <= 1
    return {gap, link: link === 'unsaid' && touches ? touching : link}
  })
  // «Завтра я работаю и приду в пятницу» lists nothing.
  const isJoined = ({link, gap}: (typeof links)[number]) =>
    link === 'or' ||
    (link === 'and' &&
      gap.length <= 6 &&
      gap.slice(gap.findLastIndex(({text}) => and.has(text)) + 1).every(({text}) => preposition.has(text)))
  const isBeside = ({link, gap}: (typeof links)[number]) => link === 'unsaid' && gap.every(({text}) => preposition.has(text))
  const isOpen = links.some(isJoined) || (links.length > 0 && saysNotToMind(words))
  if (!isOpen) return []
  const first = links.findLastIndex((link) => !isJoined(link) && !isBeside(link)) + 1
  return said.slice(first)
}

const open = phrases<true>([
  [true, 'все равно|без разницы|нет разницы|не важно|неважно|не принципиально|не решил|не решила|не решили|не определился|не определилась'],
  [true, 'не знаю|не уверен|не уверена|как вам удобно|на ваше усмотрение|на выбор|любой из|либо то либо то|надо подумать'],
  [true, "doesn't matter|don't mind|don't care|either|whichever|not sure|haven't decided|don't know|up to you|no preference|can't decide"],
])

const saysNotToMind = (words: readonly Word[]): boolean => words.some((_, at) => phraseAt(open, words, at))
