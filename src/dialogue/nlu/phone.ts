import {mentionsCallerId} from './caller-id.ts'
import type {Atom} from './phone-atoms.ts'
import {type Chunk, phoneChunks} from './phone-chunks.ts'
import {hear, hearChunk, type Heard, stretched} from './phone-hearing.ts'
import type {JudgeContext} from './phone-judge.ts'
import {readings} from './phone-lattice.ts'
import {apart, replaceGroup, replaceTail} from './phone-repair.ts'
import {splitNumbers} from './phone-split.ts'
import {withoutTailCount} from './phone-tail.ts'
import {shortCodes} from './phone-words.ts'
import type {ExtractContext, Extractor, Found, Utterance} from './types.ts'

export type PhoneValue =
  /** A valid number in E.164. */
  | {readonly phone: string}
  /** Part of a number, as dictated: a leading 8 is kept. */
  | {readonly phone: null; readonly digits: string}
  /** The number the caller is calling from. */
  | {readonly phone: null; readonly callerId: true}

/**
 * A phone number dictated in any grouping. `alts` are other numbers the same words may mean. Digits that make no number of the region
 * or of a named country are returned as `digits`, for the caller to go on; so are words that fill a number only when they are kept further
 * apart than need be, and then the numbers are the `alts`.
 */
export const extractPhone: Extractor<PhoneValue> = (utterance, context) => {
  const judge = judgeOf(utterance, context)
  const chunks = phoneChunks(withoutTailCount(utterance).tokens).flatMap((chunk) => splitNumbers(chunk, judge))
  const dictation = follow(chunks, judge)
  const whole = dictation && wholeNumber(dictation)
  if (whole) return whole
  const same = mentionsCallerId(utterance, context.asked)
  if (same) return {value: {phone: null, callerId: true}, ...same, confidence: 0.9}
  return dictation && partialNumber(dictation, utterance, context)
}

export const judgeOf = (utterance: Utterance, context: ExtractContext): Omit<JudgeContext, 'plus'> => ({
  region: regionOf(context),
  lang: utterance.lang,
  asked: context.asked === true,
})

const regionOf = ({region}: ExtractContext): string => region?.toUpperCase() ?? 'RU'

/** What was dictated so far, as one goes through the chunks. */
interface Dictation {
  readonly atoms: readonly Atom[]
  readonly plus: boolean
  readonly announced: boolean
  /** Said to be none that should be called: it counts only where no other does. */
  readonly refused: boolean
  readonly heard?: Heard
  /** Other numbers given in the same breath. */
  readonly others: readonly string[]
  readonly corrected: boolean
  readonly from: number
  readonly to: number
}

function follow(chunks: readonly Chunk[], judge: Omit<JudgeContext, 'plus'>): Dictation | undefined {
  let state: Dictation | undefined
  let denied: Chunk | undefined
  for (const chunk of chunks) {
    if (chunk.repair === 'not') {
      denied = chunk
      continue
    }
    const context = {...judge, plus: chunk.plus, announced: chunk.announced}
    const own = hearChunk(chunk, context)
    const fresh: Dictation = {...chunk, ...(own ? {heard: own} : {}), others: [], corrected: false}
    if (!state) {
      state = {...fresh, corrected: own !== undefined && (chunk.repair === 'replace' || chunk.repair === 'but')}
      continue
    }
    // «…, а лучше вечером»: only a whole number takes the place of another.
    const isRepair = chunk.repair !== undefined && !(chunk.repair === 'instead' && !own)
    state = isRepair
      ? repair(state, fresh, chunk, denied, {...judge, plus: state.plus, announced: state.announced})
      : goOn(state, fresh, chunk, {...judge, plus: state.plus, announced: state.announced})
  }
  return state
}

function repair(state: Dictation, fresh: Dictation, chunk: Chunk, denied: Chunk | undefined, context: JudgeContext): Dictation {
  if (chunk.repair === 'but' && denied) {
    const changed = replaceGroup(state.atoms, denied.atoms, chunk.atoms, context)
    if (changed) return {...state, ...changed, corrected: true, to: chunk.to}
  }
  if (fresh.heard) return {...fresh, corrected: fresh.heard.phone !== state.heard?.phone}
  if (chunk.repair === 'restart') return state.heard ? state : {...fresh, corrected: true}
  const changed = replaceTail(state.atoms, chunk.atoms, state.heard !== undefined, context)
  return changed ? {...state, ...changed, corrected: true, to: chunk.to} : state
}

/** Another chunk without a repair: the number goes on, a second number, or digits of something else. */
function goOn(state: Dictation, fresh: Dictation, chunk: Chunk, context: JudgeContext): Dictation {
  if (state.heard) {
    if (state.refused && fresh.heard && !fresh.refused) return {...fresh, corrected: true}
    if (fresh.refused) return state
    const other = fresh.heard?.phone
    return other === undefined || other === state.heard.phone ? state : {...state, others: [...state.others, other]}
  }
  const atoms = [...state.atoms, ...apart(chunk.atoms)]
  const joined = chunk.joins && !chunk.plus ? hear(atoms, context) : undefined
  // What stands before a number that is whole by itself is no part of it, unless it was said to be a country code.
  if (fresh.heard && !(joined && state.plus)) return fresh
  if (joined) return {...state, atoms, heard: joined, to: chunk.to}
  if (chunk.joins && !chunk.plus && looksDictated(state)) return {...state, atoms, to: chunk.to}
  return looksDictated(fresh) || !looksDictated(state) ? fresh : state
}

const looksDictated = ({atoms, plus, announced}: Dictation): boolean =>
  plus || announced || /^[78]?9\d\d/.test(readings(atoms.slice(0, 5))[0]?.digits ?? '')

function wholeNumber({heard, others, corrected, from, to, plus, announced}: Dictation): Found<PhoneValue> | undefined {
  if (!heard) return undefined
  const alts: PhoneValue[] = [...new Set([...heard.alts, ...others])].map((phone) => ({phone}))
  if (heard.prefix !== undefined && heard.prefix.length < 10) alts.push({phone: null, digits: heard.prefix})
  const confidence = alts.length > 0 ? 0.6 : heard.sure || plus || announced ? 0.95 : 0.75
  return {value: {phone: heard.phone}, from, to, confidence, ...(alts.length > 0 ? {alts} : {}), ...(corrected ? {corrected: true} : {})}
}

function partialNumber(
  {atoms, plus, announced, corrected, from, to}: Dictation,
  utterance: Utterance,
  context: ExtractContext,
): Found<PhoneValue> | undefined {
  const best = atoms.length > 15 ? undefined : readings(atoms)[0]
  if (!best || best.digits.length > mostDigits(best.digits, regionOf(context)) || (shortCodes.has(best.digits) && !plus)) return undefined
  const {digits, groups} = best
  const cued = announced || context.asked === true
  const trunk = /^[78]9\d\d/.test(digits)
  // One amount of any size is no dictation, nor is a year or a clock.
  const isDictated =
    groups.length >= 2 &&
    digits.length >= 5 &&
    !isDate(digits) &&
    !utterance.tokens.slice(from, to).some(({text}) => text.startsWith('тысяч'))
  if (!(plus || trunk || isDictated || (cued && digits.length >= (context.asked === true ? 2 : 3)))) return undefined
  const alts = stretched(atoms, {...judgeOf(utterance, context), plus, announced}).map((phone) => ({phone}))
  return {
    value: {phone: null, digits},
    from,
    to,
    confidence: alts.length > 0 ? 0.5 : cued || trunk || plus ? 0.8 : 0.6,
    ...(alts.length > 0 ? {alts} : {}),
    ...(corrected ? {corrected: true} : {}),
  }
}

/** How long a beginning can be: what is as long as a whole number and is none was misheard, and nobody goes on with it. */
function mostDigits(digits: string, region: string): number {
  const trunk = trunks[region]
  return trunk === undefined ? 11 : trunk.test(digits) ? 10 : 9
}

const trunks: Readonly<Record<string, RegExp>> = {RU: /^[78]/, KZ: /^[78]/, US: /^1/, CA: /^1/, GB: /^0/}

/** `15 03 1985`, `2026-05-05`, "twelve twenty five nineteen eighty". */
const isDate = (digits: string): boolean => /^(?:[0-3]?\d[0-3]?\d(?:19|20)\d\d|(?:19|20)\d\d[01]\d[0-3]\d)$/.test(digits)
