import type {Clock} from '../../../clock.ts'
import {lastDelta} from '../budget.ts'
import {findModel} from '../models.ts'
import type {Delta, Llm, LlmRequest} from '../port.ts'
import {startAttempt, type Attempt} from './attempt.ts'
import {type AnswerFormat, chatBody} from './body.ts'
import {collector} from './collector.ts'
import {fail, httpFailure, type Party, thrownFailure} from './failure.ts'
import {concede, type HabitBook, type Habits} from './habits.ts'
import {parseJson, readStream, readText, readWhole} from './read-answer.ts'
import {isRecord} from './structure.ts'
import type {Transport} from './transport.ts'

export interface ChatOptions {
  readonly transport: Transport
  readonly model: string
  readonly clock: Clock
  /** Upper bounds of every request; milliseconds. */
  readonly limits: {readonly totalMs: number; readonly firstTokenMs: number}
  readonly habits: HabitBook
  /** How to ask for JSON; found out by asking when absent. */
  readonly format?: AnswerFormat | undefined
}

/** One model behind an OpenAI-compatible endpoint: one attempt a call, within its deadlines. Retries and fallback are put around it. */
export function chatLlm(options: ChatOptions): Llm {
  const {transport, model} = options
  const party: Party = {provider: transport.provider, model, secrets: transport.secrets}
  return {
    id: `${transport.provider}:${model}`,
    stream: (request, signal) => answer(request, signal, !request.schema || transport.dialect.streamsSchema, options, party),
    // With a schema nothing can be used before the end, and not every server streams it. Without one a stream tells the first word's time.
    complete: async (request, signal) => lastDelta(answer(request, signal, !request.schema, options, party)),
    models: (signal) => listModels(signal, options, party),
  }
}

async function* answer(
  request: LlmRequest,
  signal: AbortSignal | undefined,
  stream: boolean,
  options: ChatOptions,
  party: Party,
): AsyncGenerator<Delta> {
  const {clock, limits, model} = options
  const attempt = startAttempt({clock, request, limits, party, signal})
  try {
    const response = await open(request, stream, attempt, options, party)
    const reading = {response, attempt, party, clock, collector: collector({request, model, attempt, party})}
    yield* isStream(response, stream, party) ? readStream(reading) : readWhole(reading)
  } catch (error) {
    const failure = attempt.stopped() ?? thrownFailure(error, party)
    // A refusal was read to its end; its connection is good for the next request.
    attempt.end(failure.status !== undefined)
    throw failure
  } finally {
    attempt.end(false)
  }
}

/** Sends the request; when the server does not know an optional field, again without it, and remembers. */
async function open(request: LlmRequest, stream: boolean, attempt: Attempt, options: ChatOptions, party: Party): Promise<Response> {
  const {transport, model, clock, habits, format} = options
  const {dialect} = transport
  const server = `${transport.baseUrl} ${model}`
  let current = format ? {...habits.get(server, format), format} : habits.get(server, firstFormat(model))
  for (;;) {
    const body = chatBody(request, {model, dialect, stream, ...current})
    const reply = await transport.chat(body, attempt.signal)
    if (reply.ok) {
      habits.set(server, current)
      return reply.response
    }
    const next: Habits | undefined = concede(reply, body, current)
    if (!next) throw httpFailure(reply, party, clock.now())
    current = next
  }
}

const firstFormat = (model: string): AnswerFormat => {
  const known = findModel(model) ?? findModel(model, 'openai')
  return known && !known.strictSchema ? 'json_object' : 'json_schema'
}

/** Believes what came, not what was asked for: some servers answer a stream request in one piece. */
function isStream(response: Response, asked: boolean, party: Party): boolean {
  const type = response.headers.get('content-type') ?? ''
  if (/html/i.test(type))
    throw fail('bad_response', party, {detail: 'a web page instead of an answer; is the base URL right?', retryable: false})
  if (/event-stream/i.test(type)) return true
  return /json/i.test(type) ? false : asked
}

async function listModels(signal: AbortSignal | undefined, {transport, clock, limits}: ChatOptions, party: Party): Promise<string[]> {
  const attempt = startAttempt({
    clock,
    request: {deadlineMs: limits.totalMs},
    limits: {...limits, firstTokenMs: limits.totalMs},
    party,
    signal,
  })
  let complete = false
  try {
    const reply = await transport.models(attempt.signal)
    if (!reply.ok) throw httpFailure(reply, party, clock.now())
    const body = reply.response.body
    const json = parseJson(body ? await readText(body.getReader(), party) : '', party)
    complete = true
    const list = isRecord(json) ? json['data'] : undefined
    if (!Array.isArray(list)) throw fail('bad_response', party, {detail: 'not a list of models'})
    return list.flatMap((entry: unknown) => (isRecord(entry) && typeof entry['id'] === 'string' ? [entry['id']] : []))
  } catch (error) {
    throw attempt.stopped() ?? thrownFailure(error, party)
  } finally {
    attempt.end(complete)
  }
}
