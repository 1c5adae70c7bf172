import {type Flow, outcomeKinds} from '../../../skillbase/schema/flow.ts'
import type {compileCondition} from './condition.ts'
import type {ScenarioOutcome} from './scenario.ts'

/** In the order of precedence; the default last. A flow without outcomes still ends with a true one. */
export function outcomesOf(
  flow: Flow,
  condition: (path: string, source: string) => ReturnType<typeof compileCondition>,
): ScenarioOutcome[] {
  const outcomes = flow.outcomes.map((outcome, index): ScenarioOutcome => ({
    id: outcome.id,
    kind: outcome.kind,
    when: outcome.when === undefined ? undefined : condition(`outcomes.${index}.when`, outcome.when),
    evidence: outcome.evidence,
    isDefault: outcome.default,
    webhook: outcome.webhook,
  }))
  if (outcomes.length === 0) {
    const required = Object.entries(flow.fields).filter(([, field]) => field.required)
    const evidence = required.map(([id]) => id)
    const contact = required.filter(([, field]) => field.type === 'phone' || field.type === 'email')
    if (contact.length > 0) {
      const when = evidence.map((id) => `has(f.${id})`).join(' && ')
      outcomes.push({id: 'lead', kind: 'lead', when: condition('outcomes', when), evidence, isDefault: false, webhook: undefined})
    }
    outcomes.push({
      id: 'info_only',
      kind: 'info_only',
      when: condition('outcomes', 'counters.questions > 0'),
      evidence: [],
      isDefault: false,
      webhook: undefined,
    })
  }
  if (!outcomes.some((outcome) => outcome.isDefault)) {
    outcomes.push({id: 'failed', kind: 'failed', when: undefined, evidence: [], isDefault: true, webhook: undefined})
  }
  const rank = (outcome: ScenarioOutcome) => (outcome.isDefault ? outcomeKinds.length : outcomeKinds.indexOf(outcome.kind))
  return outcomes.toSorted((a, b) => rank(a) - rank(b))
}
