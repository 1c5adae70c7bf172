import {type Condition, compileCondition, type ConditionVars} from '../../dialogue/engine/condition.ts'

const maxTries = 400

/**
 * Whether two conditions can hold in the same moment, found by trying: every field and flag they mention is absent or has one of the
 * values that stand in their texts (or one beside a number). A yes is certain, a no is not.
 */
export function canBothHold(first: string, second: string, fields: ReadonlySet<string>): boolean {
  const conditions = compiled([first, second], fields)
  if (!conditions) return false
  const names = [...new Set(`${first} ${second}`.match(/\b(?:f|flags|counters|attempts|tool)\.\w+(?:\.\w+)?/g))]
  const free = [...new Set(`${first} ${second}`.match(/(?<![\w.])(?:complete|turn|sentiment|intent|lang|direction)(?!\w)/g))]
  const values = constants(`${first} ${second}`)
  const choices = [...names, ...free].map((name) => candidates(name, values))
  for (let number = 0; number < maxTries; number++) {
    const picked = pick(choices, number)
    if (!picked) return false
    const vars = varsWith(new Map([...names, ...free].map((name, index) => [name, picked[index]])))
    if (conditions.every((condition) => condition.holds(vars))) return true
  }
  return false
}

function compiled(sources: readonly string[], fields: ReadonlySet<string>): Condition[] | undefined {
  try {
    return sources.map((source) => compileCondition(source, fields))
  } catch {
    return undefined
  }
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
    intent: String(values.get('intent') ?? ''),
    lang: String(values.get('lang') ?? 'ru'),
    direction: String(values.get('direction') ?? 'inbound'),
    complete: values.get('complete') === true,
    turn: Number(values.get('turn') ?? 1),
    sentiment: Number(values.get('sentiment') ?? 0),
  }
}
