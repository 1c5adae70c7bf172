import {englishPhraseAt, joinParticles, nameLike} from './english-phrase.ts'
import {isEverydayGivenName, isGivenName} from './lexicon.ts'
import type {NamePart} from './decline.ts'
import type {NameWords} from './phrase.ts'
import type {NameReading} from './russian-name.ts'
import {isNumberWord, type Word} from './words.ts'

/** A name said in English: by label, by cue, before a cue, or bare when it was asked for. Middle names are dropped. */
export function englishName(spoken: readonly Word[], asked: boolean): NameReading | undefined {
  const words = joinParticles(spoken).filter(({text}, at) => at < 2 || !/^(?:junior|senior|jr|sr)$/.test(text))
  const found = labelled(words) ?? announced(words, asked) ?? trailing(words) ?? bare(words, asked)
  if (!found) return undefined
  const [first, last] = [words[found.from]!, words[found.to - 1]!]
  return {...found, from: spoken.findIndex(({from}) => from === first.from), to: spoken.findIndex(({to}) => to === last.to) + 1}
}

const phrases = (list: string): readonly (readonly string[])[] =>
  list
    .split('|')
    .map((phrase) => phrase.split(' '))
    .sort((a, b) => b.length - a.length)

const strong = phrases(
  "my name is|my name's|name's|the name is|the name's|full name is|full name|name is|call me|calls me|calling me|they call me|people call me|i go by|i'm called|i am called|under the name of|under the name|in the name of|name of|by the name of|go by|his name is|her name is|my name|name|make it out to|put it under|book it under|reservation for|appointment for|be under|it's under|under",
)
const weak = phrases(
  "i'm|i am|im|this is|it's|it is|that's|that is|speaking with|speaking to|here is|put me down as|put me down for|put it as|put it down as|put down|put in|put|write down|write|for",
)
const after = phrases('is my name|is the name|here|speaking|calling')
const labels: readonly (readonly [NamePart | undefined, readonly (readonly string[])[]])[] = [
  ['first', phrases('first name|given name|christian name|forename')],
  ['last', phrases('last name|surname|family name|second name')],
  [undefined, phrases('middle name')],
]

const matchAt = (words: readonly Word[], at: number, list: readonly (readonly string[])[]): number | undefined =>
  list.find((phrase) => phrase.every((word, index) => words[at + index]?.text === word))?.length

/** "first name John last name Smith", "my surname is Smith", "John, last name Smith". */
function labelled(words: readonly Word[]): NameReading | undefined {
  const parts: {-readonly [Part in keyof NameWords]: NameWords[Part]} = {}
  let from = -1
  let to = 0
  for (let at = 0; at < words.length; at++)
    for (const [part, list] of labels) {
      const length = matchAt(words, at, list)
      if (!length) continue
      let next = at + length
      while (/^(?:is|it's|its|that's|would|be|my)$/.test(words[next]?.text ?? '')) next++
      const word = words[next]
      if (!word || !nameLike(word, true, true)) continue
      if (part) parts[part] ??= {value: word.text, word}
      if (from < 0) from = at
      to = next + 1
    }
  const before = words[from - 1]
  if (parts.last && !parts.first && before && isGivenName(before.text)) {
    parts.first = {value: before.text, word: before}
    from--
  }
  return parts.first || parts.last ? {parts, from, to, score: 2, alts: [], confidence: 0.95} : undefined
}

function announced(words: readonly Word[], asked: boolean): NameReading | undefined {
  let hinted: NameReading | undefined
  for (let at = 0; at < words.length; at++) {
    const length = matchAt(words, at, strong)
    const size = length ?? matchAt(words, at, weak)
    if (!size || words[at + size]?.text === 'not' || /^(?:what|what's|your|no|not|i)$/.test(words[at - 1]?.text ?? '')) continue
    const sure = length !== undefined
    // "I'm Oyelaran" may be a stranger's name, "this is Amazon" is not.
    const stranger = asked && (sure || /^im?\b/.test(words[at]!.text) || isOnlyAnswer(words, at, size))
    const found = englishPhraseAt(words, at + size, {sure, stranger, everyday: asked})
    if (!found) continue
    // "this is rich", "i'm frank about that"
    if (
      !sure &&
      !asked &&
      found.parts.first &&
      !found.parts.last &&
      isEverydayGivenName(found.parts.first.value) &&
      !closesIntroduction(words, at, found.to)
    )
      continue
    // "for april second"
    if (!sure && isEverydayGivenName(words[found.to - 1]!.text) && words[found.to] && isNumberWord(words[found.to]!.text)) continue
    const reading = {...found, from: at, confidence: sure ? (found.score >= 1 ? 0.95 : 0.7) : 0.85}
    if (sure) return reading
    hinted ??= reading
  }
  return hinted
}

/** "It's Xiomara" and nothing else: a word nobody knows, where a name was asked for. */
const isOnlyAnswer = (words: readonly Word[], at: number, size: number): boolean =>
  words[at]!.text.startsWith('it') && at + size === words.length - 1 && !states.test(words.at(-1)!.text)

const states = /^(?:private|secret|urgent|cold|hot|over|weird|odd|funny|rude|hard|simple|perfect|important|broken|fake|.+(?:ing|est|y))$/

/** "I'm Mark", "I'm Mark from Acme" */
const closesIntroduction = (words: readonly Word[], cueAt: number, to: number): boolean =>
  /^i(?:'m|m)?$/.test(words[cueAt]!.text) &&
  (words[to] === undefined || words[to - 1]!.stop !== '' || /^(?:and|from|calling|here)$/.test(words[to].text))

/** "John Smith speaking", "Sarah here". */
function trailing(words: readonly Word[]): NameReading | undefined {
  for (let at = 0; at < words.length; at++) {
    if (/^(?:no|not|isn't|any)$/.test(words[at - 1]?.text ?? '')) continue
    const found = englishPhraseAt(words, at, {sure: false, stranger: false, everyday: false})
    const length = found && matchAt(words, found.to, after)
    if (length) return {...found, to: found.to + length, confidence: 0.9}
  }
  return undefined
}

function bare(words: readonly Word[], asked: boolean): NameReading | undefined {
  const content = words.filter(({text}) => !/^(?:yes|yeah|sure|ok|okay|please|it's|hi|hello|of|course|oh|so|just)$/.test(text))
  for (let at = 0; at < words.length; at++) {
    if (
      /^(?:not|to|with|see|in|at|on|from|street|no|dr|doctor|thanks|you|hi|hello)$/.test(words[at - 1]?.text ?? '') &&
      !(asked && at === 1)
    )
      continue
    if (/^(?:not|no|isn't|of)$/.test(words[at - 1]?.text ?? '')) continue
    const sure = /^(?:mr|mrs|ms|miss|mister)$/.test(words[at]!.text)
    const found = englishPhraseAt(words, at, {sure, stranger: asked, everyday: asked})
    if (!found) continue
    const length = found.to - at
    const whole = length >= content.length
    if (!asked && (!whole || length < 2)) continue
    // Words nobody knows are a name only when the recogniser writes them as one: "Xi Jinping", but "blood tests".
    const written = length > 1 && words.slice(at, found.to).every(({raw}) => /^\p{Lu}\p{Ll}/u.test(raw))
    // "Not Liz, Bob": the name in front leaves no doubt.
    const contrasts =
      asked &&
      found.parts.first !== undefined &&
      words[at - 2]?.text === 'not' &&
      isGivenName(words[at - 1]!.text) &&
      found.to === words.length
    const enough = contrasts || found.score >= 1 || (whole && (found.score >= 0.9 || found.parts.first === undefined || written))
    // Alone among other words, an everyday word is no first name, and no family name is believed at all.
    if (!enough || (!whole && !contrasts && length === 1 && (!found.parts.first || isEverydayGivenName(words[at]!.text)))) continue
    return {...found, confidence: asked ? 0.9 : 0.6}
  }
  return undefined
}
