import {printable} from '../printable.ts'

type Paint = (text: string) => string

/** Colours carry no meaning of their own: without them every text must still say the same. */
export interface Palette {
  readonly red: Paint
  readonly green: Paint
  readonly yellow: Paint
  readonly bold: Paint
  readonly dim: Paint
}

/**
 * Stands for the escape character in what we have painted until it is printed: every other one has come from outside, in a path or a name, and a
 * terminal must not obey it. Drawn anew in every process, so that nobody can write it beforehand.
 */
const ours = `\u{F8FF}${Math.random().toString(36).slice(2)}`

/** A painted text as a file or a pipe gets it: whatever is in it, with our colours. */
export const coloured = (text: string): string => text.replaceAll(ours, '\u001B')

/** A painted text as a terminal gets it: our colours are all that it obeys. */
export const forTerminal = (text: string): string => coloured(printable(text))

/** To be printed by `coloured` or `forTerminal`. The colours of one stream; plain text when it is not a terminal or the user wants none. */
export function palette(stream: {readonly isTTY?: boolean | undefined}, env: NodeJS.ProcessEnv = process.env): Palette {
  const on = wantsColour(stream, env)
  const paint =
    (open: number, close: number): Paint =>
    (text) =>
      on ? `${ours}[${open}m${text}${ours}[${close}m` : text
  return {red: paint(31, 39), green: paint(32, 39), yellow: paint(33, 39), bold: paint(1, 22), dim: paint(2, 22)}
}

/** `--no-color` arrives here as NO_COLOR. */
function wantsColour(stream: {readonly isTTY?: boolean | undefined}, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return Boolean(stream.isTTY) && env['TERM'] !== 'dumb'
}
