import type {Sql} from 'postgres'
import type {DatabaseUrl} from '../database-url.ts'
import {connectSocket, type Server} from './connect-socket.ts'

export interface PostgresOptions {
  readonly poolSize: number
  /** Hangs up. */
  readonly signal?: AbortSignal | undefined
}

/**
 * A pool that speaks in the terms of the codec. The server tells the type of every parameter and column, so each conversion stands here once:
 * time is a number, 64-bit integers are numbers (all of ours are below 2^53), JSON is text in both directions.
 */
export async function openPostgres(
  {url, socket}: Extract<DatabaseUrl, {dialect: 'postgres'}>,
  {poolSize, signal}: PostgresOptions,
): Promise<Sql> {
  const {default: postgres} = await import('postgres')
  const asIs = (value: string) => value
  return postgres(url, {
    ...(socket !== undefined && {host: socket}),
    max: poolSize,
    // Also how long a server may take to say something once it is connected to.
    connect_timeout: 10,
    // Taken, but not in the library's types.
    ...({socket: (server: Server) => connectSocket(server, signal)} as object),
    // Saves a round trip per connection: only array types need it.
    fetch_types: false,
    onnotice: () => {},
    connection: {application_name: 'voicectl', TimeZone: 'UTC', DateStyle: 'ISO'},
    types: {
      time: {to: 1184, from: [1184], serialize: (ms: number) => new Date(ms).toISOString(), parse: (text: string) => Date.parse(text)},
      wide: {to: 20, from: [20, 1700], serialize: String, parse: Number},
      json: {to: 3802, from: [114, 3802], serialize: asIs, parse: asIs},
    },
  })
}
