/**
 * The shortest list that still fails, found by leaving out ever smaller pieces: nothing of the result can be left out any more.
 * Source: "ddmin", Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input, 2002.
 *
 * @param fails must hold for `items`; asked at most `budget` times, after which the best so far is returned
 */
export async function shrinkList<Item>(
  items: readonly Item[],
  fails: (items: readonly Item[]) => Promise<boolean>,
  budget = 500,
): Promise<readonly Item[]> {
  let best = items
  let left = budget
  for (let size = Math.max(1, best.length >> 1); size >= 1;) {
    const shorter = await withoutPiece(best, size, async (candidate) => left-- > 0 && fails(candidate))
    if (left <= 0) return shorter ?? best
    if (shorter) {
      best = shorter
      size = Math.min(size, Math.max(1, best.length >> 1))
    } else if (size === 1) return best
    else size >>= 1
  }
  return best
}

async function withoutPiece<Item>(
  items: readonly Item[],
  size: number,
  fails: (items: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[] | undefined> {
  // From the end: what came last is most often the cause, and what came after it never is.
  for (let end = items.length; end > 0; end -= size) {
    const candidate = [...items.slice(0, Math.max(0, end - size)), ...items.slice(end)]
    if (candidate.length < items.length && (await fails(candidate))) return candidate
  }
  return undefined
}

/** The item made simpler, as long as the list with it still fails. */
export async function simplifyItems<Item>(
  items: readonly Item[],
  simpler: (item: Item) => readonly Item[],
  fails: (items: readonly Item[]) => Promise<boolean>,
  budget = 300,
): Promise<readonly Item[]> {
  let best = items
  let left = budget
  for (let at = 0; at < best.length; at++) {
    for (let found = true; found && left > 0;) {
      found = false
      for (const candidate of simpler(best[at]!)) {
        if (left-- <= 0) break
        const next = best.with(at, candidate)
        if (!(await fails(next))) continue
        best = next
        found = true
        break
      }
    }
  }
  return best
}
