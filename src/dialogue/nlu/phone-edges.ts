import {readNumber} from './numerals.ts'
import type {Atom} from './phone-atoms.ts'
import {isClock} from './phone-moment.ts'
import {documents, labels, units} from './phone-words.ts'
import type {Token} from './types.ts'

/** The digits that may be a phone's: not «пять» in «дом пять», «пять человек», «в пять». */
export function withoutNeighbours(atoms: readonly Atom[], tokens: readonly Token[]): readonly Atom[] {
  const before = tokens[atoms[0]!.at - 1]?.text ?? ''
  const after = tokens[atoms.at(-1)!.at + 1]?.text ?? ''
  let own = atoms
  if (documents.test(before) || isClock(atoms, tokens) || isAge(atoms, tokens)) return []
  if (units.test(after)) own = withoutLastNumber(own)
  if (labels.test(before)) own = withoutFirstNumber(own)
  return isClock(own, tokens) ? [] : own
}

/** "I'm twenty five", «мне тридцать»: one number behind whose it is, and not more years than anybody has. */
function isAge(atoms: readonly Atom[], tokens: readonly Token[]): boolean {
  const words = wordsOf(atoms)
  const read = readNumber(words, 0, 'ru') ?? readNumber(words, 0, 'en')
  const [of, whose] = [2, 1].map((back) => tokens[atoms[0]!.at - back]?.text ?? '')
  return read?.to === words.length && read.value > 9 && read.value <= 120 && (ages.test(whose!) || (whose === 'am' && of === 'i'))
}

const ages = /^(?:мне|ему|ей|i'm|im|he's|she's)$/

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
