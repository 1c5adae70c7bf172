import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo, Socket} from 'node:net'
import {systemClock} from '../../clock.ts'
import {distorted, faultBox, statusRefusal} from './faults.ts'
import {plan} from './frames.ts'
import {promptCache} from './prompt-cache.ts'
import {seeded} from './random.ts'
import {noKey, type Refusal, refusalOf} from './refusals.ts'
import {replySource} from './replies.ts'
import {sendStream, sendWhole} from './sender.ts'
import type {ChatRequest, FaultKind, OpenAiDouble, OpenAiDoubleOptions, RecordedRequest} from './types.ts'

/**
 * A loopback server that speaks the chat completions of OpenAI or Groq on the wire: event streams and whole answers, model list, errors, token
 * counts, prompt cache. It has no model: answers are scripted. It refuses what the real ones refuse, and can fail in the ways they fail.
 */
export async function startOpenAiDouble(options: OpenAiDoubleOptions = {}): Promise<OpenAiDouble> {
  const {clock = systemClock, latency = {}, seed = 1, framing = {}, dialect = 'openai', apiKey, models} = options
  const random = seeded(seed)
  const answer = replySource(options.replies ?? {})
  const cached = promptCache()
  const faults = faultBox()
  const requests: RecordedRequest[] = []
  const connections = new WeakMap<Socket, {readonly number: number; fresh: boolean}>()
  let connected = 0

  const server = createServer((request, response) => {
    // A client that leaves in the middle is daily business here.
    void handle(request, response).catch(() => response.destroy())
  })
  server.on('connection', (socket: Socket) => connections.set(socket, {number: (connected += 1), fresh: true}))
  // What nginx does; Node's own 5 seconds would make the double look less patient than the real ones.
  server.keepAliveTimeout = 75_000

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const connection = connections.get(request.socket)
    const fresh = connection?.fresh ?? false
    if (connection) connection.fresh = false
    const closed = new Promise<{how: 'answered' | 'abandoned'; at: number}>((resolve) => {
      response.once('close', () => resolve({how: response.writableFinished ? 'answered' : 'abandoned', at: clock.now()}))
    })
    const text = await bodyOf(request)
    const body = parse(text)
    const authorized = apiKey === undefined || request.headers.authorization === `Bearer ${apiKey}`
    const path = new URL(request.url ?? '/', 'http://double').pathname
    requests.push({
      at: clock.now(),
      method: request.method ?? '',
      path,
      headers: visible(request),
      authorized,
      body,
      connection: connection?.number ?? 0,
      closed,
    })

    // As the providers' front ends do it: they keep the connection and do not say for how long. Node alone would add `keep-alive: timeout=…`.
    response.setHeader('connection', 'keep-alive')
    response.setHeader('x-request-id', `req_${String(requests.length).padStart(8, '0')}`)
    if (!authorized) return refuse(response, noKey)
    if (request.method === 'GET' && path.endsWith('/models')) return respond(response, modelList(models ?? []))
    if (request.method !== 'POST' || !path.endsWith('/chat/completions')) {
      return refuse(response, {status: 404, type: 'invalid_request_error', message: `Unknown request URL: ${request.method} ${path}.`})
    }
    const fault = faults.next(typeof body?.['model'] === 'string' ? body['model'] : undefined)
    if (fault?.kind === 'black_hole') return
    if (fault?.kind === 'status') return refuse(response, statusRefusal(fault), fault.retryAfter)
    const refusal = refusalOf(body, options)
    if (refusal) return refuse(response, refusal)
    return talk(response, chatRequest(body ?? {}), fault, fresh)
  }

  async function talk(response: ServerResponse, request: ChatRequest, fault: FaultKind | undefined, fresh: boolean): Promise<void> {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const pace = async (what: 'first' | 'piece' | number) => {
      const {connectMs = 0, firstTokenMs = 0, perTokenMs = 0, jitter = 0} = latency
      const usual = what === 'first' ? firstTokenMs + (fresh ? connectMs : 0) : what === 'piece' ? perTokenMs : what
      const ms = usual * (1 + jitter * (2 * random() - 1))
      if (ms > 0) await clock.sleep(ms, gone.signal).catch(() => {})
      return !gone.signal.aborted
    }
    if (fault?.kind === 'html') return respond(response, '<html><body><h1>502 Bad Gateway</h1></body></html>', 'text/html')
    const id = `chatcmpl-${Math.floor(random() * 1e12).toString(36)}`
    const planned = plan(request, answer(request), {id, created: Math.floor(clock.now() / 1000), cached: cached(request)})
    const sending = {response, request, plan: distorted(planned, fault, request), fault, framing, dialect, random, pace}
    response.setHeader('cache-control', 'no-cache')
    response.setHeader(
      'content-type',
      request.stream ? `text/event-stream${dialect === 'openai' ? '; charset=utf-8' : ''}` : 'application/json',
    )
    return request.stream ? sendStream(sending) : sendWhole(sending)
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    url: `${origin}/v1`,
    requests,
    setFault: (...set) => faults.set(set),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function visible({headers}: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (name === 'authorization' ? [] : [[name, String(value)]])))
}

function chatRequest(body: Readonly<Record<string, unknown>>): ChatRequest {
  const format = body['response_format'] as {json_schema?: NonNullable<ChatRequest['schema']>} | undefined
  return {
    model: String(body['model']),
    messages: body['messages'] as ChatRequest['messages'],
    stream: body['stream'] === true,
    body,
    ...(format?.json_schema && {schema: format.json_schema}),
  }
}

function refuse(response: ServerResponse, {status, code, type, message}: Refusal, retryAfter?: string): void {
  response.statusCode = status
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
  respond(response, {error: {message, type, ...(code && {code})}})
}

function respond(response: ServerResponse, body: unknown, type = 'application/json'): void {
  response.setHeader('content-type', type)
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

const modelList = (models: readonly string[]) => ({
  object: 'list',
  data: models.map((id) => ({id, object: 'model', created: 1_754_000_000, owned_by: 'double', active: true, context_window: 131_072})),
})
