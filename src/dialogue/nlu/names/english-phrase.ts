import {isEverydayGivenName, isFamilyName, isGivenName} from './lexicon.ts'
import type {NameWords, Phrase} from './phrase.ts'
import {isStopWord, looksLikeVerb} from './stop-words.ts'
import {isNumberWord, type Word} from './words.ts'

export interface EnglishPhraseOptions {
  /** A cue announced a name, so unknown words count. */
  readonly sure: boolean
  /** A word nobody knows may be a name if it does not look like anything else. */
  readonly stranger: boolean
  /** Names that are everyday words ("April", "Mark") count. */
  readonly everyday: boolean
}

/** First and last name from `words[from]` on, up to four words; what stands between first and last is a middle name and is dropped. */
export function englishPhraseAt(words: readonly Word[], from: number, options: EnglishPhraseOptions): Phrase | undefined {
  const {start, title} = skipTitle(words, from)
  const run = nameRun(words, start, {...options, sure: options.sure || title})
  const [head] = run
  const tail = run.at(-1)
  if (!head || !tail) return undefined
  const span = {from, to: words.indexOf(tail) + 1, alts: []}
  // A stranger is believed beside a name: "davey jones", "mcgregor conor", "ludwig van beethoven".
  const beside = run.length > 1 && (isFamilyName(tail.text) || tail.text.includes(' ') || (loneFamily(head) && given(tail.text)))
  const known = given(head.text) || isFamilyName(head.text) || head.spelled === true || beside
  const doubtful = isEverydayGivenName(head.text) && run.length === 1 && !options.sure
  const score = known ? (doubtful ? 0.9 : 1.5) : 0.6
  const double = doubleName(run)
  if (double) return {...span, score: 1.8, parts: {first: double, last: part(tail)}}
  if (run.length === 1) return {...span, score, parts: title || loneFamily(head) ? {last: part(head)} : {first: part(head)}}
  const listed = loneFamily(head) && given(tail.text) && !isFamilyName(tail.text)
  const parts: NameWords = head.stop === ',' || listed ? {first: part(run[1]!), last: part(head)} : {first: part(head), last: part(tail)}
  return {...span, score: score + 0.3, parts}
}

/** "Mary Ann Jones", "Jean Paul Belmondo": two given names that are one. Alone the second may as well be the family's. */
function doubleName([one, two, last]: readonly Word[]) {
  const word = one && two && last && one.stop === '' && doubles.test(`${one.text} ${two.text}`) ? joined(one, two, ' ') : undefined
  return word && part(word)
}

const doubles =
  /^(?:(?:mary|anna|sarah|martha|emma|ruth|lee|jo|betty|peggy|barbara|billie|bobbie|rose|laura|carol|lou) (?:ann|anne|jane|lou|beth|kate|ellen|jo|sue|lee|lynn|mae|marie|maria)|(?:billy|bobby|jim|joe|john) (?:bob|joe|ray|jo)|jean (?:paul|luc|pierre|marie|claude|jacques)|rose marie)$/

/** `o brien`, `mc donald`, `van der berg`, `de la cruz` are one word each. */
export function joinParticles(words: readonly Word[]): Word[] {
  const result: Word[] = []
  for (const word of words) {
    const last = result.at(-1)
    const name = /^[a-z'-]{3,}$/.test(word.text) && !isStopWord(word.text)
    if (last && /^(?:o|mc|mac)$/.test(last.text) && name) result[result.length - 1] = joined(last, word, last.text === 'o' ? "'" : '')
    else if (last && result.length > 1 && particles.test(last.text) && (name || particles.test(word.text)))
      result[result.length - 1] = joined(last, word, ' ')
    else result.push(word)
  }
  return result
}

const particles = /^(?:van|von|de|del|della|di|da|der|den|la|le|bin|ibn|al|el|ter|ten|dos|das|st|van der|van den|de la|de los|von der)$/
const joined = (one: Word, two: Word, glue: string): Word => ({
  ...two,
  text: one.text + glue + two.text,
  raw: one.raw + glue + two.raw,
  from: one.from,
})

function skipTitle(words: readonly Word[], from: number): {start: number; title: boolean} {
  let start = from
  let title = false
  for (; start < words.length; start++) {
    const {text} = words[start]!
    if (/^(?:mr|mrs|ms|miss|mister|dr|doctor|professor|sir)$/.test(text)) title = true
    else if (!/^(?:just|simply|actually)$/.test(text)) break
  }
  return {start, title}
}

function nameRun(words: readonly Word[], start: number, {sure, stranger, everyday}: EnglishPhraseOptions): Word[] {
  const run: Word[] = []
  for (let next = start; next < words.length && run.length < 4; next++) {
    const word = words[next]!
    const fits =
      run.length === 0
        ? nameLike(word, sure, sure || everyday) || (stranger && unknownName(word))
        : nameLike(word, true, true) || endsName(words, next)
    if (!fits) break
    run.push(word)
    if (word.stop && word.stop !== ',') break
    // "Smith, John" is one name; after "John Smith," another thought begins.
    if (word.stop === ',' && !(run.length === 1 && isFamilyName(word.text) && given(words[next + 1]?.text ?? ''))) break
  }
  // "Bond, James Bond"
  if (run.length > 2 && run[0]!.text === run.at(-1)!.text) run.shift()
  return run
}

/** "Mark Price": an everyday word is a family name right behind a given one, where the sentence ends. */
const endsName = (words: readonly Word[], at: number): boolean =>
  isFamilyName(words[at]!.text) && given(words[at - 1]!.text) && (at === words.length - 1 || words[at]!.stop !== '')

/** `free`: any word that is not an everyday one may be a name. */
export const nameLike = (word: Word, free: boolean, everyday: boolean): boolean => {
  if (word.spelled || word.text.includes(' ')) return true
  if (!/^[a-z][a-z'-]+$/.test(word.text) || isNumberWord(word.text)) return false
  if (given(word.text)) return everyday || !isStopWord(word.text)
  return !isStopWord(word.text) && (free ? !looksLikeVerb(word.text) : isFamilyName(word.text))
}

/** No adjective and no participle: "i'm vegetarian", "i'm confused". */
const unknownName = (word: Word): boolean =>
  /^[a-z][a-z'-]{2,}$/.test(word.text) &&
  !isStopWord(word.text) &&
  !isNumberWord(word.text) &&
  !looksLikeVerb(word.text) &&
  !/^un|(?:ed|ly|'s|ic|al|ive|ous|ful|less|able|ible|ant|ent|an)$/.test(word.text)

const given = (text: string): boolean => isGivenName(text) || (text.includes('-') && text.split('-').some(isGivenName))
const part = (word: Word) => ({value: word.text, word})
const loneFamily = (word: Word): boolean =>
  !given(word.text) &&
  (word.spelled === true || isFamilyName(word.text) || /^(?:mc|o')|(?:son|sen|ski|sky|ez|stein|berg|ov|ova|enko)$/.test(word.text))
