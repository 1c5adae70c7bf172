import {megabyte, readStreamWithin} from '../bounded-read.ts'

/**
 * Everything that stands on stdin, without the line break at its end; undefined when it is not UTF-8.
 * @throws TooLarge when it is no value that anybody sets
 */
export async function readStdin(): Promise<string | undefined> {
  const bytes = await readStreamWithin(process.stdin, megabyte, 'stdin')
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes).replace(/\r?\n$/, '')
  } catch {
    return undefined
  }
}
