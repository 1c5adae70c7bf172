/** The candidate nearest to what was typed, or none when nothing is near enough to be meant. */
export function closest(typed: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = farthest(typed) + 1
  for (const candidate of candidates) {
    const distance = editDistance(typed.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** The number of single-character edits from `a` to `b`; two letters that changed places are one. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({length: b.length + 1}, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const swap = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      const isSwitched = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const switched = isSwitched ? before[column - 2]! + 1 : Infinity
      current.push(Math.min(swap, switched, previous[column]! + 1, current[column - 1]! + 1))
    }
    before = previous
    previous = current
  }
  return previous[b.length]!
}

/** Two edits turn any word of two letters into any other, so short words get fewer. */
const farthest = (typed: string): number => (typed.length < 3 ? 1 : Math.max(2, Math.floor(typed.length / 3)))
