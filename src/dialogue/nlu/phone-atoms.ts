import {numeral} from './numerals.ts'
import {digitNouns, repeaters} from './phone-words.ts'
import type {Lang, Token} from './types.ts'

interface Placed {
  readonly token: Token
  /** Place of the token in the utterance. */
  readonly at: number
  /** Whether it may join the number word before it: a pause speaks against, a separator word rules it out. */
  readonly apart: 'never' | 'likely' | 'always'
}

/** A word that says digits. */
export type Atom = Placed &
  (
    | {
        readonly kind: 'number'
        readonly value: number
        readonly lang: Lang
        /** The digits it stands for alone; a scale stands for none. */
        readonly digits?: string
      }
    | {readonly kind: 'noun'; readonly value: number; readonly plural: boolean}
    | {readonly kind: 'repeat'; readonly value: number}
    | {readonly kind: 'times'}
  )

/** The atoms of one token: several for hyphenated words («ноль-ноль», "five-one-two"), none when it is no number word. */
export function atomsOf(token: Token, at: number, apart: Atom['apart']): Atom[] {
  const one = atomOf({token, at, apart})
  if (one) return [one]
  const isDate = /^\d{1,2}\.\d{1,2}\.(?:19|20)\d\d$/.test(token.text)
  if (!isDate && /^\d+(?:[.,]\d+){2,}$/.test(token.text) && token.text.replaceAll(/\D/g, '').length >= 7)
    return token.text.split(/[.,]/).map((text) => atomOf({token: {...token, text}, at, apart})!)
  const parts = token.text.split('-')
  if (parts.length < 2) return []
  const atoms = parts.map((text, index) => atomOf({token: {...token, text}, at, apart: index === 0 ? apart : 'never'}))
  return atoms.every((atom) => atom !== undefined) ? atoms : []
}

function atomOf(placed: Placed): Atom | undefined {
  const text = placed.token.text.replace(/^\+/, '')
  const noun = digitNouns.get(text)
  if (noun) return {...placed, kind: 'noun', ...noun}
  const repeat = repeaters.get(text)
  if (repeat !== undefined) return {...placed, kind: 'repeat', value: repeat}
  if (/^(?:раза?|times)$/.test(text)) return {...placed, kind: 'times'}
  for (const lang of ['ru', 'en'] as const) {
    const found = numeral({...placed.token, text}, lang)
    if (!found || found.ordinal || found.collective) continue
    const base = {...placed, kind: 'number', value: found.value, lang} as const
    if (found.rank === 'scale' && (lang === 'en' || found.value > 1000)) return base
    return {...base, digits: found.digits ?? String(found.value)}
  }
  return undefined
}
