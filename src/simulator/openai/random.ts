/**
 * A small seeded generator: the same seed gives the same run.
 * Source: "mulberry32", Tommy Ettinger, public domain.
 *
 * @returns a function that gives numbers 0 ≤ x < 1
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
