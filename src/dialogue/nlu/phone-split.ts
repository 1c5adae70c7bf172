import type {Chunk} from './phone-chunks.ts'
import {hearChunk} from './phone-hearing.ts'
import type {JudgeContext} from './phone-judge.ts'

// Two numbers of fifteen digits and what may stand between them.
const mostAtoms = 44

/**
 * Two numbers that were said in one go, as two chunks: «… и …», «старый …, теперь …». Only where the whole is no number, both halves are, and
 * something stands between them.
 */
export function splitNumbers(chunk: Chunk, judge: Omit<JudgeContext, 'plus'>): readonly Chunk[] {
  const {atoms} = chunk
  const context = {...judge, plus: chunk.plus, announced: chunk.announced}
  const borders = atoms.flatMap(({apart}, at) => (at > 0 && apart !== 'never' ? [at] : []))
  if (borders.length === 0 || atoms.length > mostAtoms || hearChunk(chunk, context)) return [chunk]
  const {repair: _, ...plain} = chunk
  for (const border of borders) {
    const first: Chunk = {...chunk, atoms: atoms.slice(0, border), to: atoms[border - 1]!.at + 1}
    const second: Chunk = {...plain, atoms: atoms.slice(border), from: atoms[border]!.at, plus: false, refused: false}
    if ([first, second].every((half) => hearChunk(half, {...context, plus: half.plus})?.guessed === false)) return [first, second]
  }
  return [chunk]
}
