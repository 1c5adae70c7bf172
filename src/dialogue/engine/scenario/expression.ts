import {Environment} from '@marcbachmann/cel-js'
import {ConditionError, unreadable} from './condition-error.ts'

/** A yes-or-no question in CEL that takes no longer than its text and the data it looks at are long. */
export interface Expression {
  /** Every place of the tree, from the root. */
  readonly nodes: readonly ExpressionNode[]
  /** False also when it cannot be told, such as when it compares a field nobody has given. */
  holds(vars: object): boolean
}

export interface ExpressionNode {
  readonly op: string
  readonly args: unknown
}

export type VariableType = 'map' | 'string' | 'bool' | 'dyn'

const limits = {maxAstNodes: 300, maxDepth: 30, maxListElements: 50, maxMapEntries: 20, maxCallArguments: 8}

/**
 * The language of conditions over these variables.
 *
 * @returns compiles a source; throws ConditionError E101 syntax, type or not a yes-or-no; E103 what could keep a call busy for ever
 */
export function expressionsOver(variables: Readonly<Record<string, VariableType>>): (source: string) => Expression {
  const environment = new Environment({limits, enableOptionalTypes: false})
  for (const [name, type] of Object.entries(variables)) environment.registerVariable(name, type)
  return (source) => {
    const checked = environment.check(source)
    if (!checked.valid) throw unreadable(checked.error ?? {message: 'not a valid condition'})
    const {type} = checked
    if (type !== 'bool' && type !== 'dyn') {
      throw new ConditionError('E101', {
        en: `the condition gives ${type}, not true or false`,
        ru: `условие даёт ${type}, а не «да» или «нет»`,
      })
    }
    const program = environment.parse(source)
    const nodes: ExpressionNode[] = []
    visit(program.ast, false, nodes)
    return {
      nodes,
      holds(vars) {
        try {
          return program({...vars}) === true
        } catch {
          return false
        }
      },
    }
  }
}

/** What makes more of what it is given, so that a few words of it in a row fill the memory. */
const growing = new Set(['map', 'join', 'bind'])
/** What goes through a list: once for every item. */
const looping = new Set(['all', 'exists', 'exists_one', 'filter'])

function visit(node: unknown, inLoop: boolean, nodes: ExpressionNode[]): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, inLoop, nodes)
    return
  }
  if (typeof node !== 'object' || node === null || !('op' in node)) return
  const {op, args} = node as ExpressionNode
  nodes.push({op, args})
  if ((op !== 'call' && op !== 'rcall') || !Array.isArray(args)) return visit(args, inLoop, nodes)
  const [name, ...rest] = args as [string, ...unknown[]]
  if (name === 'matches')
    throw hanging(
      name,
      'a regular expression can hang the call; use contains() or startsWith()',
      'регулярное выражение может повесить звонок; есть contains() и startsWith()',
    )
  if (growing.has(name)) throw hanging(name, 'what it makes can fill the memory', 'то, что получится, может занять всю память')
  const loops = looping.has(name)
  if (loops && inLoop) throw hanging(name, 'a loop within a loop can hang the call', 'цикл внутри цикла может повесить звонок')
  // What a loop goes through is worked out once, before it.
  const [list, ...body] = rest
  visit(list, inLoop, nodes)
  visit(body, inLoop || loops, nodes)
}

const hanging = (name: string, en: string, ru: string): ConditionError =>
  new ConditionError('E103', {en: `${name}() is not allowed here: ${en}`, ru: `${name}() здесь нельзя: ${ru}`})
