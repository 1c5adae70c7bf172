import {splitCorrection} from '../../../nlu/correction.ts'
import {extractEmail} from '../../../nlu/email.ts'
import {transliterate, transliterations} from '../../../nlu/transliterate.ts'
import type {ExtractContext, Found, Utterance} from '../../../nlu/types.ts'
import type {Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** A mailbox, or the part of the one being read back that was put right. */
export const readEmail = (reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined =>
  extractEmail(reader.utterance, context) ?? amended(reader, field, context)

/** «Не иванов, а иваньков», "it's gmail, not yahoo": one word of the mailbox for another. */
function amended({utterance, state}: Reader, {id}: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  const held = state.fields[id]!.value
  const split = typeof held === 'string' ? splitCorrection(utterance.tokens) : undefined
  if (typeof held !== 'string' || split?.kind !== 'negated') return undefined
  const part = ({from, to}: {from: number; to: number}): Utterance => ({...utterance, tokens: utterance.tokens.slice(from, to)})
  const provider = providerIn(part(split.fresh), context)
  if (provider !== undefined)
    return {value: {email: held.replace(/@.*$/, `@${provider}`)}, from: 0, to: utterance.tokens.length, confidence: 0.7, corrected: true}
  const fresh = spellings(part(split.fresh), context)[0]
  const old = spellings(part(split.old), context).find((word) => word !== '' && held.includes(word))
  if (!fresh || old === undefined) return undefined
  return {value: {email: held.replace(old, fresh)}, from: 0, to: utterance.tokens.length, confidence: 0.7, corrected: true}
}

/** «Джимейл ком», "gmail dot com": a whole domain of a known provider. */
function providerIn({tokens, lang}: Utterance, context: ExtractContext): string | undefined {
  const [first] = tokens
  if (!first || tokens.length < 2 || tokens.length > 4) return undefined
  const said = tokens.length === 2 ? [first, word('dot'), tokens[1]!] : tokens
  const probe = {text: `ivan at ${said.map(({text}) => text).join(' ')}`, lang, tokens: [word('ivan'), word('at'), ...said]}
  const domain = extractEmail(probe, {...context, asked: true})?.value.email?.split('@')[1]
  const isKnown = domain !== undefined && !domain.startsWith(transliterate(first.text)) && domain.split('.').length === 2
  return isKnown || /^(?:gmail|yahoo|hotmail|outlook|icloud|yandex|mail)$/.test(first.text) ? domain : undefined
}

/** How a word may stand in a mailbox: as the name of a provider, then letter for letter. */
function spellings({tokens, lang}: Utterance, context: ExtractContext): string[] {
  const words = tokens.filter(({text}) => !/^(?:no|нет|it's|it|is|это|а|на|там|the)$/.test(text))
  const last = words.at(-1)
  if (!last || words.length > 2) return []
  const probe = {text: `ivan at ${last.text}`, lang, tokens: [word('ivan'), word('at'), last, word('dot'), word('com')]}
  const domain = extractEmail(probe, {...context, asked: true})
    ?.value.email?.split('@')[1]
    ?.split('.')[0]
  const plain = words.map(({text}) => transliterate(text)).join('')
  const isProvider = domain !== undefined && domain !== plain
  return [...new Set([...(isProvider ? [domain] : []), plain, ...transliterations(last.text)])]
}

const word = (text: string) => ({text, raw: text, start: 0, end: 0, stop: '' as const})
