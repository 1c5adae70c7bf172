import type {Bilingual} from '../../bilingual.ts'
import type {Clock} from '../../clock.ts'
import {AppError} from '../../errors.ts'
import {chain} from './chain.ts'
import {tellingRefusal} from './lasting-refusal.ts'
import type {LlmError} from './llm-error.ts'
import {chosenModels, resolveModel} from './models.ts'
import type {Llm, LlmRequest} from './port.ts'
import {retrying} from './retry.ts'
import type {AnswerFormat} from './wire/body.ts'
import type {ChatOptions} from './wire/chat.ts'
import type {Fetch} from './wire/warm-fetch.ts'

export interface LlmSettings {
  /** `openai` is any OpenAI-compatible endpoint. */
  readonly provider: 'none' | 'groq' | 'openai'
  /** The provider's own when absent. */
  readonly baseUrl?: string | undefined
  /** The recommended one when absent; needed for an OpenAI-compatible endpoint of one's own. */
  readonly model?: string | undefined
  /** The other recommended one when absent; none for an endpoint of one's own. */
  readonly fallbackModel?: string | undefined
  readonly apiKey?: string | undefined
  /** Upper bound of one request, retries and fallback included; milliseconds. A shorter `deadlineMs` of the request wins. */
  readonly timeoutMs: number
  readonly clock: Clock
  /** Hears that a configured model is gone or going. */
  readonly warn?: ((warning: Bilingual) => void) | undefined
  /** Hears once of a key or a model that the provider refuses: no later request will fare better. */
  readonly refused?: ((error: LlmError) => void) | undefined
  /** How to ask for JSON; found out from the server when absent. */
  readonly format?: AnswerFormat | undefined
}

/** A connection that does not stand after this long will not help the turn it is for; milliseconds. */
const connectMs = 1500

/**
 * The language model of a configuration, with retries, and with its fallback when there is one; undefined for `none`.
 * Nothing is sent yet. Loads the vendor's library on demand.
 *
 * @throws AppError LLM_KEY_MISSING, LLM_MODEL_MISSING, LLM_URL_INVALID
 */
export async function createLlm(settings: LlmSettings): Promise<Llm | undefined> {
  const {provider, clock, timeoutMs} = settings
  if (provider === 'none') return undefined
  checkUrl(settings.baseUrl)
  const first = current(chosenModels({...settings, provider}).model, settings)
  if (!first) throw modelMissing()
  const spare = current(chosenModels({...settings, provider, model: first}).fallbackModel, settings)

  const plain = await maker(settings)
  const heard = settings.refused ? tellingRefusal(settings.refused) : (llm: Llm) => llm
  const make: Maker = (options) => heard(plain(options))
  // node:https alone is 5 ms; commands that only ask whether there is a model must not pay for it.
  const [{warmFetch}, {processHabits}] = await Promise.all([import('./wire/warm-fetch.ts'), import('./wire/habits.ts')])
  const common = {
    clock,
    limits: {totalMs: timeoutMs, firstTokenMs: timeoutMs},
    habits: processHabits,
    fetch: warmFetch({clock, connectMs: Math.min(connectMs, timeoutMs)}),
    format: settings.format,
  }
  const primary = make({...common, model: first})
  if (!spare || spare === first) return bounded(retrying(primary, {clock}), timeoutMs)
  // In front of a fallback only a broken connection is worth a second try; every other failure is answered faster by the other model.
  const patient = retrying(make({...common, model: spare}), {clock})
  return bounded(chain(retrying(primary, {clock, kinds: ['network']}), patient, {clock}), timeoutMs)
}

/** Around everything, for the attempts share one deadline. */
function bounded(llm: Llm, timeoutMs: number): Llm {
  const within = (request: LlmRequest): LlmRequest => ({...request, deadlineMs: Math.min(request.deadlineMs, timeoutMs)})
  return {
    id: llm.id,
    models: (signal) => llm.models(signal),
    complete: (request, signal) => llm.complete(within(request), signal),
    stream: (request, signal) => llm.stream(within(request), signal),
  }
}

type Maker = (options: Omit<ChatOptions, 'transport'> & {readonly fetch: Fetch}) => Llm

async function maker({provider, baseUrl, apiKey}: LlmSettings): Promise<Maker> {
  if (provider === 'groq') {
    if (!apiKey) throw keyMissing('Groq', 'GROQ_API_KEY')
    const {groqLlm} = await import('./groq/groq-llm.ts')
    return (options) => groqLlm({...options, apiKey, baseUrl})
  }
  const {openAiCompatibleLlm, openAiUrl} = await import('./openai-compatible/openai-compatible-llm.ts')
  // An endpoint of one's own may well need no key.
  if (!apiKey && baseUrl === undefined) throw keyMissing('OpenAI', 'OPENAI_API_KEY')
  return (options) => openAiCompatibleLlm({...options, apiKey, baseUrl: baseUrl ?? openAiUrl})
}

function current(model: string | undefined, {provider, clock, warn}: LlmSettings): string | undefined {
  if (!model || provider === 'none') return model
  const today = new Date(clock.now()).toISOString().slice(0, 10)
  const {id, warning} = resolveModel(model, today, provider)
  if (warning) warn?.(warning)
  return id
}

function checkUrl(baseUrl: string | undefined): void {
  if (baseUrl === undefined || (URL.canParse(baseUrl) && /^https?:/.test(baseUrl))) return
  throw new AppError(
    'LLM_URL_INVALID',
    {en: 'The address of the language model is not an http(s) URL.', ru: 'Адрес языковой модели — не http(s)-адрес.'},
    {
      exit: 'usage',
      hint: {en: 'Correct `llm.baseUrl` (`VOICECTL_LLM_BASE_URL`).', ru: 'Исправьте `llm.baseUrl` (`VOICECTL_LLM_BASE_URL`).'},
    },
  )
}

const keyMissing = (vendor: string, variable: string) =>
  new AppError(
    'LLM_KEY_MISSING',
    {en: `There is no key for ${vendor}.`, ru: `Нет ключа для ${vendor}.`},
    {
      exit: 'auth',
      hint: {
        en: `Set ${variable} or VOICECTL_LLM_API_KEY, or choose \`llm.provider: none\` to talk by rules alone.`,
        ru: `Задайте ${variable} или VOICECTL_LLM_API_KEY либо выберите \`llm.provider: none\`, чтобы говорить только по правилам.`,
      },
    },
  )

const modelMissing = () =>
  new AppError(
    'LLM_MODEL_MISSING',
    {en: 'No model is named for this endpoint.', ru: 'Для этого адреса не указана модель.'},
    {
      exit: 'usage',
      hint: {en: 'Set `llm.model` (`VOICECTL_LLM_MODEL`).', ru: 'Задайте `llm.model` (`VOICECTL_LLM_MODEL`).'},
    },
  )
