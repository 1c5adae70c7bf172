import type {Condition, ConditionVars} from '../../dialogue/engine/scenario/condition.ts'

const maxTries = 400

/** How much may still be tried in one check of a skillbase: what is left undone is only a remark that is not made. */
export interface TryBudget {
  left: number
}

/**
 * Whether two conditions can hold in the same moment, found by trying: every field and flag they mention is absent or has one of the
 * values that stand in their texts (or one beside a number). A yes is certain, a no is not.
 */
export function canBothHold(first: Condition, second: Condition, budget: TryBudget): boolean {
  const text = `${first.source} ${second.source}`
  const names = [...new Set(text.match(/\b(?:f|flags|counters|attempts|tool)\.\w+(?:\.\w+)?/g))]
  const free = [...new Set(text.match(/(?<![\w.])(?:complete|turn|sentiment|intent|lang|direction)(?!\w)/g))]
  const values = constants(text)
  const choices = [...names, ...free].map((name) => candidates(name, values))
  for (let number = 0; number < maxTries && budget.left > 0; number++, budget.left--) {
    const picked = pick(choices, number)
    if (!picked) return false
    const vars = varsWith(new Map([...names, ...free].map((name, index) => [name, picked[index]])))
    if (first.holds(vars) && second.holds(vars)) return true
  }
  return false
}

type Value = string | number | boolean | undefined

function constants(text: string): Value[] {
  const texts = [...text.matchAll(/"([^"]*)"|'([^']*)'/g)].map((match) => match[1] ?? match[2] ?? '')
  const numbers = [...text.replaceAll(/"[^"]*"|'[^']*'/g, '').matchAll(/-?\b\d+(?:\.\d+)?\b/g)].map(([number]) => Number(number))
  return [...new Set<Value>([...texts, ...numbers.flatMap((number) => [number - 1, number, number + 1])])]
}

function candidates(name: string, values: readonly Value[]): readonly Value[] {
  if (name === 'complete' || name.startsWith('flags.') || name.endsWith('.ok')) return [true, false]
  const numbers = values.filter((value) => typeof value === 'number')
  if (/^(?:counters|attempts)\.|^(?:turn|sentiment)$/.test(name)) return numbers.length > 0 ? numbers : [0, 1]
  return [...values, 'x', true, undefined]
}

/** The `number`-th combination; undefined past the last. */
function pick(choices: readonly (readonly Value[])[], number: number): Value[] | undefined {
  let rest = number
  const picked = choices.map((choice) => {
    const value = choice[rest % choice.length]
    rest = Math.floor(rest / choice.length)
    return value
  })
  return rest > 0 ? undefined : picked
}

function varsWith(values: ReadonlyMap<string, Value>): ConditionVars {
  const group = (root: string): Record<string, never> =>
    Object.fromEntries(
      [...values].flatMap(([name, value]) => {
        const [head, key, member] = name.split('.')
        if (head !== root || value === undefined) return []
        return [[key!, member === undefined ? value : {[member]: value}]]
      }),
    ) as Record<string, never>
  return {
    f: group('f'),
    attempts: group('attempts'),
    counters: group('counters'),
    flags: group('flags'),
    tool: group('tool'),
    facts: {},
    state: '',
    contact: {},
    caller: '',
    intent: String(values.get('intent') ?? ''),
    lang: String(values.get('lang') ?? 'ru'),
    direction: String(values.get('direction') ?? 'inbound'),
    complete: values.get('complete') === true,
    turn: Number(values.get('turn') ?? 1),
    sentiment: Number(values.get('sentiment') ?? 0),
  }
}
