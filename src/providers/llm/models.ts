import type {Bilingual} from '../../bilingual.ts'
import {type ModelInfo, modelTable} from './model-table.ts'

export interface ResolvedModel {
  readonly id: string
  /** Say it loudly: the configuration names a model that is gone or going. */
  readonly warning?: Bilingual
}

export type ModelProvider = ModelInfo['provider']

/** What `llm.model` and `llm.fallbackModel` are when nothing is configured, at the providers' own addresses. */
export const defaultModels = {
  groq: {model: 'openai/gpt-oss-20b', fallbackModel: 'openai/gpt-oss-120b'},
  openai: {model: 'gpt-4.1-mini', fallbackModel: 'gpt-4o-mini'},
} as const satisfies Record<ModelProvider, {readonly model: string; readonly fallbackModel: string}>

export interface ModelChoice {
  readonly provider: ModelProvider
  readonly baseUrl?: string | undefined
  readonly model?: string | undefined
  readonly fallbackModel?: string | undefined
}

/**
 * The model and the one to try when it fails, as configured or else as recommended; each of the recommended two stands in for the other.
 * What an endpoint of one's own serves cannot be guessed: no model when none is named.
 */
export function chosenModels({provider, baseUrl, model, fallbackModel}: ModelChoice): Pick<ModelChoice, 'model' | 'fallbackModel'> {
  const usual = provider === 'groq' || baseUrl === undefined ? defaultModels[provider] : undefined
  const first = model ?? usual?.model
  return {model: first, fallbackModel: fallbackModel ?? (first === usual?.fallbackModel ? usual?.model : usual?.fallbackModel)}
}

/**
 * The model to ask instead of `id` on the day `today` (YYYY-MM-DD): its replacement once it is retired, with a warning in both languages.
 * A model that the table does not know is left alone.
 */
export function resolveModel(id: string, today: string, provider: ModelProvider = 'groq'): ResolvedModel {
  const model = findModel(id, provider)
  if (!model?.retiredOn || !model.replacement) return {id}
  const {retiredOn, replacement} = model
  if (retiredOn > today)
    return {
      id,
      warning: {
        en: `Model "${id}" will be shut down on ${retiredOn}. Move to "${replacement}" before that day.`,
        ru: `Модель «${id}» отключат ${retiredOn}. Перейдите на «${replacement}» до этого дня.`,
      },
    }
  return {
    id: replacement,
    warning: {
      en: `Model "${id}" was shut down on ${retiredOn}. Using "${replacement}" instead; change it in the configuration.`,
      ru: `Модель «${id}» отключена с ${retiredOn}. Вместо неё работает «${replacement}»; исправьте конфигурацию.`,
    },
  }
}

/** Whether the model no longer answers on the day `date` (YYYY-MM-DD). Unknown models are not retired. */
export function isRetired(id: string, date: string, provider: ModelProvider = 'groq'): boolean {
  const retiredOn = findModel(id, provider)?.retiredOn
  return retiredOn !== undefined && retiredOn <= date
}

export function findModel(id: string, provider: ModelProvider = 'groq'): ModelInfo | undefined {
  return modelTable.find((model) => model.provider === provider && model.id === id)
}
