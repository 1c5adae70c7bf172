import {once} from 'node:events'
import {brokenPipe} from './interrupt.ts'

/**
 * Prints one JSON document a line as they come, no faster than they are read.
 * @throws what aborted `signal`: Ctrl-C, or the reader of stdout going away
 */
export async function writeLines(documents: AsyncIterable<unknown>, signal: AbortSignal): Promise<void> {
  await writeTexts(jsonOf(documents), signal)
}

async function* jsonOf(documents: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const document of documents) yield JSON.stringify(document)
}

/** The same with texts that are ready, each with a line break behind it. */
export async function writeTexts(texts: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  for await (const text of texts) {
    signal.throwIfAborted()
    if (process.stdout.write(`${text}\n`)) continue
    await once(process.stdout, 'drain', {signal}).catch((error: unknown) => {
      signal.throwIfAborted()
      throw (error as NodeJS.ErrnoException).code === 'EPIPE' ? brokenPipe : error
    })
  }
}
