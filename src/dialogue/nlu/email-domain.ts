import {boldTlds, providerAt, tldAt} from './email-domains.ts'
import {pieceAt} from './email-pieces.ts'
import {phraseAt, signAt, type Speech} from './email-speech.ts'
import {endsDomain} from './email-lead-ins.ts'
import {ats, noise, repairs} from './email-words.ts'

export interface Domain {
  readonly domain: string
  readonly alts: readonly string[]
  /** The word behind it. */
  readonly to: number
  /** Whether the words themselves said it, a known provider or spelled Latin letters. */
  readonly sure: boolean
}

/** The domain dictated from a word on; `russian` speakers say just «мейл» for mail.ru. */
export function domainAt(speech: Speech, from: number, russian: boolean): Domain | undefined {
  const {words} = speech
  const at = skipNoise(words, from)
  const provider = providerAt(words, at)
  if (provider) {
    const named = withTld(words, at + provider.length, provider.name)
    if (named) return named
  }
  const company = companyAt(speech, at)
  if (company) return company
  const usual = provider?.home ?? (provider?.name === 'mail' && russian ? 'ru' : undefined)
  if (!provider || usual === undefined) return undefined
  return {domain: `${provider.name === 'mailru' ? 'mail' : provider.name}.${usual}`, alts: [], to: at + provider.length, sure: true}
}

function withTld(words: readonly string[], after: number, name: string): Domain | undefined {
  const at = skipNoise(words, after)
  const dot = signAt(words, at)
  if (dot && dot.sign !== '.') return undefined
  const start = dot ? skipNoise(words, at + dot.length) : at
  const found = tldAt(words, start)
  if (!found || (!dot && !boldTlds.has(found.tld) && !unspoken.has(`${name}.${found.tld}`))) return undefined
  // «мейл точка ком точка ру» is a company's.
  if (signAt(words, start + found.length)?.sign === '.' && tldAt(words, start + found.length + 1)) return undefined
  return {domain: `${name === 'mailru' ? 'mail' : name}.${found.tld}`, alts: [], to: start + found.length, sure: true}
}

const unspoken: ReadonlySet<string> = new Set(['ukr.net', 'tut.by', 'yandex.by', 'yandex.kz', 'mail.ua', 'yahoo.co'])

const mostWords = 5

interface Label {
  readonly text: string
  /** As said, for domains in Cyrillic. */
  readonly said: string
  readonly alt?: string
}

/** «студия элегант точка ру»: anything that ends in a top-level domain. */
function companyAt(speech: Speech, from: number): Domain | undefined {
  const {words} = speech
  const labels: Label[] = []
  let label: Label = {text: '', said: ''}
  let isLatin = true
  for (let at = from, counted = 0; at < words.length && counted <= mostWords; counted++) {
    const tld = tldAt(words, at)
    if (tld && (labels.length > 0 ? label.text === '' : label.text !== '' && boldTlds.has(tld.tld))) {
      const after = at + tld.length
      const all = label.text === '' ? labels : [...labels, label]
      const dot = signAt(words, after)
      if (dot?.sign !== '.' || !tldAt(words, after + dot.length)) return finished(all, tld.tld, after, isLatin && label.text === '')
      label = {text: tld.tld, said: tld.tld}
      at = after
      continue
    }
    if (!tld && labels.length > 0 && label.text === '' && isForeignTld(words, at)) return finished(labels, words[at]!, at + 1, false)
    if (label.text !== '' && phraseAt(repairs, words, at)) return undefined
    const known = label.text === '' ? providerAt(words, at) : undefined
    const piece = known ? undefined : pieceAt(speech, at, words.length)
    if (known) {
      label = {text: known.name, said: known.name}
      at += known.length
      continue
    }
    if (piece?.kind === 'sign' && piece.text === '.') {
      if (label.text === '') return undefined
      labels.push(label)
      label = {text: '', said: ''}
    } else if (piece && piece.kind !== 'noise') {
      const text = piece.text === '+' ? 'plus' : piece.text
      const isStranger =
        piece.kind === 'word' && endsDomain(words[at]!) && label.text !== '' && !label.text.endsWith('-') && !signAt(words, piece.to)
      if (piece.kind === 'via' || ats.has(words[at]!) || text === '_' || isStranger) return undefined
      isLatin &&= piece.kind !== 'word' || /^[a-z-]+$/.test(words[at]!)
      const said = label.said + (piece.kind === 'word' ? words[at]! : text)
      label = {text: label.text + text, said, ...(piece.alts[0] === undefined ? {} : {alt: label.text + piece.alts[0]})}
    }
    at = piece!.to
  }
  return undefined
}

/** "dot london": there are more top-level domains than anybody lists. One that is not known has to be all that follows the dot. */
const isForeignTld = (words: readonly string[], at: number): boolean =>
  /^[a-z]{2,14}$/.test(words[at]!) && !endsDomain(words[at]!) && (words[at + 1] === undefined || endsDomain(words[at + 1]!))

function finished(labels: readonly Label[], tld: string, to: number, sure: boolean): Domain | undefined {
  const isCyrillic = /[а-я]/.test(tld)
  const name = labels.map(({text, said}) => (isCyrillic ? said : text)).join('.')
  if (!isDomainName(name)) return undefined
  const alt = isCyrillic ? undefined : [...labels.slice(0, -1).map(({text}) => text), labels.at(-1)?.alt ?? ''].join('.')
  return {domain: `${name}.${tld}`, alts: alt !== undefined && isDomainName(alt) ? [`${alt}.${tld}`] : [], to, sure}
}

const isDomainName = (name: string): boolean =>
  /^[\da-zа-я](?:[\da-zа-я-]*[\da-zа-я])?(?:\.[\da-zа-я](?:[\da-zа-я-]*[\da-zа-я])?)*$/.test(name)

function skipNoise(words: readonly string[], from: number): number {
  let at = from
  while (at < words.length && (noise.has(words[at]!) || words[at] === 'на' || words[at] === 'и' || words[at] === 'sign')) at++
  return at
}
