import {stateType} from '../state-graph.ts'
import type {Check} from './context.ts'

/** W126 a confirmation that does not say what it confirms; E127 one that a yes does not leave. */
export const checkConfirmations: Check = ({flow, report}) => {
  for (const [id, state] of Object.entries(flow.states)) {
    if (stateType(state) !== 'confirm') continue
    if (state.say !== undefined && !/\bf\.\w/.test(JSON.stringify(state.say))) {
      report(
        ['flow', 'states', id, 'say'],
        'W126',
        'asks for a yes without saying what was understood; name the fields',
        'просит подтвердить и не называет, что именно; назовите поля',
      )
    }
    const answered = [...state.transitions, ...flow.global].some(({on}) => [on ?? []].flat().includes('yes_answer'))
    if (!answered) report(['flow', 'states', id], 'E127', 'no edge is taken on yes_answer', 'нет перехода по yes_answer')
  }
}
