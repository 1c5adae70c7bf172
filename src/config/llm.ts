import {vendorKeys} from './env-entries.ts'
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

/** What a bot's author wants of a model; key by key, nothing when it is left to the configuration. */
export interface WantedModel {
  readonly provider?: string | undefined
  readonly model?: string | undefined
}

/** The same for a bot: its own model where it names the provider that is configured, or none; else the configured one. */
export function llmSettingsFor(config: Pick<Config, 'llm'>, {provider, model}: WantedModel) {
  const settings = llmSettings(config)
  const named = provider === undefined || provider === settings.provider ? model : undefined
  return {...settings, model: named ?? settings.model}
}

/** A vendor's key that is set and stays here, since another host is configured. */
export interface WithheldKey {
  /** The variable it is in. */
  readonly variable: string
  /** Where it would have gone. */
  readonly host: string
}

/** The key that the vendor's own variable holds, when nothing but the configured address keeps it from being used. */
export function withheldKey({llm}: Pick<Config, 'llm'>, env: NodeJS.ProcessEnv): WithheldKey | undefined {
  const {provider, baseUrl, apiKey} = llm
  const variable = vendorKeys[provider]
  if (apiKey || baseUrl === undefined || variable === undefined || !env[variable]) return undefined
  return {variable, host: new URL(baseUrl).host}
}
