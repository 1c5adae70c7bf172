type Paint = (text: string) => string

/** Colours carry no meaning of their own: without them every text must still say the same. */
export interface Palette {
  readonly red: Paint
  readonly green: Paint
  readonly yellow: Paint
  readonly bold: Paint
  readonly dim: Paint
}

/** The colours of one stream; plain text when it is not a terminal or the user wants none. */
export function palette(stream: {readonly isTTY?: boolean | undefined}, env: NodeJS.ProcessEnv = process.env): Palette {
  const on = wantsColour(stream, env)
  const paint =
    (open: number, close: number): Paint =>
    (text) =>
      on ? `\u001B[${open}m${text}\u001B[${close}m` : text
  return {red: paint(31, 39), green: paint(32, 39), yellow: paint(33, 39), bold: paint(1, 22), dim: paint(2, 22)}
}

/** `--no-color` arrives here as NO_COLOR. */
function wantsColour(stream: {readonly isTTY?: boolean | undefined}, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return Boolean(stream.isTTY) && env['TERM'] !== 'dumb'
}
