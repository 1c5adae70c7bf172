export interface ChunkOptions {
  /** Characters before the first chunk may break at a clause; 25 unless told. */
  readonly first?: number
  /** The same for the chunks after it; 60 unless told. */
  readonly later?: number
}

export interface Chunker {
  /** Takes the next piece of text and returns the chunks that are complete now. */
  push(delta: string): string[]
  /** What is left. */
  flush(): string[]
}

/**
 * Cuts streaming text into pieces a voice can begin to speak: at sentence ends, and at clauses (`,` `;` `:` `—`) once a piece is long enough. Never inside a
 * number, a time, a `{{placeholder}}`, a quotation, an abbreviation or initials. The chunks joined are the text; where it is cut does not depend on how it arrived.
 */
export function createChunker({first = 25, later = 60}: ChunkOptions = {}): Chunker {
  let buffer = ''
  // Everything before this place was looked at with enough text behind it.
  let seen = 0
  let cut = false
  return {
    push(delta) {
      buffer += delta
      const chunks: string[] = []
      for (;;) {
        const found = nextCut(buffer, seen, cut ? later : first)
        seen = found.seen
        if (found.at === undefined) return chunks
        chunks.push(buffer.slice(0, found.at))
        buffer = buffer.slice(found.at)
        seen = 0
        cut = true
      }
    },
    flush() {
      const rest = buffer
      buffer = ''
      seen = 0
      cut = false
      return rest === '' ? [] : [rest]
    },
  }
}

/** Cuts a whole text. */
export function chunkText(text: string, options?: ChunkOptions): string[] {
  const chunker = createChunker(options)
  return [...chunker.push(text), ...chunker.flush()]
}

interface Scan {
  readonly at?: number
  readonly seen: number
}

/** A cut stands behind the blanks that follow a mark, and needs one more character: only that tells "5. Всё" from "5.30". */
function nextCut(text: string, from: number, least: number): Scan {
  for (let at = from; at < text.length; at++) {
    const mark = text[at]!
    if (!/[.!?…,;:—–\n]/.test(mark)) continue
    let end = at + 1
    while (end < text.length && /[.!?…»")\]]/.test(text[end]!)) end++
    const closed = end
    while (end < text.length && /\s/.test(text[end]!)) end++
    if (end >= text.length) return {seen: at}
    const spaced = end > closed || mark === '\n'
    if (!spaced || insideBrackets(text, closed)) continue
    if (isSentenceEnd(text, at, closed, end)) return {at: end, seen: 0}
    if (/[,;:—–]/.test(mark) && closed >= least && !joinsNumbers(text, at, end) && text.slice(0, at).trim() !== '')
      return {at: end, seen: 0}
  }
  return {seen: text.length}
}

/** An open `{{`, `«`, `(` or an odd `"`. One that nobody closes must not hold the voice back for ever. */
function insideBrackets(text: string, at: number): boolean {
  if (at > 300) return false
  const head = text.slice(0, at)
  const count = (mark: string) => head.split(mark).length - 1
  return count('{{') > count('}}') || count('«') > count('»') || count('(') > count(')') || count('“') > count('”') || count('"') % 2 === 1
}

const joinsNumbers = (text: string, at: number, end: number): boolean => /\d\s*$/.test(text.slice(0, at)) && /\d/.test(text[end]!)

function isSentenceEnd(text: string, at: number, closed: number, end: number): boolean {
  const mark = text[at]!
  if (mark === '\n' || /[!?…]/.test(mark)) return true
  if (mark !== '.') return false
  if (closed - at > 1) return true
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(0, at))?.[0] ?? ''
  // "А. С. Пушкин", "т. е.", "д. 5": one letter, a known abbreviation, or a number before a small letter go on.
  if (/^\p{L}$/u.test(word) || abbreviations.has(word.toLowerCase())) return false
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return /^\p{Lu}/u.test(text.slice(end)) && !/^\p{Lu}/u.test(word)
  return !/^\p{Ll}/u.test(text.slice(end)) || !/\d$/.test(word)
}

const abbreviations = new Set(
  'ул пр просп пер бул наб пл пр-т ш д дом кв стр корп к г гг гор обл р-н пос дер с р руб коп тыс млн млрд им тел моб доб мин сек час ч см мм км м кг гр л шт чел др пр проч напр рис табл стр п пп т тт св ок вкл искл mr mrs ms dr prof st ave rd apt no vs etc e.g i.e approx'.split(
    ' ',
  ),
)
