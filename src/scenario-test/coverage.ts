import type {Edge, Scenario} from '../dialogue/engine/scenario/scenario.ts'
import type {CaseRun} from './run/case-run.ts'

export const coverageKinds = ['states', 'transitions', 'fields', 'rules', 'outcomes'] as const
export type CoverageKind = (typeof coverageKinds)[number]

export interface Covered {
  readonly hit: number
  readonly total: number
  /** What no conversation came to. */
  readonly missed: readonly string[]
}

export interface Coverage extends Readonly<Record<CoverageKind, Covered>> {
  /** File name or slug of the bot. */
  readonly bot: string
  /** Of everything together, 0…100. */
  readonly percent: number
}

/** What of a flow the conversations came to. */
export function coverageOf(bot: string, scenario: Scenario, runs: readonly CaseRun[]): Coverage {
  const traces = runs.flatMap(({turns}) => turns.flatMap(({steps}) => steps.flatMap(({turn}) => turn.trace)))
  const details = (step: string): string[] => traces.filter((trace) => trace.step === step).map(({detail}) => detail)
  const edges = [...edgesOf(scenario)]
  const taken = [...details('edge'), ...details('global'), ...details('implied'), ...details('on_max_turns')].map(moveOf)
  const filled = runs.flatMap(({turns}) =>
    turns.flatMap(({state}) => Object.entries(state.fields).flatMap(([id, {value}]) => (value === undefined ? [] : [id]))),
  )
  const parts = {
    states: covered(
      [...scenario.states.keys()],
      runs.flatMap(({state, turns}) => [...state.visited, ...turns.map((run) => run.state.state)]),
    ),
    transitions: covered(
      edges.map(({label}) => label),
      edges.filter((edge) => taken.some((move) => isMove(edge, move))).map(({label}) => label),
    ),
    fields: covered([...scenario.fields.keys()], filled),
    rules: covered(
      scenario.rules.map(({id}) => id),
      details('rule'),
    ),
    outcomes: covered(
      scenario.outcomes.map(({id}) => id),
      runs.flatMap(({end}) => end?.outcome ?? []),
    ),
  }
  const all = Object.values(parts)
  const [hit, total] = [sum(all.map((part) => part.hit)), sum(all.map((part) => part.total))]
  return {bot, ...parts, percent: total === 0 ? 100 : Math.floor((hit / total) * 1000) / 10}
}

function covered(known: readonly string[], seen: Iterable<string>): Covered {
  const names = [...new Set(known)]
  const hit = new Set(seen)
  const missed = names.filter((name) => !hit.has(name))
  return {hit: names.length - missed.length, total: names.length, missed}
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** An edge as the trace names it. `from` is absent for edges that hold everywhere. */
interface NamedEdge {
  readonly label: string
  readonly from: string | undefined
  readonly to: string
  readonly on: readonly string[]
  readonly when: string | undefined
  readonly isLimit: boolean
}

function* edgesOf({states, global}: Scenario): Generator<NamedEdge> {
  for (const {id, edges, maxTurns, onMaxTurns} of states.values()) {
    for (const edge of edges) yield named(id, edge)
    if (maxTurns !== undefined && onMaxTurns !== undefined && onMaxTurns !== id)
      yield {label: `${id} → ${onMaxTurns} after max_turns`, from: id, to: onMaxTurns, on: [], when: undefined, isLimit: true}
  }
  for (const edge of global) yield named(undefined, edge)
}

function named(from: string | undefined, {to, on, when}: Edge): NamedEdge {
  const reason = [on.length > 0 ? `on ${on.join('|')}` : '', when ? `when ${when.source}` : ''].filter(Boolean).join(' ')
  return {label: `${from ?? 'anywhere'} → ${to}${reason ? ` ${reason}` : ''}`, from, to, on, when: when?.source, isLimit: false}
}

interface Move {
  readonly from: string
  readonly to: string
  readonly on: string | undefined
  readonly when: string | undefined
  readonly isLimit: boolean
  /** Taken for another reason than the edge gives: a field the next state collects, a question. */
  readonly isLoose: boolean
}

/** `booking → confirm on yes_answer when complete`, as the engine notes it. */
function moveOf(detail: string): Move {
  const [, from = '', to = '', rest = ''] = /^(\S+) → (\S+)(.*)$/s.exec(detail) ?? []
  const [, on, when] = /^(?: on (\S+))?(?: when (.*))?$/s.exec(rest) ?? []
  return {
    from,
    to,
    on,
    when,
    isLimit: rest.startsWith(' after '),
    isLoose: rest.startsWith(' by ') || (on === 'question' && when === undefined),
  }
}

function isMove(edge: NamedEdge, move: Move): boolean {
  if (edge.to !== move.to || (edge.from !== undefined && edge.from !== move.from) || edge.isLimit !== move.isLimit) return false
  if (move.isLimit) return true
  if (move.isLoose) return move.on === undefined || edge.on.includes(move.on)
  return edge.when === move.when && (move.on === undefined ? edge.on.length === 0 : edge.on.includes(move.on))
}
