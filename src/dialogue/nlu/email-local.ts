import {type Piece, pieceAt} from './email-pieces.ts'
import {phraseAt, signAt, type Speech} from './email-speech.ts'
import {leadsIn, standsAlone} from './email-lead-ins.ts'
import {meantWords} from './email-denied.ts'
import {ats, noisePhrases, repairs} from './email-words.ts'
import {letterAt} from './letters.ts'

export interface LocalPart {
  readonly text: string
  readonly alts: readonly string[]
  /** The word it begins with. */
  readonly from: number
  readonly corrected: boolean
  /** Nothing had to be transliterated. */
  readonly sure: boolean
}

/** The part before the «собака» at word `end`, which begins nowhere before word `floor`. */
export function localBefore(speech: Speech, floor: number, end: number): LocalPart | undefined {
  const meant = meantWords(speech.words, startOf(speech, floor, end), end)
  const {pieces, corrected} = dictated(speech, meant.from, meant.to)
  const spelled = withoutSpelledTwice(settleLetters(pieces))
  const text = written(spelled)
  if (!isLocalPart(text)) return undefined
  const alts = spelled.flatMap((piece, at) =>
    piece.alts.map((alt) => written([...spelled.slice(0, at), {...piece, text: alt}, ...spelled.slice(at + 1)])),
  )
  const sure = spelled.every(
    ({kind, from, to}) => kind !== 'word' || speech.words.slice(from, to).every((word) => /^[\d_a-z'-]+$/.test(word)),
  )
  return {
    text,
    alts: [...new Set(alts)].filter((alt) => alt !== text && isLocalPart(alt)),
    from: spelled[0]!.from,
    corrected: corrected || meant.denied,
    sure,
  }
}

const isLocalPart = (text: string): boolean =>
  /^[\d_a-z](?:[\d_a-z+-]|\.(?!\.))*$/.test(text) && !text.endsWith('.') && !text.endsWith('-') && text.length <= 64

/** Goes back from the «собака» to the word that introduced the address. */
function startOf({words, at: places, tokens}: Speech, floor: number, end: number): number {
  let start = end
  while (start > floor && !isBoundary(words, start - 1, end)) {
    const before = tokens[places[start - 2] ?? -1]
    const isSentenceEnd = start - 2 >= floor && before !== undefined && (before.stop === '.' || before.stop === '?' || before.stop === '!')
    start--
    if (isSentenceEnd && words[start - 1]!.length > 1 && words[start]!.length > 1 && !signAt(words, start) && !signAt(words, start - 1))
      break
  }
  // "Contact at acme dot com": an introduction with nothing behind it is the address itself.
  return start === end && end > floor && standsAlone(words[end - 1]!) ? end - 1 : start
}

function isBoundary(words: readonly string[], at: number, end: number): boolean {
  const word = words[at]!
  if (ats.has(word)) return true
  // "My work one, jane at…": the one is no number.
  if (word === 'one' && /^(?:work|personal|business|home|main|old|new|other|this|that|my)$/.test(words[at - 1] ?? '')) return true
  // "B like boy" spells, "so, like, john at…" does not.
  if (word === 'like' && !letterAt(words, at - 1)) return true
  if (isInside(noisePhrases, words, at) || isInside(repairs, words, at)) return false
  const isSpelled = (place: number) => {
    const beside = place >= 0 && place < end ? words[place]! : ''
    return beside.length === 1 || (beside.length === 2 && letterAt(words, place) !== undefined && !leadsIn(words, place))
  }
  // "E, um, m i l y": a hesitation amid the letters.
  if (/^(?:um|uhm?|erm?)$/.test(word) && isSpelled(at - 1) && isSpelled(at + 1)) return false
  if (!leadsIn(words, at) || (word === 'i' && words[at + 1]?.startsWith('mean'))) return false
  // "my.name@", "a n n": what touches a sign or a spelled letter is spelled.
  if (at + 1 < end && signAt(words, at + 1)) return false
  if (at > 0 && signAt(words, at - 1) && at + 1 <= end) return false
  return !(letterAt(words, at) && (isSpelled(at + 1) || isSpelled(at - 1)))
}

/** Whether a word belongs to one of some phrases: `есть` of «то есть», `маленькой` of «с маленькой буквы». */
const isInside = (phrases: readonly (readonly string[])[], words: readonly string[], at: number): boolean =>
  [0, 1, 2].some((back) => at >= back && (phraseAt(phrases, words, at - back)?.length ?? 0) > back)

function dictated(speech: Speech, from: number, end: number): {readonly pieces: readonly Piece[]; readonly corrected: boolean} {
  let head: Piece[] | undefined
  let pieces: Piece[] = []
  for (let at = from; at < end;) {
    const repair = phraseAt(noisePhrases, speech.words, at) ? undefined : phraseAt(repairs, speech.words, at)
    if (repair) {
      if (pieces.length > 0) head = head ? replaceTail(head, pieces) : pieces
      pieces = []
      at += repair.length
      continue
    }
    const piece = pieceAt(speech, at, end)
    if (piece.kind !== 'noise') pieces.push(piece)
    at = piece.to
  }
  if (!head) return {pieces, corrected: false}
  return pieces.length === 0 ? {pieces: head, corrected: false} : {pieces: replaceTail(head, pieces), corrected: true}
}

/** «петров ой петрова», «иван точка петров нет точка сидоров»: the tail takes the place of what it resembles, else of as much as it says. */
function replaceTail(head: readonly Piece[], tail: readonly Piece[]): Piece[] {
  const first = tail[0]!
  const anchor = head.findLastIndex(
    ({kind, text}) =>
      kind === first.kind &&
      (kind === 'digits' || kind === 'sign' || text === first.text || (kind === 'word' && resembles(text, first.text))),
  )
  const old = head[anchor]
  // «восемьдесят четыре, ой, пять»: the last digit only.
  if (old?.kind === 'digits' && first.text.length < old.text.length && tail.length === 1)
    return [...head.slice(0, anchor), {...first, text: old.text.slice(0, -first.text.length) + first.text, alts: [first.text]}]
  if (old) return [...head.slice(0, anchor), ...tail]
  return tail.length >= head.length ? [...tail] : [...head.slice(0, head.length - tail.length), ...tail]
}

/** «и» is E in an English spelling and I in a Russian one, «ю» is U and YU. */
function settleLetters(pieces: readonly Piece[]): Piece[] {
  const styles = new Set(pieces.map(({letter}) => letter?.style))
  const english = styles.has('english') && !styles.has('russian')
  const saysI = pieces.some(({letter}) => letter?.latin === 'i' && letter.style === 'english')
  return pieces.map((piece) => {
    const {letter, text} = piece
    if (!letter?.alt || text === '') return piece
    const swap = letter.latin === 'i' ? saysI || english : letter.latin === 'u' ? !english && styles.has('russian') : false
    return swap ? {...piece, text: letter.alt, alts: [letter.latin]} : piece
  })
}

/** «анна эй эн эн эй»: a word and its spelling are one thing. */
function withoutSpelledTwice(pieces: readonly Piece[]): Piece[] {
  const kept = [...pieces]
  for (let at = 0; at < kept.length; at++) {
    if (kept[at]!.kind !== 'letter') continue
    let end = at
    while (kept[end]?.kind === 'letter') end++
    const spelled = kept
      .slice(at, end)
      .map(({text}) => text)
      .join('')
    const before = kept[at - 1]
    if (end - at >= 3 && before?.kind === 'word' && resembles(spelled, before.text)) kept.splice(at - 1, 1)
    else at = end - 1
  }
  return kept.filter((piece, at) => !(piece.kind === 'word' && kept[at - 1]?.kind === 'word' && kept[at - 1]!.text === piece.text))
}

function written(pieces: readonly Piece[]): string {
  let text = ''
  pieces.forEach((piece, at) => {
    // «иванов петр через точку»: the sign belongs between the words, wherever it is mentioned.
    if (piece.kind === 'via' && at === pieces.length - 1 && pieces.length >= 3)
      text = pieces
        .slice(0, -1)
        .map((part) => part.text)
        .join(piece.text)
    else text += piece.text
  })
  return text
}

/** Same beginning, and at most a third of the letters differ. */
function resembles(a: string, b: string): boolean {
  if (a === '' || a[0] !== b[0]) return false
  return distance(a, b) <= Math.max(1, Math.floor(Math.max(a.length, b.length) / 3))
}

function distance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
