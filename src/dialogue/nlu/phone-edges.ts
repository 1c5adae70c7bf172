import {numeral, readNumber} from './numerals.ts'
import type {Atom} from './phone-atoms.ts'
import {documents, labels, units} from './phone-words.ts'
import type {Token} from './types.ts'

/** The digits that may be a phone's: not «пять» in «дом пять», «пять человек», «в пять». */
export function withoutNeighbours(atoms: readonly Atom[], before: string, after: string): readonly Atom[] {
  let own = atoms
  if (documents.test(before)) return []
  if (units.test(after) || isOrdinal(after)) own = withoutLastNumber(own)
  if (labels.test(before)) own = withoutFirstNumber(own)
  return isMoment(own, before) ? [] : own
}

/** «Двадцать шестого»: the ten belongs to the day. */
const isOrdinal = (text: string): boolean => {
  const token = {text, raw: text, start: 0, end: 0, stop: ''} as const
  return text !== '' && (numeral(token, 'ru')?.ordinal === true || numeral(token, 'en')?.ordinal === true)
}

/** «завтра в пять», "at three thirty". */
function isMoment(atoms: readonly Atom[], before: string): boolean {
  if (!clockPrepositions.has(before) || atoms.length > 3) return false
  const words = wordsOf(atoms)
  const hour = readNumber(words, 0, 'ru') ?? readNumber(words, 0, 'en')
  const minute = hour && (readNumber(words, hour.to, 'ru') ?? readNumber(words, hour.to, 'en'))
  return hour !== undefined && hour.value <= 24 && (hour.to === words.length || (minute?.to === words.length && minute.value < 60))
}

const clockPrepositions: ReadonlySet<string> = new Set(['в', 'во', 'к', 'до', 'после', 'at', 'by', 'until', 'after', 'it'])

const wordsOf = (atoms: readonly Atom[]): Token[] => atoms.map(({token}) => token)

function withoutLastNumber(atoms: readonly Atom[]): readonly Atom[] {
  for (let from = 0; from < atoms.length; from++) {
    const {kind} = atoms[from]!
    if (kind !== 'number') continue
    const words = wordsOf(atoms.slice(from))
    const read = readNumber(words, 0, 'ru') ?? readNumber(words, 0, 'en')
    if (read?.to === words.length) return atoms.slice(0, from)
  }
  return atoms.slice(0, -1)
}

export function withoutFirstNumber(atoms: readonly Atom[]): readonly Atom[] {
  const words = wordsOf(atoms)
  const read = readNumber(words, 0, 'ru') ?? readNumber(words, 0, 'en')
  return atoms.slice(read?.to ?? 1)
}
