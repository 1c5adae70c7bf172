import {type Atom, atomsOf} from '../../../nlu/phone-atoms.ts'
import {readings} from '../../../nlu/phone-lattice.ts'
import type {Token} from '../../../nlu/types.ts'
import {type FoundNumber, kindOf} from './counted.ts'
import type {Reader} from '../reader.ts'
import {isYear} from './read-year.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** How many digits a number of a contract, a meter or an order has, where the limits say so: 100000 to 999999 are six. */
export function codeLength({type, min, max}: ScenarioField): number | undefined {
  if (type !== 'number' || typeof min !== 'number' || typeof max !== 'number') return undefined
  const length = String(max).length
  return length >= 5 && min === 10 ** (length - 1) && max === 10 ** length - 1 ? length : undefined
}

/** «Сто двадцать три четыреста пятьдесят шесть», «шесть пять четыре три два один»: digits, however they are grouped. */
export function readCode({utterance: {tokens}, state}: Reader, field: ScenarioField): FoundNumber | undefined {
  const length = codeLength(field)
  if (length === undefined) return undefined
  const {value} = state.fields[field.id]!
  // «Нет, четыреста пятьдесят семь в конце»: of a number that is known its end.
  const head = value === undefined || state.pending.kind !== 'confirm' ? '' : String(value)
  for (let from = 0, to = 0; from < tokens.length; from = Math.max(from + 1, to)) {
    const atoms: Atom[] = []
    to = from
    for (let found = atomsAt(tokens, to); found.length > 0; found = atomsAt(tokens, to)) {
      atoms.push(...found)
      to++
    }
    const code = codeIn(atoms, length, head)
    if (code !== undefined) return {value: {number: Number(code)}, from, to, confidence: 0.85}
  }
  return undefined
}

/**
 * «Ноль ноль сто двадцать три», «один два три»: a reading of a meter as it stands there, digit after digit. Only of what may run into
 * thousands and is no sum of money, and when nothing else was said.
 */
export function readDictated({utterance: {tokens}}: Reader, field: ScenarioField): FoundNumber | undefined {
  if (field.type !== 'number' || !(Number(field.max ?? 0) >= 1000) || kindOf(field) !== undefined || isYear(field)) return undefined
  const from = tokens.findIndex((_, at) => atomsAt(tokens, at).length > 0)
  if (from === -1) return undefined
  const atoms: Atom[] = []
  let to = from
  for (let found = atomsAt(tokens, to); found.length > 0; found = atomsAt(tokens, to)) {
    atoms.push(...found)
    to++
  }
  if (atoms.length < 2 || tokens.slice(to).some((_, at) => atomsAt(tokens, to + at).length > 0)) return undefined
  const [natural] = readings(atoms).toSorted((a, b) => a.groups.length - b.groups.length)
  // «Сто двадцать три» is one number, and read as one.
  if (!natural || natural.groups.length < 2 || Number(natural.digits) > Number(field.max)) return undefined
  return {value: {number: Number(natural.digits)}, from, to, confidence: 0.7}
}

function codeIn(atoms: readonly Atom[], length: number, head: string): string | undefined {
  const heard = atoms.length > 0 ? readings(atoms) : []
  // «Сто двадцать три» is one number of three digits, and no code of six.
  const isOne = atoms.length > 1 && heard.some(({groups}) => groups.length === 1)
  const said = heard.filter(({groups}) => !isOne || groups.length === 1).map(({digits}) => digits)
  const [tail] = said.filter((digits) => digits.length >= 2 && digits.length < length).toSorted((one, other) => one.length - other.length)
  if (head !== '' && tail !== undefined) return head.slice(0, -tail.length) + tail
  return said.find((digits) => digits.length === length && !digits.startsWith('0'))
}

const atomsAt = (tokens: readonly Token[], at: number): Atom[] => (at < tokens.length ? atomsOf(tokens[at]!, at, 'likely') : [])
