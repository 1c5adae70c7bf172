import type {JsonSchema} from '../port.ts'
import {structureProblem} from './structure.ts'

export type JsonAnswer = {readonly json: unknown} | {readonly problem: string}

/** The JSON in a model's answer. Prose or a code fence around it is forgiven; the wrong outline is not. */
export function jsonAnswer(text: string, schema: JsonSchema): JsonAnswer {
  const parsed = parse(text) ?? firstObject(text)
  if (!parsed) return {problem: text.trim() === '' ? 'empty answer' : 'no JSON in the answer'}
  const problem = structureProblem(parsed.json, schema)
  return problem === undefined ? parsed : {problem}
}

function parse(text: string): {readonly json: unknown} | undefined {
  try {
    return {json: JSON.parse(text) as unknown}
  } catch {
    return undefined
  }
}

/** The first balanced `{…}` that parses. Braces inside strings do not count. */
function firstObject(text: string): {readonly json: unknown} | undefined {
  for (let start = text.indexOf('{'), tries = 0; start !== -1 && tries < 8; start = text.indexOf('{', start + 1), tries += 1) {
    const end = closingBrace(text, start)
    const found = end === -1 ? undefined : parse(text.slice(start, end + 1))
    if (found) return found
  }
  return undefined
}

function closingBrace(text: string, start: number): number {
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at += 1) {
    const char = text[at]
    if (quoted) {
      if (char === '\\') at += 1
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{') depth += 1
    else if (char === '}' && --depth === 0) return at
  }
  return -1
}
