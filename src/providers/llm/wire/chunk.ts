import type {Usage} from '../port.ts'
import {isRecord} from './structure.ts'

/** What one piece of an answer says, whole or streamed, whatever else the server put into it. */
export interface Piece {
  readonly text: string
  readonly finish?: string
  readonly usage?: Usage
  readonly model?: string
  /** An error inside a 200. */
  readonly error?: unknown
  /** The model's own words for "I will not". */
  readonly refusal?: string
  readonly calledTool: boolean
  /** False for a usage chunk, and for an answer with an empty `choices`. */
  readonly hasChoice: boolean
}

/** Reads a `chat.completion` or a `chat.completion.chunk`. Undefined when it is neither. */
export function readPiece(json: unknown): Piece | undefined {
  if (!isRecord(json)) return undefined
  const groq = isRecord(json['x_groq']) ? json['x_groq'] : {}
  const error = json['error'] ?? groq['error']
  const {choices} = json
  if (!Array.isArray(choices)) return error ? {text: '', error, calledTool: false, hasChoice: false} : undefined
  const choice: unknown = choices[0]
  const fields = isRecord(choice) ? choice : {}
  const said = [fields['delta'], fields['message']].find(isRecord) ?? {}
  const usage = readUsage(json['usage']) ?? readUsage(groq['usage'])
  const {refusal} = said
  return {
    text: readContent(said['content']),
    calledTool: [said['tool_calls'], said['function_call']].some((calls) => (Array.isArray(calls) ? calls.length > 0 : isRecord(calls))),
    hasChoice: isRecord(choice),
    ...(typeof fields['finish_reason'] === 'string' && {finish: fields['finish_reason']}),
    ...(usage && {usage}),
    ...(typeof json['model'] === 'string' && {model: json['model']}),
    ...(error !== undefined && error !== null && {error}),
    ...(typeof refusal === 'string' && refusal !== '' && {refusal}),
  }
}

/** A string, or the list of parts that some servers send. */
function readContent(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((part: unknown) => (isRecord(part) && typeof part['text'] === 'string' ? part['text'] : '')).join('')
}

function readUsage(usage: unknown): Usage | undefined {
  if (!isRecord(usage)) return undefined
  const details = usage['prompt_tokens_details']
  const cached = isRecord(details) ? count(details['cached_tokens']) : undefined
  return {
    input: count(usage['prompt_tokens']) ?? 0,
    output: count(usage['completion_tokens']) ?? 0,
    ...(cached !== undefined && {cached}),
  }
}

const count = (value: unknown): number | undefined => (typeof value === 'number' && value >= 0 ? Math.round(value) : undefined)
