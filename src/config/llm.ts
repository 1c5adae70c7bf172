import type {Config} from './schema.ts'

/** Whether a language model can be called: a key is there, or an own endpoint that may need none. */
export const llmConfigured = ({llm}: Pick<Config, 'llm'>): boolean =>
  llm.provider !== 'none' && (llm.apiKey !== undefined || (llm.provider === 'openai' && llm.baseUrl !== undefined))
