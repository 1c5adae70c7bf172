import type {Atom} from './phone-atoms.ts'
import type {Chunk} from './phone-chunks.ts'
import {withoutFirstNumber} from './phone-edges.ts'
import {judgePhone, type JudgeContext} from './phone-judge.ts'
import {isOnPlan, readings} from './phone-lattice.ts'
import {moments} from './phone-words.ts'
import type {Lang} from './types.ts'

/** A whole number heard in a row of digit words. */
export interface Heard {
  /** E.164 */
  readonly phone: string
  /** Other numbers the same words may mean. */
  readonly alts: readonly string[]
  readonly sure: boolean
  /** A country code was read into digits that no plus announced. */
  readonly guessed: boolean
  /** The same words as the beginning of a number, when that takes fewer groups: «925 345 10» may still go on, or be 925 300 45 10. */
  readonly prefix?: string
  readonly atoms: readonly Atom[]
}

// What a grouping nobody uses costs, in groups.
const offPlan = 1.5
// A reading that costs this much more than the best one is not meant.
const tie = 1.6
// Numbers without a usual grouping vary in length, so one more split always makes another number.
const tieWithoutPlan = 0.9
const mostAlts = 4
// The judge takes 10 µs a number.
const mostJudged = 30
// Fifteen digits and what may stand between them.
const mostAtoms = 22
const mostStutters = 8

interface Candidate {
  readonly digits: string
  readonly cost: number
  readonly onPlan: boolean | undefined
  /** More groups than the words need. */
  readonly splits: number
}

/** The valid number that fits a row of digit words best. */
export function hear(atoms: readonly Atom[], context: JudgeContext): Heard | undefined {
  if (atoms.length > mostAtoms) return undefined
  const heard: (Candidate & {phone: string; guessed: boolean})[] = []
  let judged = 0
  for (const candidate of candidatesOf(atoms, context.lang)) {
    const best = heard.find(({guessed}) => !guessed)
    if (judged++ >= mostJudged || (best && candidate.cost > best.cost + tie)) break
    const verdict = judgePhone(candidate.digits, context)
    // More splits than needed and no usual grouping: a rival to a likelier number, but no number by itself.
    if (verdict && !best && candidate.splits > (candidate.onPlan === undefined ? 1 : 0.5) && candidate.onPlan !== true) continue
    if (verdict && !heard.some(({phone}) => phone === verdict.phone)) heard.push({...candidate, ...verdict})
  }
  // Any long row of digits may happen to begin with a country code: that counts only when the region's own plan has nothing.
  const own = heard.filter(({guessed}) => !guessed)
  const [best, ...rest] = own.length > 0 ? own : heard
  if (!best) return undefined
  const window = best.onPlan === undefined ? tieWithoutPlan : tie
  const alts = rest.filter(({cost}) => cost <= best.cost + window).map(({phone}) => phone)
  const prefix = best.splits >= 1 ? readings(atoms)[0]?.digits : undefined
  return {
    phone: best.phone,
    alts: alts.slice(0, mostAlts),
    sure: !best.guessed && best.splits < 1,
    guessed: best.guessed,
    atoms,
    ...(prefix ? {prefix} : {}),
  }
}

/**
 * Readings long enough to be a number, the likeliest first. Words can always be split further until they fill a number, so a reading
 * that splits more than it must counts only where people do group so: «925 345» is no 900 25 300 45.
 */
function candidatesOf(atoms: readonly Atom[], lang: Lang): Candidate[] {
  const all = readings(atoms)
  const least = all[0]?.cost ?? 0
  return all
    .filter(({digits}) => digits.length >= 7 && digits.length <= 15)
    .map((reading) => {
      const onPlan = isOnPlan(reading, lang)
      return {digits: reading.digits, onPlan, splits: reading.cost - least, cost: reading.cost + (onPlan === false ? offPlan : 0)}
    })
    .filter(({onPlan, splits}) => onPlan === true || splits <= 1)
    .sort((a, b) => a.cost - b.cost)
}

/** The number of a chunk; a clock in front of it, a false start or a stuttered group is left out when only that makes it a number. */
export function hearChunk({atoms, before}: Chunk, context: JudgeContext): Heard | undefined {
  const whole = hear(atoms, context)
  if (whole && !whole.guessed) return whole
  if (moments.has(before)) {
    const rest = hear(withoutFirstNumber(atoms), context)
    if (rest) return rest
  }
  return afterPause(atoms, context) ?? whole ?? unstuttered(atoms, context)
}

/** «мне двадцать пять, восемь девятьсот…»: behind a pause a number may begin anew. */
function afterPause(atoms: readonly Atom[], context: JudgeContext): Heard | undefined {
  for (let from = 1; from <= 4 && from < atoms.length; from++) {
    if (atoms[from]!.apart === 'never') continue
    const rest = atoms.slice(from)
    const heard = hear(rest, context)
    if (heard?.sure) return {...heard, sure: false}
  }
  return undefined
}

/** «восемь восемь девятьсот…», «сто двадцать сто двадцать три»: a group said twice counts once, when just one number comes of it. */
function unstuttered(atoms: readonly Atom[], context: JudgeContext): Heard | undefined {
  const found: Heard[] = []
  let tried = 0
  for (let from = 0; from < atoms.length - 1; from++) {
    for (let length = 1; length <= 4 && from + 2 * length <= atoms.length; length++) {
      const twice = atoms.slice(from, from + length).every(({token}, offset) => token.text === atoms[from + length + offset]!.token.text)
      if (!twice || tried++ >= mostStutters) continue
      const heard = hear([...atoms.slice(0, from), ...atoms.slice(from + length)], context)
      if (heard?.sure && !found.some(({phone}) => phone === heard.phone)) found.push(heard)
    }
  }
  return found.length === 1 ? {...found[0]!, sure: false} : undefined
}
