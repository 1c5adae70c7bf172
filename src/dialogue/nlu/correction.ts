import type {ExtractContext, Extractor, Found, Token, Utterance} from './types.ts'

export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * A correction inside one utterance, as token spans.
 * - `в пять нет в шесть`: `old` is all before the marker, `fresh` all after it.
 * - `не в пять а в шесть`: `old` is what was negated, `fresh` what follows.
 * - `в шесть а не в пять`: the order is turned round.
 * - `нет, в шесть`: `old` is empty; the value corrected stands in an earlier turn.
 */
export interface Correction {
  readonly old: Span
  readonly fresh: Span
  /** All that was said before the correction, `old` included: other values may stand there. */
  readonly before: Span
  /** `negated`: the speaker said what it is not. `restart`: the speaker began anew. `denial`: the utterance begins with "no". */
  readonly kind: 'negated' | 'restart' | 'denial'
}

/** The last correction in an utterance. Fillers should be gone (`withoutFillers`), but need not. */
export function splitCorrection(tokens: readonly Token[]): Correction | undefined {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const found = notThisBut(tokens, at) ?? restart(tokens, at)
    if (found) return found
  }
  return undefined
}

/**
 * How many corrections of one breath are followed back. Each of them has the words before it read anew, so without an end a speaker who
 * says "no" in every other word would cost the square of what was said.
 */
export const maxCorrections = 4

/** Part of an utterance. Offsets of its tokens still point into the whole text. */
export const part = (utterance: Utterance, {from, to}: Span): Utterance => ({...utterance, tokens: utterance.tokens.slice(from, to)})

/**
 * The same extractor, aware of corrections: the value in the corrected part wins, then one elsewhere; a value that was only negated
 * ("только не в субботу") is none. `corrected` is set when an earlier value of this kind is taken back.
 */
export function preferCorrection<Value>(extract: Extractor<Value>, depth = maxCorrections): Extractor<Value> {
  return (utterance, context) => {
    const split = depth > 0 ? splitCorrection(utterance.tokens) : undefined
    if (!split) return affirmed(utterance, context, extract)
    const read = preferCorrection(extract, depth - 1)
    const fresh = within(utterance, split.fresh, context, read)
    if (fresh) {
      const takesBack = split.kind === 'denial' || within(utterance, split.old, context, extract) !== undefined
      return takesBack ? {...fresh, corrected: true} : fresh
    }
    return within(utterance, split.before, context, read) ?? affirmed(utterance, context, extract)
  }
}

function within<Value>(utterance: Utterance, span: Span, context: ExtractContext, extract: Extractor<Value>): Found<Value> | undefined {
  if (span.to <= span.from) return undefined
  const found = extract(part(utterance, span), context)
  return found && {...found, from: found.from + span.from, to: found.to + span.from}
}

/** The value unless it is negated; of "не в субботу, в воскресенье" the one behind the negated one. */
function affirmed<Value>(utterance: Utterance, context: ExtractContext, extract: Extractor<Value>): Found<Value> | undefined {
  const found = extract(utterance, context)
  if (!found || !isNegated(utterance.tokens, found)) return found
  const later = within(utterance, {from: found.to, to: utterance.tokens.length}, context, extract)
  return later && !isNegated(utterance.tokens, later) ? {...later, corrected: true} : undefined
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const small = set(
  'в во на к ко с со до по от за у о об около примерно прямо там the a an on at in for to by this next it эту этот это меня мне нас нам вас me us',
)
const asking = set('почему бы why or или')
const unable = set(
  'могу смогу можем сможем получится получается выйдет подходит подойдет удобно надо нужно хочу хотим буду будем успею успеем нужен нужна люблю любим ем едим пью пьем free available want need make do',
)
const cannot = set("can't cannot couldn't don't won't doesn't")
const refusedAfter = set("doesn't won't can't cannot isn't неудобно занят занята заняты")

/**
 * Whether the value at `[from, to)` is what the speaker does not want: `не` / `not` right before it, prepositions and one verb aside
 * ("не смогу в пять"), or a refusal right behind it ("в пять не смогу"). "Why not Friday" is a proposal.
 */
export function isNegated(tokens: readonly Token[], {from, to}: Span): boolean {
  if (isDenied(tokens, from)) return true
  if (endsSentence(tokens[to - 1])) return false
  const next = tokens[to]?.text ?? ''
  return refusedAfter.has(next) || (next === 'не' && unable.has(tokens[to + 1]?.text ?? ''))
}

/** The first half of `isNegated`: what stands before `from` denies it. */
export function isDenied(tokens: readonly Token[], from: number): boolean {
  let at = from - 1
  while (at >= 0 && from - at <= 3 && small.has(tokens[at]!.text)) at--
  // «Маникюр не надо, педикюр»: a verb with a comma behind it has said what it denies.
  if (at >= 0 && tokens[at]!.stop === '' && unable.has(tokens[at]!.text) && isNot(tokens[at - 1])) {
    // «Переносить не надо, отменяйте»: a bidding begins anew, with the comma or without.
    if (isBidding(tokens[from])) return false
    at--
  }
  while (at >= 0 && from - at <= 4 && small.has(tokens[at]!.text)) at--
  return at >= 0 && !endsSentence(tokens[at]) && isNot(tokens[at]) && !asking.has(tokens[at - 1]?.text ?? '')
}

const isBidding = (token: Token | undefined): boolean => /^.{3,}(?:[аяуеи]йте|[иь]те)$/.test(token?.text ?? '')

const endsSentence = (token: Token | undefined): boolean => token?.stop === '.' || token?.stop === '?'

const isNot = (token: Token | undefined): boolean =>
  token !== undefined && (token.text === 'не' || token.text === 'not' || cannot.has(token.text))

const nots = set("не not isn't wasn't")
const buts = set('а but')

/** `не X а Y`, `not X but Y` and the other way round, `Y а не X`, `Y not X`; `at` is the place of the conjunction or of the last "not". */
function notThisBut(tokens: readonly Token[], at: number): Correction | undefined {
  const word = tokens[at]!.text
  if (at > 1 && isInPlaceOf(tokens[at - 1]!.text, word))
    return at + 1 < tokens.length
      ? {kind: 'negated', old: {from: at + 1, to: tokens.length}, fresh: {from: 0, to: at - 1}, before: {from: 0, to: at - 1}}
      : undefined
  if (buts.has(word)) {
    if (nots.has(tokens[at + 1]?.text ?? '')) return reversed(tokens, at, at + 2)
    const not = lastNot(tokens, at)
    if (not === -1 || at - not < 2 || at + 1 >= tokens.length) return undefined
    // «да не смогу в пять, а что если…»: what is negated has to be near.
    if (at - not > 8) return undefined
    return {kind: 'negated', old: {from: not + 1, to: at}, fresh: {from: at + 1, to: tokens.length}, before: {from: 0, to: at}}
  }
  if (word === 'not' && !asking.has(tokens[at - 1]?.text ?? '') && !startsClause(tokens, at)) return reversed(tokens, at, at + 1)
  return undefined
}

/** "Eleven rather than ten", "hedges instead of mowing": what is wanted comes first. */
const isInPlaceOf = (first: string, second: string): boolean =>
  (first === 'instead' && second === 'of') || (first === 'rather' && second === 'than')

function reversed(tokens: readonly Token[], at: number, rest: number): Correction | undefined {
  if (at === 0 || rest >= tokens.length || restart(tokens, at)) return undefined
  return {kind: 'negated', old: {from: rest, to: tokens.length}, fresh: {from: 0, to: at}, before: {from: 0, to: at}}
}

/** "Not" that belongs to a verb ("I'm not free at five") or opens the sentence ("not five but six") negates no earlier value's rival. */
const startsClause = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).every(({text}) => hesitations.has(text)) ||
  /^(?:i'm|is|are|was|am|do|does|did|it's|that's|we're|will|would|can|could|no|have|has|should|must|but)$/.test(tokens[at - 1]!.text) ||
  tokens.slice(at + 1).some((token) => token.text === 'but')

// "Um, not Jessica, Chloe": nothing was said yet that could be the right one.
const hesitations = set(
  'uh um erm er hmm hm well so oh like okay ok yeah actually you know let me see no sorry wait hold hang on just a one minute moment second sec',
)

function lastNot(tokens: readonly Token[], before: number): number {
  for (let at = before - 1; at >= 0; at--) {
    if (nots.has(tokens[at]!.text)) return at
    if (tokens[at]!.stop === '.' || tokens[at]!.stop === '?') return -1
  }
  return -1
}

// Longest first. What stands after one of these replaces what stands before it.
const markers: readonly (readonly string[])[] = [
  'я хотел сказать|я хотела сказать|хотел сказать|хотела сказать|я имел в виду|я имела в виду|имею в виду|имел в виду|имела в виду',
  'я ошибся|я ошиблась|ошибся|ошиблась|я оговорился|я оговорилась|оговорился|оговорилась|я перепутал|я перепутала|перепутал|перепутала',
  'то есть|тоесть|в смысле|вернее|точнее|поправка|поправочка|исправлюсь|вру|обманул|обманула|хотя нет|хотя|не то|стоп|а лучше|или лучше|лучше',
  'ой|ай|нет|не-не|нет-нет|не не|извините|извиняюсь|простите|пардон|погодите|погоди|подождите|постойте|секунду|тьфу|вернемся',
  'не смогу|не могу|не получится|не получается|не подходит|не подойдет|неудобно|не удобно|не успею|не успеваю|занят|занята',
  'scratch that|strike that|make it|make that|i mean|i meant|or rather|let me correct|let me correct that|correction|my mistake|my bad',
  'no|nope|sorry|wait|hold on|actually|rather|instead|oops|whoops|excuse me|pardon|change it to|change that to|let me rephrase|on second thought',
  "doesn't work|won't work|can't do|can't make",
]
  .flatMap((line) => line.split('|'))
  .map((marker) => marker.split(' '))
  .sort((a, b) => b.length - a.length)

const markersByLastWord = Map.groupBy(markers, (marker) => marker.at(-1)!)

// Joins onto a marker and says nothing itself: «ой, нет, то есть», "no wait, let's".
const joints = set(
  "а и ну да же ой нет no wait sorry я и это давайте давай тогда можно let let's us do say try how about was it that's its it's",
)

const pronouns = set('я мы мне нам у меня нас он она они но i we he she they but')
const noMarkerAfter = set('problem problems thanks thank idea one matter need worries doubt way')

/** A marker that ends in front of `at + 1`; several in a row are one. */
function restart(tokens: readonly Token[], at: number): Correction | undefined {
  const marker = markerEndingAt(tokens, at)
  if (!marker || isInPlaceOf(tokens[at]!.text, tokens[at + 1]?.text ?? '')) return undefined
  let from = marker
  for (let earlier: number | undefined = from.from; earlier !== undefined && earlier > 0;) {
    const previous = markerEndingAt(tokens, earlier - 1)
    earlier = previous?.from
    if (earlier !== undefined) from = {from: earlier, to: from.to}
  }
  let fresh = marker.to
  while (fresh < tokens.length - 1 && joints.has(tokens[fresh]!.text)) fresh++
  if (fresh >= tokens.length) return undefined
  const denies = from.from === 0 && /^(?:нет|не-не|no|nope)/.test(tokens[0]!.text)
  if (from.from === 0 && !denies) return undefined
  // «я не смогу в пять»: what cannot be done comes behind the verb, so nothing is taken back yet.
  if (!denies && tokens.slice(0, from.from).every((token) => pronouns.has(token.text))) return undefined
  const before = {from: 0, to: from.from}
  return {kind: denies ? 'denial' : 'restart', old: before, fresh: {from: fresh, to: tokens.length}, before}
}

function markerEndingAt(tokens: readonly Token[], last: number): Span | undefined {
  for (const marker of markersByLastWord.get(tokens[last]!.text) ?? []) {
    const from = last - marker.length + 1
    if (from < 0 || !marker.every((word, offset) => tokens[from + offset]!.text === word)) continue
    if (marker.length === 1 && marker[0] === 'no' && noMarkerAfter.has(tokens[last + 1]?.text ?? '')) continue
    return {from, to: last + 1}
  }
  return undefined
}
