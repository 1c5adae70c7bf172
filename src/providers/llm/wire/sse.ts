/** One server-sent event. `event` is empty unless the server named it. */
export interface SseEvent {
  readonly event: string
  readonly data: string
}

export interface SseParser {
  /** The events that these bytes complete. Borders between chunks may fall anywhere, inside a character too. */
  push(bytes: Uint8Array): SseEvent[]
  /** What is left when the connection ends: servers that forget the last empty line still mean their last event. */
  end(): SseEvent[]
}

/** An event longer than this is no chat chunk; characters. */
const longestEvent = 4 * 1024 * 1024

/**
 * Reads an event stream: LF, CRLF and CR line ends, comments, a byte order mark, several `data:` lines in one event.
 * Source: HTML Living Standard, 9.2 "Server-sent events".
 *
 * @throws RangeError from `push` when an event does not end within 4 M characters
 */
export function sseParser(): SseParser {
  const decoder = new TextDecoder()
  let rest = ''
  let event = ''
  let data: string[] = []
  let size = 0

  function flush(into: SseEvent[]): void {
    if (data.length > 0) into.push({event, data: data.join('\n')})
    event = ''
    data = []
    size = 0
  }

  function line(text: string, into: SseEvent[]): void {
    if (text === '') return flush(into)
    const colon = text.indexOf(':')
    const name = colon === -1 ? text : text.slice(0, colon)
    const value = colon === -1 ? '' : text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (name === 'data') data.push(value)
    else if (name === 'event') event = value
    size += text.length
  }

  function lines(last: boolean): SseEvent[] {
    const found: SseEvent[] = []
    const nextBreak = breaks(rest)
    let from = 0
    for (let at = nextBreak(from); at !== -1; at = nextBreak(from)) {
      // A CR at the very end may be the first half of a CRLF.
      if (rest[at] === '\r' && at === rest.length - 1 && !last) break
      line(rest.slice(from, at), found)
      from = rest[at] === '\r' && rest[at + 1] === '\n' ? at + 2 : at + 1
    }
    rest = rest.slice(from)
    if (size + rest.length > longestEvent) throw new RangeError('event without an end')
    return found
  }

  return {
    push(bytes) {
      rest += decoder.decode(bytes, {stream: true})
      return lines(false)
    },
    end() {
      rest += decoder.decode()
      const found = lines(true)
      if (rest !== '') line(rest, found)
      rest = ''
      flush(found)
      return found
    },
  }
}

function breaks(text: string): (from: number) => number {
  // Nearly every stream has no CR at all; looking for one behind every line would read the rest of the chunk again and again.
  if (!text.includes('\r')) return (from) => text.indexOf('\n', from)
  const either = /\r|\n/g
  return (from) => {
    either.lastIndex = from
    return either.exec(text)?.index ?? -1
  }
}
