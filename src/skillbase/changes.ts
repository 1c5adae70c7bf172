import {isDeepStrictEqual} from 'node:util'
import {formatPath, type Path} from './issue.ts'
import {minimal} from './minimal.ts'
import type {Skillbase} from './schema/skillbase.ts'

export type Change =
  | {readonly kind: 'added'; readonly path: string; readonly after: unknown}
  | {readonly kind: 'removed'; readonly path: string; readonly before: unknown}
  | {readonly kind: 'changed'; readonly path: string; readonly before: unknown; readonly after: unknown}
  /** The same items in another order; `after` is the new order. */
  | {readonly kind: 'moved'; readonly path: string; readonly before: readonly string[]; readonly after: readonly string[]}

/** What differs between two skillbases, by what it means: defaults spelled out and the order of keys are no difference. */
export function changes(before: Skillbase, after: Skillbase): Change[] {
  const [{slug: _a, ...from}, {slug: _b, ...to}] = [minimal(before), minimal(after)]
  return compare([], from, to)
}

function compare(path: Path, before: unknown, after: unknown): Change[] {
  if (isDeepStrictEqual(before, after) && !isOrdered(path) && !holdsOrdered(path)) return []
  if (isPlain(before) && isPlain(after)) return compareObjects(path, before, after)
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(path, before, after)
  return [{kind: 'changed', path: formatPath(path), before, after}]
}

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** States, fields and intents come in an order that counts. */
const isOrdered = (path: Path): boolean =>
  path.length === 2 && path[0] === 'flow' && ['states', 'fields', 'intents'].includes(String(path[1]))

/** Two objects are equal whatever the order of their keys, so what stands above an ordered one has to be looked into. */
const holdsOrdered = (path: Path): boolean => path.length === 0 || (path.length === 1 && path[0] === 'flow')

function compareObjects(path: Path, before: Plain, after: Plain): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const found = keys.flatMap((key) => one([...path, key], before[key], after[key]))
  return isOrdered(path) ? [...found, ...moved(path, Object.keys(before), Object.keys(after))] : found
}

function one(path: Path, before: unknown, after: unknown): Change[] {
  if (before === undefined) return [{kind: 'added', path: formatPath(path), after}]
  if (after === undefined) return [{kind: 'removed', path: formatPath(path), before}]
  return compare(path, before, after)
}

function moved(path: Path, before: readonly string[], after: readonly string[]): Change[] {
  const [from, to] = [before.filter((name) => after.includes(name)), after.filter((name) => before.includes(name))]
  return isDeepStrictEqual(from, to) ? [] : [{kind: 'moved', path: formatPath(path), before: from, after: to}]
}

/** Items that name themselves are matched by name; others by what stands in them. */
function compareLists(path: Path, before: readonly unknown[], after: readonly unknown[]): Change[] {
  const [names, newNames] = [namesOf(before), namesOf(after)]
  if (names && newNames) {
    const keys = [...new Set([...names, ...newNames])]
    const found = keys.flatMap((name) => one([...path, name], before[names.indexOf(name)], after[newNames.indexOf(name)]))
    return [...found, ...moved(path, names, newNames)]
  }
  return compareSequences(path, before, after)
}

function namesOf(items: readonly unknown[]): string[] | undefined {
  const names = items.map((item) => (isPlain(item) ? (item['id'] ?? item['name']) : undefined))
  return names.every((name) => typeof name === 'string') && new Set(names).size === names.length && names.length > 0 ? names : undefined
}

/** What is between the longest common beginning and end was replaced, item by item. */
function compareSequences(path: Path, before: readonly unknown[], after: readonly unknown[]): Change[] {
  const steps = alignment(before, after)
  const found: Change[] = []
  for (const {from, to} of steps) {
    const pairs = Math.min(from.length, to.length)
    for (let index = 0; index < pairs; index++) found.push(...compare([...path, to[index]!], before[from[index]!], after[to[index]!]))
    for (const index of to.slice(pairs)) found.push({kind: 'added', path: formatPath([...path, index]), after: after[index]})
    for (const index of from.slice(pairs)) found.push({kind: 'removed', path: formatPath([...path, index]), before: before[index]})
  }
  return found
}

interface Gap {
  readonly from: number[]
  readonly to: number[]
}

/** Runs of items that are not common to both, by the longest common subsequence. */
function alignment(before: readonly unknown[], after: readonly unknown[]): Gap[] {
  const [left, right] = [before.map(text), after.map(text)]
  const longest = Array.from({length: left.length + 1}, (): number[] => Array.from({length: right.length + 1}, () => 0))
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      longest[i]![j] = left[i] === right[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
    }
  }
  const gaps: Gap[] = []
  let gap: Gap = {from: [], to: []}
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      gaps.push(gap)
      gap = {from: [], to: []}
      i++
      j++
    } else if (j >= right.length || (i < left.length && longest[i + 1]![j]! >= longest[i]![j + 1]!)) gap.from.push(i++)
    else gap.to.push(j++)
  }
  return [...gaps, gap]
}

const text = (value: unknown): string => JSON.stringify(value)
