import {stringify} from 'yaml'
import type {Change} from './changes.ts'

/** One change a line, `+` added, `-` removed, `~` changed; what does not fit on a line follows it, indented. */
export function changesText(changes: readonly Change[]): string {
  return changes.map(lineOf).join('\n')
}

function lineOf(change: Change): string {
  const {path} = change
  switch (change.kind) {
    case 'added':
      return `+ ${path}: ${shown(change.after, '+')}`
    case 'removed':
      return `- ${path}: ${shown(change.before, '-')}`
    case 'moved':
      return `~ ${path}: order is now ${change.after.join(', ')}`
    case 'changed': {
      const [before, after] = [inline(change.before), inline(change.after)]
      if (before.length + after.length <= 90) return `~ ${path}: ${before} → ${after}`
      return `~ ${path}:\n    - ${shown(change.before, '-')}\n    + ${shown(change.after, '+')}`
    }
  }
}

const inline = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

function shown(value: unknown, mark: string): string {
  const short = inline(value)
  if (typeof value !== 'object' || value === null || short.length <= 100) return short
  const lines = stringify(value, {lineWidth: 0}).trimEnd().split('\n')
  return `\n${lines.map((line) => `${mark}     ${line}`).join('\n')}`
}
