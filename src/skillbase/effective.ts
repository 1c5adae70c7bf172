import type {Flow} from './schema/flow.ts'
import type {Language} from './schema/primitives.ts'
import type {Skillbase} from './schema/skillbase.ts'

/** What may stand at the top of a skillbase and in its flow; the flow, being nearer to the conversation, wins as a whole. */
export function languagesOf({flow, languages}: Skillbase): {readonly main: Language; readonly all: readonly Language[]} {
  const given = flow.languages ?? languages
  const main = given?.default ?? 'ru'
  return {main, all: [...new Set([main, ...(given?.supported ?? [])])]}
}

export const knowledgeOf = ({flow, knowledge}: Skillbase) => flow.knowledge ?? knowledge

/** Key by key: a flow may change the model's temperature and leave its name to the skillbase. */
export const llmOf = ({flow, llm}: Skillbase) => ({...llm, ...flow.llm})

/** What the bot brings home. A plan or a bot without fields still has to learn what is wanted and whom to call back. */
export const fieldsOf = ({fields, states}: Flow): Flow['fields'] =>
  Object.keys(fields).length > 0 || Object.keys(states).length > 0 ? fields : requestAndPhone

const common = {confirm: 'auto', required: true, max_retries: 2, pii: false} as const

const requestAndPhone: Flow['fields'] = {
  request: {...common, type: 'text', max_len: 300},
  name: {...common, type: 'person_name', required: false, pii: true},
  phone: {...common, type: 'phone', pii: true},
}
