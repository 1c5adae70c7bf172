import type {Clock} from '../../../clock.ts'
import type {Delta} from '../port.ts'
import {alarm} from './alarm.ts'
import type {Attempt} from './attempt.ts'
import {type Piece, readPiece} from './chunk.ts'
import type {Collector} from './collector.ts'
import {answerFailure, fail, type Party} from './failure.ts'
import {type SseEvent, sseParser} from './sse.ts'
import {isRecord} from './structure.ts'

export interface Reading {
  readonly response: Response
  readonly attempt: Attempt
  readonly collector: Collector
  readonly party: Party
  readonly clock: Clock
}

/** After the last word: how long the token counts and the end mark may take, and the end of the connection after them; milliseconds. */
const lingerMs = 300
const drainMs = 1000

const longestBody = 4 * 1024 * 1024

/** An event stream: text as it comes, then the end. Ends the attempt. */
export async function* readStream({response, attempt, collector, party, clock}: Reading): AsyncGenerator<Delta> {
  const reader = bodyReader(response)
  const parser = sseParser()
  let whole = false
  let closed = false
  let bytes = 0
  let events = 0
  try {
    while (!whole && !closed && !collector.full()) {
      const step = await reader.read().catch((error: unknown) => {
        // The words were all said; losing the connection, or the deadline, after them is no loss.
        if (collector.finished() && attempt.stopped()?.kind !== 'aborted') return {done: true as const, value: undefined}
        throw error
      })
      closed = step.done
      bytes += step.value?.length ?? 0
      for (const event of step.done ? parser.end() : parser.push(step.value)) {
        events += 1
        whole = event.data.trim() === '[DONE]'
        if (whole) break
        const lingering = collector.finished()
        const text = collector.take(pieceOf(event, party))
        if (attempt.stopped()?.kind === 'aborted') throw attempt.stopped()
        if (text !== '') yield {kind: 'text', text}
        if (collector.finished() && !lingering) attempt.linger(lingerMs)
      }
    }
    if (bytes > 0 && events === 0) throw fail('bad_response', party, {detail: 'no event in the stream'})
    const {rest, completion} = collector.end(whole)
    if (rest !== '') yield {kind: 'text', text: rest}
    yield {kind: 'end', completion}
  } finally {
    attempt.end(whole || closed)
    if (whole && !closed) drain(reader, clock)
  }
}

/** A single JSON body. Ends the attempt. */
export async function* readWhole({response, attempt, collector, party}: Reading): AsyncGenerator<Delta> {
  let closed = false
  try {
    const body = await readText(bodyReader(response), party)
    closed = true
    const json = parseJson(body, party)
    const piece = readPiece(json)
    if (!piece) throw fail('bad_response', party, {detail: 'not a chat completion'})
    const text = collector.take(piece)
    const {rest, completion} = collector.end(true)
    if (text + rest !== '') yield {kind: 'text', text: text + rest}
    yield {kind: 'end', completion}
  } finally {
    attempt.end(closed)
  }
}

type ByteReader = ReadableStreamDefaultReader<Uint8Array>

function bodyReader(response: Response): ByteReader {
  return (response.body ?? new Blob([]).stream()).getReader() as ByteReader
}

export async function readText(reader: ByteReader, party: Party): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const step = await reader.read()
    if (step.done) return text + decoder.decode()
    text += decoder.decode(step.value, {stream: true})
    if (text.length > longestBody) throw fail('bad_response', party, {detail: 'an answer of more than 4 MB', retryable: false})
  }
}

function pieceOf({event, data}: SseEvent, party: Party): Piece {
  const json = parseJson(data, party)
  if (event === 'error') throw answerFailure(isRecord(json) ? (json['error'] ?? json) : json, party)
  const piece = readPiece(json)
  if (!piece) throw fail('bad_response', party, {detail: 'a stream event that is no chat chunk'})
  return piece
}

export function parseJson(text: string, party: Party): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // The text itself stays out of the error: it may be the conversation.
    throw fail('bad_response', party, {detail: text.trim() === '' ? 'an empty body' : 'not JSON'})
  }
}

/** Reads the few bytes behind the end mark, so that the connection can carry the next turn; gives up on a server that never ends. */
function drain(reader: ByteReader, clock: Clock): void {
  const cancel = alarm(clock, drainMs, () => void reader.cancel().catch(() => {}))
  const rest = async () => {
    while (!(await reader.read()).done);
  }
  void rest()
    .catch(() => {})
    .finally(cancel)
}
