import type {Flow} from '../../skillbase/schema/flow.ts'
import type {Skillbase} from '../../skillbase/schema/skillbase.ts'
import type {State} from '../../skillbase/schema/state.ts'

/**
 * The flow with states of its own. A plan or a bare list of fields becomes one collecting state and an end:
 * the steps of a plan are instructions, so they guide the model and are never spoken.
 */
export function withStates(skillbase: Skillbase): Flow {
  const {flow} = skillbase
  if (Object.keys(flow.states).length > 0) return flow
  const steps = flow.plan ?? []
  const fields = Object.keys(flow.fields).length > 0 ? flow.fields : requestAndPhone
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

const common = {confirm: 'auto', required: true, max_retries: 2, pii: false} as const

/** What any bot without fields of its own still has to bring home: what is wanted, and whom to call back. */
const requestAndPhone: Flow['fields'] = {
  request: {...common, type: 'text', max_len: 300},
  name: {...common, type: 'person_name', required: false, pii: true},
  phone: {...common, type: 'phone', pii: true},
}
