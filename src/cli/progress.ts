import {type Bilingual, uiLanguage} from '../bilingual.ts'
import {printableWord} from '../printable.ts'

/** How far something is. */
export interface Progress {
  show(text: Bilingual): void
  clear(): void
}

/** Milliseconds between two looks of a person, and between two lines of a log. */
const leastInterval = 100
const logInterval = 10_000

/** A line that is written over on a terminal and goes away when it is done; in a pipe or a log now and then a line of its own. */
export function progressOn(stream: NodeJS.WriteStream, wanted: boolean, now: () => number = () => performance.now()): Progress {
  if (!wanted) return {show: () => {}, clear: () => {}}
  return stream.isTTY && process.env['TERM'] !== 'dumb' ? overwritten(stream, now) : logged(stream, now)
}

function overwritten(stream: NodeJS.WriteStream, now: () => number): Progress {
  let last = -Infinity
  return {
    show(text) {
      if (now() - last < leastInterval) return
      last = now()
      // A line that wraps could not be written over.
      stream.write(`\r\u001B[K${printableWord(text[uiLanguage()]).slice(0, (stream.columns || 80) - 1)}`)
    },
    clear: () => void (last > -Infinity && stream.write('\r\u001B[K')),
  }
}

/** What is over within ten seconds needs no line. */
function logged(stream: NodeJS.WriteStream, now: () => number): Progress {
  let last = now()
  return {
    show(text) {
      if (now() - last < logInterval) return
      last = now()
      stream.write(`${printableWord(text[uiLanguage()])}\n`)
    },
    clear: () => {},
  }
}
