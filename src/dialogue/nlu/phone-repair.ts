import type {Atom} from './phone-atoms.ts'
import {hear, type Heard} from './phone-hearing.ts'
import type {JudgeContext} from './phone-judge.ts'

/** Digits after a repair: a whole number, or what is known of it so far. */
export interface Repaired {
  readonly atoms: readonly Atom[]
  readonly heard?: Heard
}

/**
 * «…десять двадцать, нет, десять тридцать»: the tail takes the place of the last groups. Where it begins with a word of the head, it
 * begins there; else it takes the place of as many digits as make a number.
 */
export function replaceTail(head: readonly Atom[], tail: readonly Atom[], wasWhole: boolean, context: JudgeContext): Repaired | undefined {
  const anchors = cuts(head).filter((cut) => head[cut]!.token.text === tail[0]!.token.text)
  const difference = (cut: number) => Math.abs(digitsOf(head.slice(cut)) - digitsOf(tail))
  const likely = anchors.filter((cut) => difference(cut) <= 1).sort((a, b) => difference(a) - difference(b))
  const rest = wasWhole ? cuts(head) : [head.length, ...cuts(head)]
  let guess: Repaired | undefined
  for (const cut of [...likely, ...anchors, ...rest]) {
    const atoms = spliced(head, cut, tail)
    const heard = hear(atoms, context)
    if (heard && !heard.guessed)
      return {
        atoms,
        heard: withRivals(
          heard,
          likely.map((other) => hear(spliced(head, other, tail), context)),
        ),
      }
    if (heard) guess ??= {atoms, heard}
  }
  if (guess) return guess
  if (wasWhole) return undefined
  return {atoms: spliced(head, anchors[0] ?? head.length - 1, tail)}
}

/** How many digits the words have, each taken alone. */
const digitsOf = (atoms: readonly Atom[]): number =>
  atoms.reduce((sum, atom) => sum + (atom.kind === 'number' ? (atom.digits ?? '').length : 1), 0)

/** The caller may have gone back to another place where the same word stands. */
const withRivals = (heard: Heard, others: readonly (Heard | undefined)[]): Heard => ({
  ...heard,
  alts: [...new Set([...heard.alts, ...others.flatMap((other) => (other && !other.guessed ? [other.phone] : []))])].filter(
    (phone) => phone !== heard.phone,
  ),
})

/** A tail that begins with the word it replaces takes its place in the number word too: 900 | 20 5 → 900 | 20 6. */
const spliced = (head: readonly Atom[], cut: number, tail: readonly Atom[]): Atom[] => {
  const old = head[cut]
  const first = tail[0]!
  return [...head.slice(0, cut), {...first, apart: old?.token.text === first.token.text ? old.apart : 'likely'}, ...tail.slice(1)]
}

/** «не двадцать, а тридцать»: the last such group of the head. */
export function replaceGroup(
  head: readonly Atom[],
  old: readonly Atom[],
  fresh: readonly Atom[],
  context: JudgeContext,
): Repaired | undefined {
  for (let from = head.length - old.length; from >= 0; from--) {
    if (!old.every(({token}, offset) => head[from + offset]!.token.text === token.text)) continue
    const atoms = [...head.slice(0, from), ...apart(fresh), ...apart(head.slice(from + old.length))]
    const heard = hear(atoms, context)
    return heard ? {atoms, heard} : {atoms}
  }
  return undefined
}

/** Places to cut, the last first. */
const cuts = (atoms: readonly Atom[]): number[] => atoms.map((_, at) => at).reverse()

/** Said anew, so no part of the number word before it. */
export const apart = (atoms: readonly Atom[]): Atom[] => atoms.map((atom, at) => (at === 0 ? {...atom, apart: 'always'} : atom))
