import {fieldsOf} from '../../../skillbase/effective.ts'
import type {Flow} from '../../../skillbase/schema/flow.ts'
import type {Skillbase} from '../../../skillbase/schema/skillbase.ts'
import type {State} from '../../../skillbase/schema/state.ts'

/**
 * The flow with states of its own. A plan or a bare list of fields becomes one collecting state and an end:
 * the steps of a plan are instructions, so they guide the model and are never spoken.
 */
export function withStates(skillbase: Skillbase): Flow {
  const {flow} = skillbase
  if (Object.keys(flow.states).length > 0) return flow
  const steps = flow.plan ?? []
  const fields = fieldsOf(flow)
  const closing = skillbase.agent.closing_message
  return {
    ...flow,
    fields,
    start: 'talk',
    ...(closing?.type === 'static_template' && !flow.closing && {closing: closing.template}),
    states: {
      talk: {
        ...blank,
        type: 'collect',
        goal: steps.join('; '),
        collect: Object.keys(fields),
        transitions: [{to: 'end', when: 'complete', priority: 0}],
      },
      end: {...blank, type: 'end'},
    },
  }
}

const blank: State = {order: 'opportunistic', knowledge: true, tools: [], transitions: [], interruptible: true}
