import {createInterface} from 'node:readline'
import {type CallerAction, callerAction, scriptLines} from './caller-action.ts'

/** A script, read whole at once, so that a mistake in its last line stops the call before it begins. @throws AppError UNKNOWN_ACTION */
export function scripted(lines: readonly string[]): AsyncIterable<CallerAction> {
  const actions = lines.map(callerAction)
  return (async function* () {
    yield* actions
  })()
}

/** A person at the terminal. Mistyped actions are answered by `complain` and asked for again; the end of input and `signal` hang up. */
export async function* typed(prompt: string, complain: (error: unknown) => void, signal?: AbortSignal): AsyncGenerator<CallerAction> {
  const terminal = createInterface({input: process.stdin, output: process.stderr, prompt})
  let isOpen = true
  terminal.once('close', () => (isOpen = false))
  const close = () => terminal.close()
  // A terminal that reads lines swallows Ctrl-C; it is the business of whoever watches interrupts.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  signal?.addEventListener('abort', close, {once: true})
  try {
    terminal.prompt()
    for await (const line of terminal) {
      if (line.trim() !== '') {
        try {
          yield callerAction(line)
        } catch (error) {
          complain(error)
        }
      }
      // Ctrl-C and Ctrl-D close it while the bot is thinking, too.
      if (isOpen) terminal.prompt()
    }
  } finally {
    signal?.removeEventListener('abort', close)
    terminal.close()
  }
}

/** A program at the other end of a pipe, which may wait for each answer before it goes on. @throws AppError UNKNOWN_ACTION */
export async function* piped(signal?: AbortSignal): AsyncGenerator<CallerAction> {
  const lines = createInterface({input: process.stdin})
  const close = () => lines.close()
  signal?.addEventListener('abort', close, {once: true})
  try {
    for await (const line of lines) for (const kept of scriptLines(line)) yield callerAction(kept)
  } finally {
    signal?.removeEventListener('abort', close)
    lines.close()
    // Whoever keeps the pipe open does not keep us.
    process.stdin.destroy()
  }
}

/** Everything a pipe has to say. */
export async function pipedLines(): Promise<string[]> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return scriptLines(Buffer.concat(chunks).toString('utf8'))
}
