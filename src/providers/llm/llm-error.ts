import type {Bilingual} from '../../bilingual.ts'
import {AppError, type ExitReason} from '../../errors.ts'

export type LlmErrorKind =
  | 'timeout'
  | 'aborted'
  | 'network'
  | 'rate_limited'
  | 'auth'
  | 'model_not_found'
  | 'bad_response'
  | 'schema'
  | 'refused'
  | 'overloaded'

export interface LlmErrorDetails {
  readonly provider: string
  readonly model: string
  /** A short, sanitised reason; the place for what the server said. Never the whole body, never a key. */
  readonly detail?: string
  /** HTTP status, when the server answered with one. */
  readonly status?: number
  /** Milliseconds that the server asked to wait. */
  readonly retryAfterMs?: number
  /** The deadline that passed. */
  readonly phase?: 'connect' | 'first_token' | 'total'
  /** Whether the same request may succeed a moment later; by kind when absent. */
  readonly retryable?: boolean
}

/** Why a language model gave no answer. `code` is `LLM_TIMEOUT`, `LLM_RATE_LIMITED`, …; there is no `cause`: vendor errors carry whole bodies. */
export class LlmError extends AppError {
  readonly kind: LlmErrorKind
  readonly provider: string
  readonly model: string
  readonly retryable: boolean
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined
  readonly phase: LlmErrorDetails['phase']

  constructor(kind: LlmErrorKind, details: LlmErrorDetails) {
    const {exit, hint} = traits[kind]
    super(`LLM_${kind.toUpperCase()}`, sentence(kind, details), {exit, ...(hint && {hint})})
    this.kind = kind
    this.provider = details.provider
    this.model = details.model
    this.retryable = details.retryable ?? traits[kind].retryable
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
    this.phase = details.phase
  }
}

interface Traits {
  readonly exit: ExitReason
  readonly retryable: boolean
  readonly said: Bilingual
  readonly hint?: Bilingual
}

const traits: Readonly<Record<LlmErrorKind, Traits>> = {
  timeout: {
    exit: 'unavailable',
    retryable: true,
    said: {en: 'did not answer in time', ru: 'не ответила вовремя'},
    hint: {en: 'Try again, or give it longer: `llm.timeoutMs`.', ru: 'Повторите или дайте ей больше времени: `llm.timeoutMs`.'},
  },
  aborted: {exit: 'cancelled', retryable: false, said: {en: 'was interrupted', ru: 'не ответила: запрос прерван'}},
  network: {
    exit: 'unavailable',
    retryable: true,
    said: {en: 'cannot be reached', ru: 'недоступна'},
    hint: {
      en: 'Check `llm.baseUrl`, the network and whether the server runs.',
      ru: 'Проверьте `llm.baseUrl`, сеть и то, что сервер запущен.',
    },
  },
  rate_limited: {
    exit: 'unavailable',
    retryable: true,
    said: {en: 'refuses more requests for now', ru: 'пока не принимает запросы: исчерпан лимит'},
    hint: {en: 'Wait, or raise the limit at the provider.', ru: 'Подождите или увеличьте лимит у поставщика.'},
  },
  auth: {
    exit: 'auth',
    retryable: false,
    said: {en: 'does not accept the key', ru: 'не принимает ключ'},
    hint: {
      en: 'Check the key (`VOICECTL_LLM_API_KEY`), and that the provider serves your network: some block whole countries.',
      ru: 'Проверьте ключ (`VOICECTL_LLM_API_KEY`) и то, что провайдер обслуживает вашу сеть: некоторые закрыты для целых стран.',
    },
  },
  model_not_found: {
    exit: 'notFound',
    retryable: false,
    said: {en: 'is not served there', ru: 'там не найдена'},
    hint: {
      en: 'Choose another model: `voicectl config set llm.model …`.',
      ru: 'Выберите другую модель: `voicectl config set llm.model …`.',
    },
  },
  bad_response: {
    exit: 'failure',
    retryable: true,
    said: {en: 'gave an unusable answer', ru: 'дала непригодный ответ'},
    hint: {en: 'Check that `llm.baseUrl` is the address of its API.', ru: 'Проверьте, что `llm.baseUrl` — адрес её API.'},
  },
  schema: {exit: 'failure', retryable: true, said: {en: 'answered in the wrong form', ru: 'ответила не в той форме'}},
  refused: {exit: 'failure', retryable: false, said: {en: 'refused the request', ru: 'отклонила запрос'}},
  overloaded: {
    exit: 'unavailable',
    retryable: true,
    said: {en: 'is failing or overloaded', ru: 'перегружена или неисправна'},
    hint: {en: 'Try again in a while.', ru: 'Повторите позже.'},
  },
}

const phases: Readonly<Record<NonNullable<LlmErrorDetails['phase']>, Bilingual>> = {
  connect: {en: 'no connection', ru: 'нет соединения'},
  first_token: {en: 'no first word', ru: 'нет первого слова'},
  total: {en: 'the answer is not complete', ru: 'ответ не окончен'},
}

function sentence(kind: LlmErrorKind, {provider, model, detail, status, phase}: LlmErrorDetails): Bilingual {
  const {said} = traits[kind]
  const notes = (lang: 'en' | 'ru') => {
    const text = [status && `HTTP ${status}`, phase && phases[phase][lang], detail].filter(Boolean).join(', ')
    return text ? ` (${text})` : ''
  }
  return {
    en: `Model ${provider}:${model} ${said.en}${notes('en')}.`,
    ru: `Модель ${provider}:${model} ${said.ru}${notes('ru')}.`,
  }
}
