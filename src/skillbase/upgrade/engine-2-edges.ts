import {closest} from '../../closest.ts'
import {issue} from '../issue.ts'
import {upgradeCondition} from './conditions.ts'
import {summaryLine} from './fields.ts'
import type {StateDraft} from './graph.ts'
import {answers, type Intents} from './intents.ts'
import type {LegacyObject, Report} from './legacy.ts'

export function upgradeConditionedEdges(
  edges: readonly LegacyObject[],
  states: readonly StateDraft[],
  intents: Intents,
  fieldId: (name: string) => string | undefined,
  report: Report,
): void {
  for (const edge of edges) {
    const [from, to] = (['from_state', 'to_state'] as const).map((key) => {
      const name = edge.text(key) ?? ''
      const state = states.find(({id, names}) => id === name || names.includes(name))
      if (!state) {
        const guess = closest(
          name,
          states.map(({id}) => id),
        )
        report.refuse(
          issue(
            [...edge.path, key],
            'E110',
            `there is no state "${name}"${guess ? `; did you mean ${guess}?` : ''}`,
            `нет состояния «${name}»${guess ? `; может быть, ${guess}?` : ''}`,
          ),
        )
      }
      return state
    })
    const condition = upgradeCondition(edge.raw('condition'), [...edge.path, 'condition'], {intents, fieldId, report})
    const priority = edge.number('priority') ?? 0
    if (edge.text('description') !== undefined)
      report.lossy([...edge.path, 'description'], 'transitions have no descriptions', 'у переходов нет описаний')
    edge.leftOver()
    if (from && to && condition) from.edges.push({to: to.id, ...condition, ...(priority !== 0 && {priority})})
  }
  const collected = [...new Set(states.flatMap(({collect}) => collect ?? []))]
  for (const state of states) confirmation(state, collected)
}

/** A state that is left by a yes is a confirmation, and reads back what was collected. */
function confirmation(state: StateDraft, collected: readonly string[]): void {
  const asks = state.edges.some(({on}) => on?.some((intent) => answers.has(intent)))
  if (!asks || (state.type !== undefined && state.type !== 'confirm')) return
  state.type = 'confirm'
  if (collected.length > 0) state.say = {ru: summaryLine(collected, 'ru'), en: summaryLine(collected, 'en')}
}
