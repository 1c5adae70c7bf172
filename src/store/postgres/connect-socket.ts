import {connect, type Socket} from 'node:net'

/** What postgres.js knows of a server: every host of the URL, or the file of a Unix socket. */
export interface Server {
  readonly host: readonly string[]
  readonly port: readonly number[]
  readonly path?: string | false | undefined
  /** `sslmode` of the URL. */
  readonly ssl?: unknown
}

/** How long one host may take to answer, ms. */
const patience = 10_000

/**
 * A connection to the first host that answers. postgres.js connects again, at once and without end, when a server closes before it has said
 * anything; here that is an error like any other.
 *
 * @param signal hangs up, whatever the connection waits for: left open it would keep the process that nobody waits for any more
 */
export async function connectSocket({host, port, path, ssl}: Server, signal?: AbortSignal): Promise<Socket> {
  const places = path ? [{path}] : host.map((name, index) => ({host: name, port: port[index] ?? port[0]!}))
  let last: unknown
  for (const place of places) {
    if (signal?.aborted) break
    try {
      return watched(await connected(place, signal), Boolean(ssl) && ssl !== 'prefer')
    } catch (error) {
      last = error
    }
  }
  throw last ?? connectionError('CONNECT_TIMEOUT')
}

type Place = {readonly path: string} | {readonly host: string; readonly port: number}

function connected(place: Place, signal: AbortSignal | undefined): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = Object.assign(connect(place), place)
    const hangUp = () => void socket.destroy(connectionError('CONNECT_TIMEOUT'))
    const timer = setTimeout(hangUp, patience)
    signal?.addEventListener('abort', hangUp)
    socket.once('close', () => signal?.removeEventListener('abort', hangUp))
    const fail = (error: Error) => {
      clearTimeout(timer)
      reject(error)
    }
    socket.once('error', fail)
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.off('error', fail)
      resolve(socket)
    })
  })
}

/** What a PostgreSQL server may begin with: a request to authenticate, an error, an older protocol, yes or no to encryption. */
const beginnings = new Set([...'REvSN'].map((letter) => letter.charCodeAt(0)))

/** @param mustEncrypt postgres.js would go on to a server that says no, which then breaks off without a word */
function watched(socket: Socket, mustEncrypt: boolean): Socket {
  let first: number | undefined
  socket.once('data', (chunk: Buffer) => {
    first = chunk[0]
    if (mustEncrypt && first === 'N'.charCodeAt(0)) socket.destroy(connectionError('TLS_REFUSED'))
  })
  // Listened to before postgres.js listens, so that it learns of the error first.
  socket.once('close', () => {
    if (first === undefined || !beginnings.has(first)) socket.emit('error', connectionError('CONNECTION_CLOSED'))
  })
  return socket
}

const connectionError = (code: string) => Object.assign(new Error(code), {code})
