import {type Bilingual, uiLanguage} from '../bilingual.ts'

/** A line that says how far something is and goes away when it is done. */
export interface Progress {
  show(text: Bilingual): void
  clear(): void
}

const leastInterval = 100

/** Only for a person who watches: in a pipe there is no line to write over. */
export function progressOn(stream: NodeJS.WriteStream, wanted: boolean): Progress {
  if (!wanted || !stream.isTTY || process.env['TERM'] === 'dumb') return {show: () => {}, clear: () => {}}
  let last = -Infinity
  return {
    show(text) {
      if (performance.now() - last < leastInterval) return
      last = performance.now()
      // A line that wraps could not be written over.
      stream.write(`\r\u001B[K${text[uiLanguage()].slice(0, (stream.columns || 80) - 1)}`)
    },
    clear: () => void (last > -Infinity && stream.write('\r\u001B[K')),
  }
}
