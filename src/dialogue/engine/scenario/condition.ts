import {ConditionError} from './condition-error.ts'
import {type ExpressionNode, expressionsOver} from './expression.ts'

/** What a condition may look at. Fields hold accepted values only; `attempts` and `tool` have an entry for every known name. */
export interface ConditionVars {
  readonly f: Readonly<Record<string, string | number | boolean>>
  readonly attempts: Readonly<Record<string, number>>
  readonly counters: Readonly<Record<string, number>>
  readonly flags: Readonly<Record<string, boolean>>
  readonly tool: Readonly<Record<string, unknown>>
  readonly facts: Readonly<Record<string, string>>
  readonly intent: string
  /** Id of the current state. */
  readonly state: string
  /** What the call list knows of the person. */
  readonly contact: Readonly<Record<string, string>>
  readonly caller: string
  readonly lang: string
  readonly direction: string
  readonly complete: boolean
  readonly turn: number
  readonly sentiment: number
}

export interface Condition {
  readonly source: string
  readonly references: References
  /** False when the condition does not hold or cannot be told, such as when it compares a field nobody has given. */
  holds(vars: ConditionVars): boolean
}

/** Names a condition mentions, by root: `f.phone` → fields has `phone`. */
export interface References {
  readonly fields: ReadonlySet<string>
  readonly attempts: ReadonlySet<string>
  readonly tools: ReadonlySet<string>
}

// `dyn` on purpose: a JS number then compares with `3` as well as with `3.0`.
const compile = expressionsOver({
  f: 'map',
  attempts: 'map',
  counters: 'map',
  flags: 'map',
  tool: 'map',
  facts: 'map',
  contact: 'map',
  intent: 'string',
  state: 'string',
  caller: 'string',
  lang: 'string',
  direction: 'string',
  turn: 'dyn',
  sentiment: 'dyn',
  complete: 'bool',
})

/**
 * Compiles a CEL condition and checks it against the fields of the flow.
 *
 * @throws ConditionError E101 syntax, type or not a yes-or-no; E102 unknown field; E103 what could hang a call, such as `matches()`
 */
export function compileCondition(source: string, knownFields: ReadonlySet<string>): Condition {
  const expression = compile(source)
  const references = {fields: new Set<string>(), attempts: new Set<string>(), tools: new Set<string>()}
  for (const node of expression.nodes) collect(node, references)
  for (const name of [...references.fields, ...references.attempts]) {
    if (!knownFields.has(name)) throw new ConditionError('E102', {en: `there is no field "${name}"`, ru: `нет поля «${name}»`})
  }

  // `!flags.cancelled` holds while nothing was cancelled; `!has(flags.cancelled)` says the same another way.
  const asked = new Set([...source.matchAll(/\bhas\(\s*flags\.(\w+)/g)].map((match) => match[1]!))
  const unset = Object.fromEntries(flagNames.filter((name) => !asked.has(name)).map((name) => [name, false]))
  // Authors write a yes/no field both ways: `f.agreed` and `f.agreed == 'yes'`.
  const asText = new Set([...source.matchAll(/\bf\.(\w+)\s*[!=]=\s*['"]/g)].map((match) => match[1]!))
  return {
    source,
    references,
    holds: (vars) => expression.holds({...vars, f: withYesNo(vars.f, asText), flags: {...unset, ...vars.flags}}),
  }
}

const flagNames = ['cancelled', 'refused', 'transferred', 'transfer_failed']

const withYesNo = (fields: ConditionVars['f'], asText: ReadonlySet<string>): ConditionVars['f'] => {
  if (!Object.values(fields).some((value) => typeof value === 'boolean')) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'boolean' && asText.has(name) ? (value ? 'yes' : 'no') : value]),
  )
}

const roots: Readonly<Record<string, keyof References>> = {f: 'fields', attempts: 'attempts', tool: 'tools'}

function collect({op, args}: ExpressionNode, references: Record<keyof References, Set<string>>): void {
  if ((op !== '.' && op !== '[]') || !Array.isArray(args)) return
  const [target, name] = args as [ExpressionNode, string | ExpressionNode]
  const root = target.op === 'id' ? roots[target.args as string] : undefined
  const key = typeof name === 'string' ? name : name.op === 'value' ? String(name.args) : undefined
  if (root && key !== undefined) references[root].add(key)
}
