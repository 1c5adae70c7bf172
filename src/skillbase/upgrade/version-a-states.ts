import {closest} from '../../closest.ts'
import {issue, type Path} from '../issue.ts'
import {upgradeCondition} from './conditions.ts'
import type {DraftGraph, StateDraft} from './graph.ts'
import {answers, type Intents} from './intents.ts'
import {clip} from './limits.ts'
import {asText, type LegacyObject, legacyObject, type Report} from './legacy.ts'
import {sameName, stateNamer} from './names.ts'
import {knownField} from './known-fields.ts'
import {summaryLine} from './fields.ts'
import {isObject} from '../formats.ts'
import {optional} from './tools.ts'

/** States of the first generation with their edges; the fields are asked for where their name stands, else before the end. */
export function statesOfVersionA(flow: LegacyObject, fields: readonly string[], intents: Intents, report: Report): DraftGraph {
  const states = draftStates(flow, report)
  const find = finder(states)
  for (const [index, edge] of flow.objects('transitions').entries()) {
    addEdge(edge, [...flow.path, 'transitions', index], {find, fields, intents, report, states})
    edge.leftOver()
  }
  const linear = flow.text('type') !== 'graph'
  // A graph without edges was walked in the order of its states.
  if (linear || states.every(({edges}) => edges.length === 0)) chain(states)
  assignFields(states, fields)
  for (const state of states) {
    if (state.type !== 'confirm') continue
    if (fields.length > 0) state.say = {ru: summaryLine(fields, 'ru'), en: summaryLine(fields, 'en')}
  }
  return {states, start: states[0]!.id}
}

function draftStates(flow: LegacyObject, report: Report): StateDraft[] {
  const given = flow.raw('states')
  const list = Array.isArray(given) ? given : []
  const id = stateNamer()
  const drafts = list.flatMap((item, index): StateDraft[] => {
    const path = [...flow.path, 'states', index]
    const state = isObject(item) ? legacyObject(item, path, report) : undefined
    const name = state ? (state.text('name') ?? state.text('id')) : asText(item)
    const known = state?.text('id') ?? name
    if (known === undefined || name === undefined) {
      report.refuse(
        issue(
          path,
          'INVALID_VALUE',
          'must be the name of a state or an object with id and name',
          'ожидается имя состояния или объект с id и name',
        ),
      )
      return []
    }
    const notes = clip(state?.text('prompt'), 2000, [...path, 'prompt'], report)
    state?.leftOver()
    return [
      {
        id: id(known),
        names: [known, name],
        path,
        ...optional('goal', clip(name, 500, path, report)),
        edges: [],
        ...optional('llm_notes', notes),
      },
    ]
  })
  return drafts.length > 0 ? drafts : [{id: 'conversation', names: [], path: [...flow.path, 'states'], goal: 'talk', edges: []}]
}

function finder(states: readonly StateDraft[]) {
  return (name: string): StateDraft | undefined =>
    states.find(({id, names}) => id === name || names.includes(name)) ??
    states.find(({id, names}) => [id, ...names].some((one) => sameName(one) === sameName(name)))
}

interface EdgeContext {
  readonly find: (name: string) => StateDraft | undefined
  readonly states: readonly StateDraft[]
  readonly fields: readonly string[]
  readonly intents: Intents
  readonly report: Report
}

function addEdge(edge: LegacyObject, path: Path, {find, states, fields, intents, report}: EdgeContext): void {
  const ends = (['from_state', 'to_state'] as const).map((key) => {
    const name = edge.text(key)
    const state = name === undefined ? undefined : find(name)
    if (!state) {
      const guess = closest(
        name ?? '',
        states.map(({id}) => id),
      )
      report.refuse(
        issue(
          [...path, key],
          'E110',
          `there is no state "${name ?? ''}"${guess ? `; did you mean ${guess}?` : ''}`,
          `нет состояния «${name ?? ''}»${guess ? `; может быть, ${guess}?` : ''}`,
        ),
      )
    }
    return state
  })
  const [from, to] = ends
  const condition = upgradeCondition(edge.raw('condition'), [...path, 'condition'], {
    intents,
    report,
    fieldId: (name) => fields.find((id) => sameName(id) === sameName(name)),
  })
  if (!from || !to || !condition) return
  from.edges.push({to: to.id, ...condition})
  if (condition.on?.some((intent) => answers.has(intent))) from.type = 'confirm'
}

/** One after the other; the last one ends the call. */
function chain(states: readonly StateDraft[]): void {
  for (const [index, state] of states.entries()) {
    const next = states[index + 1]
    if (next && !state.edges.some(({to, on, when}) => to === next.id && !on && !when)) state.edges.push({to: next.id})
  }
}

function assignFields(states: readonly StateDraft[], fields: readonly string[]): void {
  const open = states.filter(({edges, type}) => edges.length > 0 && type !== 'confirm')
  // A state that is left when everything is collected is where it is collected.
  const last = open.find(({edges}) => edges.some(({when}) => when === 'complete')) ?? open.at(-1) ?? states[0]!
  for (const field of fields) {
    const type = knownField(field)?.type
    const home = open.find((state) => {
      const text = `${state.id} ${state.goal ?? ''}`
      return sameName(text).includes(sameName(field)) || (type !== undefined && knownField(text)?.type === type)
    })
    const state = home ?? last
    state.collect = [...(state.collect ?? []), field]
  }
  for (const state of states) {
    if (!state.collect) continue
    state.type = 'collect'
    for (const edge of state.edges) if (!edge.on && !edge.when) edge.when = 'complete'
  }
}
