import {seeded} from '../../simulator/openai/random.ts'

/** Chance with a memory: the same seed throws the same. */
export interface Dice {
  /** 0 ≤ x < 1 */
  readonly roll: () => number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  pick<Item>(items: readonly Item[]): Item
  /** True in `share` of the throws. */
  chance(share: number): boolean
  /** One of the keys, each as likely as its weight. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key
}

export function dice(seed: number): Dice {
  const roll = seeded(seed)
  const int = (from: number, to: number): number => from + Math.floor(roll() * (to - from + 1))
  return {
    roll,
    int,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[int(0, items.length - 1)]!
    },
    chance: (share) => roll() < share,
    weighted: <Key extends string>(weights: Readonly<Record<Key, number>>): Key => {
      const entries = Object.entries(weights) as [Key, number][]
      let left = roll() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      return entries.at(-1)![0]
    },
  }
}

/** A seed of its own for every conversation, so that one can be run again without those before it. */
export const childSeed = (seed: number, index: number): number =>
  (Math.imul(seed + 1, 0x9e_37_79_b1) + Math.imul(index + 1, 0x85_eb_ca_6b)) >>> 0
