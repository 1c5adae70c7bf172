import {appendFileSync, existsSync, readFileSync} from 'node:fs'
import type {ToolRunner} from '../../src/dialogue/conversation/ports.ts'

/**
 * A calendar that outlives the processes that use it. Every request is written down as `asked KEY`, every booking as `done KEY`; a key that is
 * done is not done again. With `hang` it books and then never answers.
 */
export function ledgerTools(file: string, {hang = false} = {}): ToolRunner {
  return {
    async run({use, key}) {
      if (use !== 'calendar.book') return {ok: true}
      appendFileSync(file, `asked ${key}\n`)
      if (!entries(file, 'done').includes(key)) appendFileSync(file, `done ${key}\n`)
      if (hang) await new Promise(() => setInterval(() => {}, 1000))
      return {ok: true, id: 'booking-1'}
    },
  }
}

export const entries = (file: string, what: 'asked' | 'done'): string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith(`${what} `))
        .map((line) => line.slice(what.length + 1))
    : []
