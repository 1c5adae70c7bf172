import type {Atom} from './phone-atoms.ts'
import type {Chunk} from './phone-chunks.ts'
import {withoutFirstNumber} from './phone-edges.ts'
import {judgePhone, type JudgeContext} from './phone-judge.ts'
import {readings} from './phone-lattice.ts'
import {isOnPlan, splitsForSingles} from './phone-plans.ts'
import {moments} from './phone-words.ts'

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
// «Триста сорок пять» in words.
const shortestGroup = 3
const longestGroup = 4

interface Candidate {
  readonly digits: string
  readonly cost: number
  readonly onPlan: boolean | undefined
  /** More groups than the words need. */
  readonly splits: number
  /** Split so that the words are rather the beginning of a number. */
  readonly stretched: boolean
  /** In the groups of an insurance number, 3-3-3-2. */
  readonly insurance: boolean
  /** The first group, when it may be a country code. */
  readonly code: {readonly code?: string}
}

/** The valid number that fits a row of digit words best. */
export function hear(atoms: readonly Atom[], context: JudgeContext): Heard | undefined {
  const heard = hearAll(atoms, context)
  // Any long row of digits may happen to begin with a country code: that counts only when the region's own plan has nothing.
  const own = heard.filter(({guessed}) => !guessed)
  const [best, ...rest] = own.length > 0 ? own : heard
  if (!best || best.stretched) return undefined
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

/** Numbers that the beginning of a number would make if its words were kept further apart than anybody has to. */
export const stretched = (atoms: readonly Atom[], context: JudgeContext): readonly string[] =>
  hearAll(atoms, context)
    .filter(({guessed, onPlan}) => !guessed && onPlan === true)
    .map(({phone}) => phone)
    .slice(0, mostAlts)

function hearAll(atoms: readonly Atom[], context: JudgeContext) {
  const heard: (Candidate & {phone: string; guessed: boolean})[] = []
  let judged = 0
  for (const candidate of atoms.length > mostAtoms ? [] : candidatesOf(atoms, context)) {
    const best = heard.find(({guessed}) => !guessed)
    if (judged++ >= mostJudged || (best && candidate.cost > best.cost + tie)) break
    const verdict = candidate.insurance && !context.announced ? undefined : judgePhone(candidate.digits, {...context, ...candidate.code})
    // More splits than needed and no usual grouping: a rival to a likelier number, but no number by itself.
    if (verdict && !best && candidate.splits > (candidate.onPlan === undefined ? 1 : 0.5) && candidate.onPlan !== true) continue
    if (verdict && !heard.some(({phone}) => phone === verdict.phone)) heard.push({...candidate, ...verdict})
  }
  return heard
}

/**
 * Readings long enough to be a number, the likeliest first. Words can always be split further until they fill a number, so a reading
 * that splits more than it must counts only where people do group so: «925 345» is no 900 25 300 45.
 */
function candidatesOf(atoms: readonly Atom[], context: JudgeContext): Candidate[] {
  const all = readings(atoms)
  const [fewest] = all
  return all
    .filter(({digits}) => digits.length >= 7 && digits.length <= 15)
    .map((reading) => {
      const onPlan = isOnPlan(reading, context.lang)
      const splits = reading.cost - fewest!.cost
      const isStretched = splits >= 1 && !splitsForSingles(reading, fewest!, context)
      const {digits, groups} = reading
      return {
        digits,
        onPlan,
        splits,
        stretched: isStretched,
        insurance: groups.map(({length}) => length).join('') === '3332' && digits[1] !== '9',
        code: groups[0]!.length === 3 ? {code: groups[0]!} : {},
        cost: reading.cost + (onPlan === false ? offPlan : 0),
      }
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

/** «восемь восемь девятьсот…», «…триста сорок пять триста сорок пять…»: a false start or a whole group said twice. A word said twice is two digits. */
function unstuttered(atoms: readonly Atom[], context: JudgeContext): Heard | undefined {
  // Behind a plus every digit counts: one less is a number of another country.
  if (context.plus) return undefined
  const found: Heard[] = []
  for (let from = 0; from < atoms.length - 1; from++) {
    for (let length = from === 0 ? 1 : shortestGroup; length <= longestGroup && from + 2 * length <= atoms.length; length++) {
      const twice = atoms.slice(from, from + length).every(({token}, offset) => token.text === atoms[from + length + offset]!.token.text)
      const heard = twice ? hear([...atoms.slice(0, from), ...atoms.slice(from + length)], context) : undefined
      if (heard?.sure && !found.some(({phone}) => phone === heard.phone)) found.push(heard)
    }
  }
  return found.length === 1 ? {...found[0]!, sure: false} : undefined
}
