import {type Domain, domainAt} from './email-domain.ts'
import {tldAt} from './email-domains.ts'
import {type LocalPart, localBefore} from './email-local.ts'
import {phraseAt, signAt, speechOf, type Speech} from './email-speech.ts'
import {ats, repairs} from './email-words.ts'
import {transliterate} from './transliterate.ts'
import type {ExtractContext, Extractor, Found, Utterance} from './types.ts'

export {hasNoEmail} from './email-absence.ts'

export interface EmailValue {
  /** Lower case, with a domain that has a dot. */
  readonly email: string
}

/**
 * An e-mail address, written or dictated in Russian or English: «петр точка иванов собака мейл ру», "tom dot hardy at yahoo dot com".
 * Russian words are transliterated; `alts` are the same words spelled otherwise.
 */
export const extractEmail: Extractor<EmailValue> = (utterance: Utterance, _context: ExtractContext) => {
  const plain = writtenAddress(utterance)
  const speech = speechOf(utterance)
  const dictated = speech.words.some((word) => ats.has(word)) ? dictatedAddress(speech, utterance) : undefined
  return dictated && plain && dictated.from < plain.from ? plain : (dictated ?? plain)
}

/** An address the recogniser put together itself. The last one counts. */
function writtenAddress({tokens}: Utterance): Found<EmailValue> | undefined {
  const at = tokens.findLastIndex(({text}) => /^[^@]+@[^@]+\.[^@.]+$/.test(text))
  if (at === -1) return undefined
  const [local = '', domain = ''] = tokens[at]!.text.split('@')
  const email = `${transliterate(local)}@${/^[\d.a-zа-я-]+\.рф$/.test(domain) ? domain : transliterate(domain)}`
  return {value: {email}, from: at, to: at + 1, confidence: 0.98}
}

interface Address {
  readonly local: LocalPart
  readonly domain: Domain
  readonly corrected: boolean
}

const mostAlts = 4

function dictatedAddress(speech: Speech, {lang}: Utterance): Found<EmailValue> | undefined {
  const address = lastAddress(speech, lang === 'ru')
  if (!address) return undefined
  const {local, domain, corrected} = address
  const email = `${local.text}@${domain.domain}`
  const alts = [...local.alts.map((text) => `${text}@${domain.domain}`), ...domain.alts.map((name) => `${local.text}@${name}`)].slice(
    0,
    mostAlts,
  )
  return {
    value: {email},
    from: speech.at[local.from]!,
    to: speech.at[domain.to - 1]! + 1,
    confidence: local.sure && domain.sure ? 0.9 : 0.7,
    ...(alts.length > 0 ? {alts: alts.map((alt) => ({email: alt}))} : {}),
    ...(corrected || local.corrected ? {corrected: true} : {}),
  }
}

/** Of several addresses, or of one and its correction, the last. */
function lastAddress(speech: Speech, russian: boolean): Address | undefined {
  const {words} = speech
  let last: Address | undefined
  for (let at = 0; at < words.length; at++) {
    if (ats.has(words[at]!)) {
      const domain = domainAt(speech, at + 1, russian)
      const local = domain && localBefore(speech, last?.domain.to ?? 0, at)
      // «…нет, собака яндекс»: only the domain is said anew.
      const kept = local ?? (domain ? last?.local : undefined)
      if (domain && kept) last = {local: kept, domain, corrected: last !== undefined}
    } else if (last && at >= last.domain.to) {
      const repair = afterRepair(words, at)
      const renamed = repair === undefined ? undefined : otherLocal(speech, at, last.local)
      if (renamed) {
        last = {...last, local: renamed, corrected: true}
        at = renamed.to - 1
        continue
      }
      const domain = repair === undefined ? undefined : (otherTld(words, repair, last.domain) ?? domainAt(speech, repair, russian))
      if (domain && !words.slice(at, domain.to + 1).some((word) => ats.has(word))) last = {...last, domain, corrected: true}
    }
  }
  return last
}

/** «…, нет, не Игорь, а Егор»: the part of the name that is denied is said anew; the domain stays. */
function otherLocal(speech: Speech, at: number, local: LocalPart): (LocalPart & {readonly to: number}) | undefined {
  const {words} = speech
  const not = words.findIndex((word, place) => place >= at && place < at + 4 && (word === 'не' || word === 'not'))
  const but = not === -1 ? -1 : words.findIndex((word, place) => place > not && (word === 'а' || word === 'but'))
  if (but === -1 || but - not > 5) return undefined
  const end = words.findIndex((word, place) => place > but && ats.has(word))
  const to = end === -1 ? words.length : end
  const denied = localBefore(speech, not + 1, but)?.text
  const fresh = localBefore(speech, but + 1, to)?.text
  if (denied === undefined || fresh === undefined || end !== -1 || !local.text.includes(denied)) return undefined
  const place = local.text.lastIndexOf(denied)
  const text = local.text.slice(0, place) + fresh + local.text.slice(place + denied.length)
  return {...local, text, alts: [], corrected: true, to}
}

/** «…точка ру, нет, точка ком»: the name stays. */
function otherTld(words: readonly string[], at: number, {domain}: Domain): Domain | undefined {
  const dot = signAt(words, at)
  const found = dot?.sign === '.' ? tldAt(words, at + dot.length) : undefined
  const name = /^(.+?)\.(?:co\.uk|[^.]+)$/.exec(domain)?.[1]
  return dot && found && name ? {domain: `${name}.${found.tld}`, alts: [], to: at + dot.length + found.length, sure: true} : undefined
}

/** Where the correction begins: behind «нет», behind the «а» of «не мейл, а яндекс». */
function afterRepair(words: readonly string[], at: number): number | undefined {
  let start = at
  for (let repair = phraseAt(repairs, words, start); repair; repair = phraseAt(repairs, words, start)) start += repair.length
  const but =
    words[start] === 'не' || words[start] === 'not'
      ? words.findIndex((word, place) => place > start && (word === 'а' || word === 'but'))
      : -1
  if (but !== -1 && but - start <= 5) return but + 1
  return start > at ? start : undefined
}
