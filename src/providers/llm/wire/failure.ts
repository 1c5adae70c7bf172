import {LlmError, type LlmErrorDetails, type LlmErrorKind} from '../llm-error.ts'
import {connectDeadline} from './warm-fetch.ts'
import {excerpt} from './sanitise.ts'
import {isRecord} from './structure.ts'

/** Who was asked, for the error text; `secrets` never appear in it. */
export interface Party {
  readonly provider: string
  readonly model: string
  readonly secrets: readonly string[]
}

export interface Refusal {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** A status other than 2xx. `now` is the clock's time, for a Retry-After that names a date. */
export function httpFailure({status, headers, body}: Refusal, party: Party, now: number): LlmError {
  const said = serverWords(body)
  const kind = kindOfStatus(status, said)
  const retryAfterMs = kind === 'rate_limited' || kind === 'overloaded' ? retryAfter(headers, now) : undefined
  // A spent quota answers 429 too, and no wait within a call will refill it.
  const spent = kind === 'rate_limited' && /insufficient_quota|billing|credit/i.test(said.code + said.message)
  return fail(kind, party, {
    status,
    detail: excerpt(said.message, party.secrets),
    ...(retryAfterMs !== undefined && {retryAfterMs}),
    // Whatever a 4xx complains about stays true when the same request comes again; only a rate limit passes by itself.
    ...((spent || (status < 500 && kind !== 'rate_limited' && kind !== 'overloaded')) && {retryable: false}),
  })
}

/** An `error` that came inside a 200: as a stream event or as the whole answer. */
export function answerFailure(error: unknown, party: Party): LlmError {
  const said = serverWords(JSON.stringify({error}))
  const text = `${said.code} ${said.message}`
  const kind: LlmErrorKind = /rate.?limit/i.test(text)
    ? 'rate_limited'
    : /json_validate_failed/i.test(text)
      ? 'schema'
      : /api.?key|unauthori[sz]ed|authentication/i.test(text)
        ? 'auth'
        : 'overloaded'
  return fail(kind, party, {detail: excerpt(said.message, party.secrets)})
}

/** What fetch or the body reader threw. An LlmError passes through. */
export function thrownFailure(error: unknown, party: Party): LlmError {
  if (error instanceof LlmError) return error
  const chain = causes(error)
  const codes = chain.map(({code}) => code).filter((code) => typeof code === 'string')
  if (codes.includes(connectDeadline)) return fail('timeout', party, {phase: 'connect'})
  if (chain.some(({name}) => name === 'RangeError')) return fail('bad_response', party, {detail: 'an event without an end'})
  const text = chain.map(({message}) => String(message)).join(' ')
  if (/timed? ?out/i.test(text)) return fail('timeout', party, {phase: 'connect'})
  return fail('network', party, {detail: codes[0] ?? excerpt(String(chain.at(-1)?.message ?? ''), party.secrets)})
}

export const fail = (kind: LlmErrorKind, {provider, model}: Party, details: Partial<LlmErrorDetails> = {}): LlmError =>
  new LlmError(kind, {provider, model, ...details})

function kindOfStatus(status: number, {code, message}: ServerWords): LlmErrorKind {
  if (status === 401 || status === 403) return 'auth'
  if (status === 429) return 'rate_limited'
  if (status === 408) return 'timeout'
  // 498 is Groq's "flex tier capacity exceeded", 529 is what several gateways say when the model behind them is full.
  if (status >= 500 || status === 498) return 'overloaded'
  if (/model_not_found|model_decommissioned/.test(code) || (status === 404 && /model/i.test(message))) return 'model_not_found'
  if (status === 404 || status < 400) return 'bad_response'
  if (/json_validate_failed/.test(code) || /schema/i.test(message)) return 'schema'
  return 'refused'
}

interface ServerWords {
  readonly message: string
  readonly code: string
}

/** The usual `{error: {message, type, code}}`, Ollama's `{error: "…"}`, FastAPI's `{detail: …}`, or the text as it is. */
export function serverWords(body: string): ServerWords {
  try {
    const json: unknown = JSON.parse(body)
    const error = isRecord(json) ? (json['error'] ?? json['detail'] ?? json) : json
    if (typeof error === 'string') return {message: error, code: ''}
    if (isRecord(error)) {
      const {message, code, type} = error
      return {message: typeof message === 'string' ? message : JSON.stringify(error), code: [code, type].filter(Boolean).join(' ')}
    }
  } catch {
    // Not JSON: a proxy's page, most likely.
  }
  return {message: body.replaceAll(/<[^>]*>/g, ' '), code: ''}
}

/** Milliseconds. Seconds, an HTTP date, or the finer header that some providers add. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const fine = Number(headers.get('retry-after-ms') ?? Number.NaN)
  if (fine >= 0) return fine
  const value = headers.get('retry-after')
  if (value === null) return undefined
  const seconds = Number(value)
  if (seconds >= 0) return Math.ceil(seconds * 1000)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

interface Cause {
  readonly name?: unknown
  readonly code?: unknown
  readonly message?: unknown
}

/** fetch says "fetch failed" and keeps the reason in `cause`, sometimes two levels down; happy eyeballs throws an AggregateError. */
function causes(error: unknown): Cause[] {
  const found: Cause[] = []
  for (let link: unknown = error; link instanceof Error && found.length < 5; link = link.cause ?? (link as AggregateError).errors?.[0]) {
    found.push(link)
  }
  return found
}
