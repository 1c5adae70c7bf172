import {isUtf8} from 'node:buffer'

/** The text of a file, or the number of its first line (from 1) that is not UTF-8: decoding it anyway would lose what stands there. */
export const utf8 = (bytes: Uint8Array): string | number =>
  // A byte order mark stays: whoever parses the text knows what to do with it.
  isUtf8(bytes) ? new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes) : firstBadLine(bytes)

/** The number of the first line that is not UTF-8, from 1. */
export function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start)
    const next = end === -1 ? bytes.length : end + 1
    if (!isUtf8(bytes.subarray(start, next))) return line
    start = next
    line++
  }
  return line
}
