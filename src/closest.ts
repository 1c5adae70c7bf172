/** The candidate nearest to what was typed, or none when nothing is near enough to be meant. */
export function closest(typed: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = farthest(typed) + 1
  for (const candidate of candidates) {
    const distance = editDistance(typed.toLowerCase(), candidate.toLowerCase(), 1)
    if (distance < bestDistance && isAlike(distance, typed, candidate)) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/**
 * Levenshtein distance: the number of single-character edits from `a` to `b`.
 * @param turn what two neighbours that changed places count: two edits, or one slip of a typing hand
 */
export function editDistance(a: string, b: string, turn: 1 | 2 = 2): number {
  let before: readonly number[] = []
  let previous = Array.from({length: b.length + 1}, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const swap = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      const turned = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const back = turned ? before[column - 2]! + turn : swap
      current.push(Math.min(swap, back, previous[column]! + 1, current[column - 1]! + 1))
    }
    before = previous
    previous = current
  }
  return previous[b.length]!
}

/** Two words that differ in half of their letters are two words: nobody who types «xml» means «yaml», or «bash» by «tcsh». */
const isAlike = (distance: number, typed: string, candidate: string): boolean =>
  distance < 2 || distance * 2 < Math.max(typed.length, candidate.length)

/** Two edits turn any word of two letters into any other, so short words get fewer. */
const farthest = (typed: string): number => (typed.length < 3 ? 1 : Math.max(2, Math.floor(typed.length / 3)))
