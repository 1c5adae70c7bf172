import {splitCorrection} from '../../nlu/correction.ts'
import {extractEmail} from '../../nlu/email.ts'
import {transliterate, transliterations} from '../../nlu/transliterate.ts'
import type {ExtractContext, Found, Utterance} from '../../nlu/types.ts'
import type {Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** A mailbox, or the part of the one being read back that was put right. */
export const readEmail = (reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined =>
  extractEmail(reader.utterance, context) ?? amended(reader, field, context)

/** «Не иванов, а иваньков», "it's gmail, not yahoo": one word of the mailbox for another. */
function amended({utterance, state}: Reader, {id}: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  const held = state.fields[id]!.value
  const split = typeof held === 'string' ? splitCorrection(utterance.tokens) : undefined
  if (typeof held !== 'string' || split?.kind !== 'negated') return undefined
  const part = ({from, to}: {from: number; to: number}): Utterance => ({...utterance, tokens: utterance.tokens.slice(from, to)})
  const fresh = spellings(part(split.fresh), context)[0]
  const old = spellings(part(split.old), context).find((word) => word !== '' && held.includes(word))
  if (!fresh || old === undefined) return undefined
  return {value: {email: held.replace(old, fresh)}, from: 0, to: utterance.tokens.length, confidence: 0.7, corrected: true}
}

/** How a word may stand in a mailbox: as the name of a provider, then letter for letter. */
function spellings({tokens, lang}: Utterance, context: ExtractContext): string[] {
  const words = tokens.filter(({text}) => !/^(?:no|нет|it's|it|is|это|а|на|там|the)$/.test(text))
  const last = words.at(-1)
  if (!last || words.length > 2) return []
  const probe = {text: `a at ${last.text}`, lang, tokens: [word('a'), word('at'), last, word('dot'), word('com')]}
  const domain = extractEmail(probe, {...context, asked: true})
    ?.value.email?.split('@')[1]
    ?.split('.')[0]
  const plain = words.map(({text}) => transliterate(text)).join('')
  const isProvider = domain !== undefined && domain !== plain
  return [...new Set([...(isProvider ? [domain] : []), plain, ...transliterations(last.text)])]
}

const word = (text: string) => ({text, raw: text, start: 0, end: 0, stop: '' as const})
