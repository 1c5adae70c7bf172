import {isUtf8} from 'node:buffer'
import {firstBadLine} from '../../utf8.ts'
import {issue, type RawIssue} from '../issue.ts'

/** A skillbase is written by people; a file larger than this is something else. */
export const maxBytes = 1024 * 1024

/** The text of a document, or why there is none. Costs nothing for files that are too large. */
export function decode(bytes: Uint8Array): string | RawIssue {
  if (bytes.byteLength > maxBytes) return tooLarge(bytes.byteLength)
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes)
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const line = firstBadLine(bytes)
  return utf16
    ? issue([], 'NOT_UTF8', 'the file is UTF-16; save it as UTF-8', 'файл в UTF-16, сохраните его в UTF-8')
    : issue([], 'NOT_UTF8', `line ${line} is not UTF-8; save the file as UTF-8`, `строка ${line} не в UTF-8, сохраните файл в UTF-8`)
}

/** @param size bytes; give at least what was seen when the end was never reached */
export function tooLarge(size: number): RawIssue {
  const megabytes = (size / maxBytes).toFixed(1)
  return issue([], 'TOO_LARGE', `the file has ${megabytes} MB; at most 1 MB is read`, `в файле ${megabytes} МБ, читается не больше 1 МБ`)
}
