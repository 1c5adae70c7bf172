import {createHash} from 'node:crypto'
import type {ChatRequest, Replies, Reply, ReplyParts} from './types.ts'

/** The name of a recorded answer: the first 16 hex digits of SHA-256 over the roles and texts. Model and temperature do not count. */
export function promptHash(messages: readonly {readonly role: string; readonly content: string}[]): string {
  const text = JSON.stringify(messages.map(({role, content}) => [role, content]))
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Picks the answer for a request; see `Replies` for the order. */
export function replySource({queue = [], fixtures = {}, script}: Replies): (request: ChatRequest) => ReplyParts {
  const waiting = [...queue]
  return (request) => {
    const reply = waiting.shift() ?? fixtures[promptHash(request.messages)] ?? script?.(request) ?? fallback(request)
    return parts(reply)
  }
}

/** Text as pieces of about a token: words cut after four characters, each with the space before it. */
export const piecesOf = (text: string): string[] => text.match(/\s*\S{1,4}|\s+$/gu) ?? []

const parts = (reply: Reply): ReplyParts => {
  if (typeof reply === 'string') return {text: reply}
  return reply.json === undefined ? reply : {...reply, text: JSON.stringify(reply.json)}
}

const fallback = ({schema}: ChatRequest): Reply => (schema ? {json: emptiest(schema.schema)} : 'Understood.')

/** The emptiest value that fits a schema: null where it may be, else nothing, zero, the first choice. */
export function emptiest(schema: Readonly<Record<string, unknown>>): unknown {
  const {enum: options, const: only, anyOf, properties} = schema
  if (only !== undefined) return only
  if (Array.isArray(options)) return options.includes(null) ? null : options[0]
  const variants = anyOf as Readonly<Record<string, unknown>>[] | undefined
  if (variants) return emptiest(variants.find(({type}) => type === 'null') ?? variants[0] ?? {})
  const types = [schema['type']].flat()
  if (types.includes('null')) return null
  switch (types[0]) {
    case 'object':
      return Object.fromEntries(Object.entries(properties ?? {}).map(([name, child]) => [name, emptiest(child as Record<string, unknown>)]))
    case 'array':
      return []
    case 'string':
      return ''
    case 'boolean':
      return false
    case 'number':
    case 'integer':
      return 0
    default:
      return null
  }
}
