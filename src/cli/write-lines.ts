import {once} from 'node:events'
import {redact} from '../config/secret.ts'
import {brokenPipe} from './interrupt.ts'

/**
 * Prints one JSON document a line as they come, no faster than they are read.
 * @throws what aborted `signal`: Ctrl-C, or the reader of stdout going away
 */
export async function writeLines(documents: AsyncIterable<unknown>, signal: AbortSignal): Promise<void> {
  for await (const document of documents) {
    signal.throwIfAborted()
    if (process.stdout.write(`${redact(JSON.stringify(document))}\n`)) continue
    await once(process.stdout, 'drain', {signal}).catch((error: unknown) => {
      signal.throwIfAborted()
      throw (error as NodeJS.ErrnoException).code === 'EPIPE' ? brokenPipe : error
    })
  }
}
