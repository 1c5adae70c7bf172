import {createInterface} from 'node:readline'
import {type CallerAction, callerAction, isScriptLine} from './caller-action.ts'

/** What the caller does, one thing after the other. */
export interface CallerActions extends AsyncIterable<CallerAction> {
  /** Aborted when the caller has left with nothing more to say, whatever the bot is still waiting for. */
  readonly gone?: AbortSignal
}

/** A script, read whole at once, so that a mistake in its last line stops the call before it begins. @throws AppError UNKNOWN_ACTION */
export function scripted(lines: readonly string[]): CallerActions {
  const actions = lines.map(callerAction)
  return (async function* () {
    yield* actions
  })()
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
export async function* piped(lines: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<CallerAction> {
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
    // A pipe that is held open would hold the process.
    process.stdin.destroy()
  }
}
