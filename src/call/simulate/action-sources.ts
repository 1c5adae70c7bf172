import {createInterface} from 'node:readline'
import {setTimeout} from 'node:timers/promises'
import {type CallerAction, callerAction, isHeard, isScriptLine} from './caller-action.ts'

/** What the caller does, one thing after the other. */
export interface CallerActions extends AsyncIterable<CallerAction> {
  /** Aborted when the caller has left with nothing more to say, whatever the bot is still waiting for. */
  readonly gone?: AbortSignal
  /** How much of what is left nobody will ever hear, once the call is over. */
  readonly unsaid?: () => number
}

/** A script, read whole at once, so that a mistake in its last line stops the call before it begins. @throws AppError UNKNOWN_ACTION */
export function scripted(lines: readonly string[]): CallerActions {
  const actions = lines.map(callerAction)
  const left = [...actions]
  const taken = (async function* () {
    while (left.length > 0) yield left.shift()!
  })()
  return Object.assign(taken, {unsaid: () => left.filter(isHeard).length})
}

/** A person at the terminal. Mistyped actions are answered by `complain` and asked for again; the end of input and `signal` hang up. */
export function typed(prompt: string, complain: (error: unknown) => void, signal?: AbortSignal): CallerActions {
  const left = new AbortController()
  return Object.assign(typedActions(prompt, complain, left, signal), {gone: left.signal})
}

async function* typedActions(
  prompt: string,
  complain: (error: unknown) => void,
  left: AbortController,
  signal: AbortSignal | undefined,
): AsyncGenerator<CallerAction> {
  const terminal = createInterface({input: process.stdin, output: process.stderr, prompt})
  let unheard = 0
  let isClosed = false
  const close = () => terminal.close()
  terminal.on('line', () => unheard++)
  terminal.on('close', () => {
    isClosed = true
    // Lines that were typed ahead are still said.
    if (unheard === 0) left.abort()
  })
  // A terminal that reads lines swallows Ctrl-C; it is the business of whoever watches interrupts.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  signal?.addEventListener('abort', close, {once: true})
  try {
    terminal.prompt()
    for await (const line of terminal) {
      unheard--
      if (line.trim() !== '') {
        try {
          yield callerAction(line)
        } catch (error) {
          complain(error)
        }
      }
      if (!isClosed) terminal.prompt()
    }
  } finally {
    signal?.removeEventListener('abort', close)
    terminal.close()
  }
}

/**
 * Whoever writes into a pipe hears the answer to each line before the next. The end of the pipe and `signal` hang up.
 * @throws AppError UNKNOWN_ACTION at a line that means nothing
 */
export function piped(lines: AsyncIterable<string>, signal: AbortSignal): CallerActions {
  const left: string[] = []
  return Object.assign(pipedActions(lines, signal, left), {unsaid: () => left.filter(isHeardLine).length})
}

/** @param left takes the lines that were there when nobody listened any more */
async function* pipedActions(lines: AsyncIterable<string>, signal: AbortSignal, left: string[]): AsyncGenerator<CallerAction> {
  const reading = lines[Symbol.asyncIterator]()
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), {once: true})
  })
  try {
    while (!signal.aborted) {
      const next = await Promise.race([reading.next(), aborted])
      if (!next || next.done) return
      if (isScriptLine(next.value)) yield callerAction(next.value)
    }
  } finally {
    if (!signal.aborted) for await (const line of whatIsThere(reading)) left.push(line)
    // A pipe that is held open would hold the process.
    process.stdin.destroy()
  }
}

/** Ms. Whoever talks through a pipe waits for answers; a file or a list of lines is there at once. */
const grace = 100
/** Nobody's script is longer, and some pipes never end. */
const mostLines = 1000

/** What is in a pipe already, without waiting for more. */
async function* whatIsThere(reading: AsyncIterator<string>): AsyncGenerator<string> {
  for (let count = 0; count < mostLines; count++) {
    const waited = new AbortController()
    const late = setTimeout(grace, undefined, {signal: waited.signal}).catch(() => undefined)
    // What is wrong with a line that nobody hears is nobody's concern.
    const next = await Promise.race([reading.next().catch(() => undefined), late])
    waited.abort()
    if (!next || next.done) return
    yield next.value
  }
}

/** What means nothing was not said either. */
function isHeardLine(line: string): boolean {
  if (!isScriptLine(line)) return false
  try {
    return isHeard(callerAction(line))
  } catch {
    return true
  }
}
