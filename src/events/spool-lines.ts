import {AppError} from '../errors.ts'
import type {CallEvent} from './call-event.ts'

/**
 * The events that stand in the text of a spool file. `seq` counts without gaps, which decides everything:
 * of two writers that took the same place the first line counts, nothing follows the end of a call, a line that is no event was torn in a
 * crash. A gap means that events are lost.
 *
 * @param file for the error
 * @throws AppError SPOOL_CORRUPT
 */
export function eventsIn(text: string, callId: string, file: string): CallEvent[] {
  const events: CallEvent[] = []
  const lines = text.split('\n')
  // Whatever follows the last line break was being written when its process ended.
  lines.pop()
  for (const [index, line] of lines.entries()) {
    const event = parse(line, callId)
    if (!event || event.seq < events.length || events.at(-1)?.type === 'call.ended') continue
    if (event.seq > events.length) throw corrupt(callId, `${file}:${index + 1}`)
    events.push(event)
  }
  return events
}

/** The line that says which database the call of a file belongs to. It stands first, or later when another database takes the call over. */
export const databaseLine = (database: string): string => `${JSON.stringify({database})}\n`

const databaseLines = /^\{"database":"([0-9A-Z]{26})"\}\n/gm

/** Undefined when the text does not say. The last such line counts. */
export const databaseIn = (text: string): string | undefined => [...text.matchAll(databaseLines)].at(-1)?.[1]

/** Whether any line of it was finished but those. */
export const saysMoreThanDatabase = (text: string): boolean => text.replaceAll(databaseLines, '').includes('\n')

/** The events of a damaged file, those behind a gap included, in order. Of two in the same place the first line counts, as ever. */
export function salvagedFrom(text: string, callId: string): CallEvent[] {
  const events = new Map<number, CallEvent>()
  for (const line of text.split('\n').slice(0, -1)) {
    const event = parse(line, callId)
    if (event && !events.has(event.seq)) events.set(event.seq, event)
  }
  return [...events.values()].toSorted((a, b) => a.seq - b.seq)
}

function parse(line: string, callId: string): CallEvent | undefined {
  try {
    const event = JSON.parse(line) as CallEvent | null
    return event?.callId === callId && Number.isInteger(event.seq) ? event : undefined
  } catch {
    return undefined
  }
}

const corrupt = (callId: string, place: string) =>
  new AppError(
    'SPOOL_CORRUPT',
    {en: `Events of call ${callId} are missing before ${place}.`, ru: `Потеряны события звонка ${callId} перед ${place}.`},
    {
      hint: {
        en: `Close it with \`voicectl call resume ${callId} --close\`.`,
        ru: `Закройте его: \`voicectl call resume ${callId} --close\`.`,
      },
    },
  )
