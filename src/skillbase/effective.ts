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
