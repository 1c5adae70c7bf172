import {Environment} from '@marcbachmann/cel-js'

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

export type ConditionFault = 'E101' | 'E102' | 'E103'

export class ConditionError extends Error {
  override readonly name = 'ConditionError'
  readonly code: ConditionFault

  constructor(code: ConditionFault, message: string) {
    super(message)
    this.code = code
  }
}

const limits = {maxAstNodes: 300, maxDepth: 30, maxListElements: 50, maxMapEntries: 20, maxCallArguments: 8}

// `dyn` on purpose: a JS number then compares with `3` as well as with `3.0`.
const environment = new Environment({limits, enableOptionalTypes: false})
for (const name of ['f', 'attempts', 'counters', 'flags', 'tool', 'facts', 'contact']) environment.registerVariable(name, 'map')
for (const name of ['intent', 'state', 'caller', 'lang', 'direction']) environment.registerVariable(name, 'string')
for (const name of ['turn', 'sentiment']) environment.registerVariable(name, 'dyn')
environment.registerVariable('complete', 'bool')

interface Node {
  readonly op: string
  readonly args: unknown
}

/**
 * Compiles a CEL condition and checks it against the fields of the flow.
 *
 * @throws ConditionError E101 syntax, type or not a yes-or-no; E102 unknown field; E103 `matches()`, whose regular expressions can hang a call
 */
export function compileCondition(source: string, knownFields: ReadonlySet<string>): Condition {
  const checked = environment.check(source)
  if (!checked.valid) throw new ConditionError('E101', firstLine(checked.error?.message ?? 'not a valid condition'))
  if (checked.type !== 'bool' && checked.type !== 'dyn') throw new ConditionError('E101', `gives ${checked.type}, not true or false`)

  const program = environment.parse(source)
  const references = {fields: new Set<string>(), attempts: new Set<string>(), tools: new Set<string>()}
  collect(program.ast, references)
  for (const name of [...references.fields, ...references.attempts]) {
    if (!knownFields.has(name)) throw new ConditionError('E102', `there is no field "${name}"`)
  }

  // `!flags.cancelled` holds while nothing was cancelled; `!has(flags.cancelled)` says the same another way.
  const asksHas = /\bhas\(\s*flags\./.test(source)
  // Authors write a yes/no field both ways: `f.agreed` and `f.agreed == 'yes'`.
  const asText = new Set([...source.matchAll(/\bf\.(\w+)\s*[!=]=\s*['"]/g)].map((match) => match[1]!))
  return {
    source,
    references,
    holds(vars) {
      try {
        return program({...vars, f: withYesNo(vars.f, asText), flags: asksHas ? vars.flags : {...noFlags, ...vars.flags}}) === true
      } catch {
        return false
      }
    },
  }
}

const noFlags = {callback: false, handoff: false, cancelled: false, refused: false, transferred: false, transfer_failed: false}

const withYesNo = (fields: ConditionVars['f'], asText: ReadonlySet<string>): ConditionVars['f'] => {
  if (!Object.values(fields).some((value) => typeof value === 'boolean')) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'boolean' && asText.has(name) ? (value ? 'yes' : 'no') : value]),
  )
}

const firstLine = (text: string): string => text.split('\n')[0]!

const roots: Readonly<Record<string, keyof References>> = {f: 'fields', attempts: 'attempts', tool: 'tools'}

function collect(node: unknown, references: Record<keyof References, Set<string>>): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, references)
    return
  }
  if (typeof node !== 'object' || node === null || !('op' in node)) return
  const {op, args} = node as Node
  if ((op === 'call' || op === 'rcall') && Array.isArray(args) && args[0] === 'matches') {
    throw new ConditionError('E103', 'matches() is not allowed: a regular expression can hang the call; use contains() or startsWith()')
  }
  if ((op === '.' || op === '[]') && Array.isArray(args)) {
    const [target, name] = args as [Node, string | Node]
    const root = target.op === 'id' ? roots[target.args as string] : undefined
    const key = typeof name === 'string' ? name : name.op === 'value' ? String(name.args) : undefined
    if (root && key !== undefined) references[root].add(key)
  }
  collect(args, references)
}
