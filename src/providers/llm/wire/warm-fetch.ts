import {type Agent as HttpAgent, type ClientRequest, type IncomingMessage, Agent as PlainAgent, request as plainRequest} from 'node:http'
import {Agent as SecureAgent, request as secureRequest} from 'node:https'
import {Readable} from 'node:stream'
import type {Clock} from '../../../clock.ts'
import {alarm} from './alarm.ts'

/** The `code` of the error when no connection stood in time. Its message must not say "timeout": groq-sdk would replace the error. */
export const connectDeadline = 'CONNECT_DEADLINE'

export interface WarmFetchOptions {
  readonly clock: Clock
  /** Milliseconds for name look-up, TCP and TLS together. */
  readonly connectMs: number
  readonly env?: NodeJS.ProcessEnv
}

export type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * A fetch for a conversation. Node's own closes an idle connection after 4 seconds, so that nearly every turn of a call would begin with a new
 * TCP and TLS handshake; this one keeps it as long as the server does. It also has a deadline for the connection alone, closes the socket the
 * moment the signal aborts, and honours HTTPS_PROXY and NO_PROXY. Sends text bodies only, follows no redirect, asks for no compression.
 *
 * @returns a function like fetch; rejects with the signal's reason, or with the network error whose `code` tells what happened
 */
export function warmFetch({clock, connectMs, env = process.env}: WarmFetchOptions): Fetch {
  const settings = {keepAlive: true, keepAliveMsecs: 10_000, scheduling: 'lifo'} as const
  const direct = {plain: new PlainAgent(settings), secure: new SecureAgent(settings)}
  const proxied = {plain: new PlainAgent({...settings, proxyEnv: env}), secure: new SecureAgent({...settings, proxyEnv: env})}

  const send = (url: URL, init: RequestInit, again: boolean): Promise<Response> =>
    new Promise((resolve, reject) => {
      const {signal, body, method = 'GET', headers} = init
      if (signal?.aborted) return reject(signal.reason as Error)
      const agents = isLoopback(url) ? direct : proxied
      const secure = url.protocol === 'https:'
      const agent: HttpAgent = secure ? agents.secure : agents.plain
      const request: ClientRequest = (secure ? secureRequest : plainRequest)(url, {
        agent,
        method,
        headers: {...plainHeaders(headers), ...(typeof body === 'string' && {'content-length': Buffer.byteLength(body)})},
      })
      const stopAlarm = alarm(clock, connectMs, () =>
        request.destroy(Object.assign(new Error('connect deadline passed'), {code: connectDeadline})),
      )
      const abort = () => request.destroy(signal?.reason as Error)
      signal?.addEventListener('abort', abort, {once: true})
      const release = () => {
        stopAlarm()
        signal?.removeEventListener('abort', abort)
      }
      let answered = false
      request
        // The request has left the process, hence the connection stands, TLS included.
        .once('finish', stopAlarm)
        .on('error', (error: NodeJS.ErrnoException) => {
          release()
          // The server closed an idle connection just as we wrote into it: nothing was processed, a fresh one will do.
          const stale = !answered && request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
          if (stale && again && !signal?.aborted) resolve(send(url, init, false))
          else reject(error)
        })
        .once('response', (message) => {
          answered = true
          stopAlarm()
          message.once('close', release)
          resolve(asResponse(message))
        })
        .end(typeof body === 'string' ? body : undefined)
    })

  return (url, init = {}) => send(new URL(url instanceof Request ? url.url : url), init, true)
}

/** An operator's proxy is for the way out; nobody means it for an endpoint on this machine. */
function isLoopback({hostname}: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}

function plainHeaders(headers: RequestInit['headers']): Record<string, string> {
  return Object.fromEntries(new Headers(headers))
}

function asResponse(message: IncomingMessage): Response {
  const status = message.statusCode ?? 0
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headersDistinct)) for (const value of values ?? []) headers.append(name, value)
  const empty = status === 204 || status === 205 || status === 304
  if (empty) message.resume()
  return new Response(empty ? null : (Readable.toWeb(message) as ReadableStream<Uint8Array>), {status, headers})
}
