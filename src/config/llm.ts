import type {Config} from './schema.ts'

/** Whether a language model can be called: a key is there, or an own endpoint that may need none. */
export const llmConfigured = ({llm}: Pick<Config, 'llm'>): boolean =>
  llm.provider !== 'none' && (llm.apiKey !== undefined || (llm.provider === 'openai' && llm.baseUrl !== undefined))

/** What a client of the model needs, the key in clear: hand it on, do not print it. */
export const llmSettings = ({llm}: Pick<Config, 'llm'>) => {
  const {provider, baseUrl, model, fallbackModel, apiKey, timeoutMs, turnMs} = llm
  // Whoever gives a turn more time means the request in it, too.
  return {provider, baseUrl, model, fallbackModel, apiKey: apiKey?.reveal(), timeoutMs: Math.max(timeoutMs, turnMs)}
}
