import {createInterface} from 'node:readline'
import {type CallerAction, callerAction, scriptLines} from './caller-action.ts'

/** A script, line by line; read whole first, so that a mistake in its last line stops the call before it begins. */
export async function* scripted(lines: readonly string[]): AsyncGenerator<CallerAction> {
  for (const action of lines.map(callerAction)) yield action
}

/** A person at the terminal. Mistyped actions are answered by `complain` and asked for again. */
export async function* typed(prompt: string, complain: (error: unknown) => void): AsyncGenerator<CallerAction> {
  const terminal = createInterface({input: process.stdin, output: process.stderr, prompt})
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
      terminal.prompt()
    }
  } finally {
    terminal.close()
  }
}

/** Everything a pipe has to say. */
export async function pipedLines(): Promise<string[]> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return scriptLines(Buffer.concat(chunks).toString('utf8'))
}
