import type {IntentMatch} from './intent-match.ts'
import {isDenied, splitCorrection} from '../correction.ts'
import type {ExtractContext, Extractor, Found, Token, Utterance} from '../types.ts'
import {builtIn} from './built-in.ts'
import {type CustomIntent, customIndex} from './custom.ts'
import {intentIds, noIntent} from './ids.ts'
import {matchesAt, type PatternIndex} from './pattern-index.ts'
import {questionsIn} from './question.ts'
import {strangersIn} from './stranger.ts'
import {type View, viewOf} from './view.ts'

export interface DetectOptions {
  /** Machines announce themselves when they pick up: later in a call, "leave a message" is something a person says. */
  readonly position?: 'start' | 'later' | undefined
  readonly custom?: readonly CustomIntent[] | undefined
}

/**
 * The intents of an utterance, the most pressing first. A match inside a longer one is dropped (`не хочу` in `не хочу называть имя`), and
 * so is one that is denied (`не надо меня соединять`). Own intents of a skillbase outrank all but those that end or hand over the call.
 */
export function detectIntents(utterance: Utterance, {position, custom = []}: DetectOptions = {}): readonly IntentMatch[] {
  const view = viewOf(utterance)
  const own = custom.length > 0 ? customIndex(custom) : undefined
  const ownMatches = own ? [...search(view, own)] : []
  const mine: ReadonlySet<IntentMatch> = new Set(ownMatches)
  const matches = [...search(view, builtIn()), ...ownMatches, ...questionsIn(view), ...contrastIn(view), ...strangersIn(view)]
  const kept = matches.filter(
    (match) =>
      match.id !== noIntent && (position !== 'later' || match.id !== 'voicemail') && !matches.some((other) => covers(other, match, mine)),
  )
  const best = new Map<string, IntentMatch>()
  for (const match of kept) {
    const known = best.get(match.id)
    if (!known || match.to - match.from > known.to - known.from) best.set(match.id, match)
  }
  return [...best.values()]
    .sort((a, b) => rank(a.id) - rank(b.id) || b.to - b.from - (a.to - a.from))
    .map((match) => inUtterance(match, view))
}

/** The one intent an utterance is labelled with: the most pressing. */
export const extractIntent: Extractor<{intent: string}> = (
  utterance: Utterance,
  _context: ExtractContext,
): Found<{intent: string}> | undefined => {
  const [match] = detectIntents(utterance)
  return match && {value: {intent: match.id}, from: match.from, to: match.to, confidence: match.confidence}
}

function* search(view: View, index: PatternIndex): Generator<IntentMatch> {
  for (let from = 0; from < view.tokens.length; from++) {
    if (isDenied(view.tokens, from)) continue
    for (const match of matchesAt(index, view, from)) yield {...match, confidence: 1}
  }
}

/** `не Иванова, а Петрова`, `нет, в шесть`: the answer before was taken down wrongly. */
function contrastIn({tokens}: View): readonly IntentMatch[] {
  const split = splitCorrection(tokens)
  if (!split) return []
  const {kind, old, fresh} = split
  const corrects = (from: number, to: number) => [{id: 'correction', from, to, confidence: 1}]
  if (kind === 'denial') {
    const says = moments.test(tokens[fresh.from]!.text) && fresh.to - fresh.from <= 4
    return says ? corrects(0, fresh.to) : []
  }
  if (kind !== 'negated' || old.from === 0 || old.to - old.from > 4 || isVerb(tokens[old.from]!.text)) return []
  const turnedRound = fresh.to <= old.from
  if (turnedRound && tokens[fresh.to]?.text !== 'а') return []
  return corrects(old.from - 1, turnedRound ? old.to : Math.min(fresh.to, fresh.from + 3))
}

const moments = /^(?:в|во|к|до|после|at|on)$/

const isVerb = (text: string): boolean =>
  /(?:[аяеиу]ю|[еи]м|[еи]те|[гчд]у|чу|лю|ть|ся|ет|ит|ли|ло)$/.test(text) || /^(?:do|going|want|sure|know|free|able)$/.test(text)

/** Of two intents that say the same words the longer phrase knows better. Danger is never explained away. */
const covers = (other: IntentMatch, match: IntentMatch, own: ReadonlySet<IntentMatch>): boolean =>
  other.id !== match.id &&
  match.id !== 'emergency' &&
  // «Хочу записаться» swallows no own phrase «записаться», whatever it stands for: a flow knows its business by its own names.
  !(own.has(match) && rank(other.id) > ownRank) &&
  other.from <= match.from &&
  other.to >= match.to &&
  // A phrase with gaps may have swallowed it: «хотела бы отменить приём» is about cancelling.
  (other.id === noIntent || other.from === match.from || other.to === match.to) &&
  other.to - other.from > match.to - match.from

const ranks: ReadonlyMap<string, number> = new Map(intentIds.map((id, index) => [id, index]))
const ownRank = ranks.get('are_you_robot')! + 0.5
const rank = (id: string): number => ranks.get(id) ?? ownRank

function inUtterance({id, from, to}: IntentMatch, {tokens, polite, at}: View): IntentMatch {
  const counts = (token: Token, place: number) => !polite[place] && token.text.length > 1
  const said = tokens.filter(counts).length
  const explained = tokens.slice(from, to).filter((token, offset) => counts(token, from + offset)).length
  const share = said === 0 ? 1 : explained / said
  const end = to > from ? at[to - 1]! + 1 : at[to]!
  return {id, from: at[from]!, to: end, confidence: share >= 0.6 ? 0.95 : share >= 0.3 ? 0.8 : 0.65}
}
