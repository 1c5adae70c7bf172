import type {ServerResponse} from 'node:http'
import {toolCall} from './faults.ts'
import {chunkJson, completionJson, type Plan, usageJson} from './frames.ts'
import type {ChatRequest, FaultKind, Framing} from './types.ts'

export interface Sending {
  readonly response: ServerResponse
  readonly request: ChatRequest
  readonly plan: Plan
  readonly fault: FaultKind | undefined
  readonly framing: Framing
  readonly dialect: 'openai' | 'groq'
  readonly random: () => number
  /** Waits as long as the next piece takes; false when the client has left meanwhile. */
  readonly pace: (what: 'first' | 'piece' | number) => Promise<boolean>
}

/** Writes an answer in one piece. */
export async function sendWhole(sending: Sending): Promise<void> {
  const {response, plan, fault, request, pace, random} = sending
  if (!(await pace('first'))) return
  for (const _ of plan.pieces) if (!(await pace('piece'))) return
  const body = completionJson(plan)
  const choices =
    fault?.kind === 'empty_choices' ? [] : body.choices.map((choice) => (fault?.kind === 'tool_call' ? withCall(choice) : choice))
  const text = JSON.stringify({...body, choices, ...(sending.dialect === 'groq' && {x_groq: {id: plan.id}})})
  switch (fault?.kind) {
    case 'garbage':
      return end(response, garbage(random, 400))
    case 'invalid_json':
      return end(response, request.schema ? text : text.slice(0, -20))
    case 'truncated':
      return end(response, text.slice(0, text.length / 2))
    case 'reset':
      response.write(text.slice(0, text.length / 2), () => reset(response))
      return
    case 'slow_drip':
      return drip(sending, text, fault.byteMs)
    case 'error_event':
      return end(response, JSON.stringify(errorJson(fault.code)))
    default:
      return end(response, text)
  }
}

/** Writes an event stream, piece by piece. */
export async function sendStream(sending: Sending): Promise<void> {
  const {response, fault, pace, random, dialect, framing, request} = sending
  const event = (json: unknown, name?: string) => frame(framing, JSON.stringify(json), name)
  if (!(await pace('first'))) return
  if (fault?.kind === 'garbage') return end(response, garbage(random, 400))
  if (fault?.kind === 'slow_drip') return drip(sending, [...events(sending)].map((json) => event(json)).join(''), fault.byteMs)

  const stopAfter = fault && 'after' in fault ? fault.after : Number.POSITIVE_INFINITY
  let said = 0
  for (const json of events(sending)) {
    const speaks = typeof (json.choices[0] as {delta?: {content?: string}} | undefined)?.delta?.content === 'string'
    if (speaks && said >= stopAfter) break
    if (speaks && said > 0 && !(await pace('piece'))) return
    if (speaks) said += 1
    const text = event(json)
    response.write(fault?.kind === 'invalid_json' && said === 1 && !request.schema ? text.replace('"choices":', '"choices"') : text)
  }
  if (fault?.kind === 'reset') return void response.write('\n', () => reset(response))
  if (fault?.kind === 'truncated') return end(response, '')
  if (fault?.kind === 'error_event') return end(response, event(errorJson(fault.code), dialect === 'groq' ? 'error' : undefined))
  if (fault?.kind === 'never_ends') return
  end(response, framing.noDone ? '' : frame(framing, '[DONE]'))
}

interface ChunkJson {
  readonly choices: readonly unknown[]
  readonly [field: string]: unknown
}

function* events({plan, fault, request, dialect}: Sending): Generator<ChunkJson> {
  if (fault?.kind === 'empty_choices') {
    yield {...chunkJson(plan, {}), choices: []}
    return
  }
  const id = {x_groq: {id: plan.id}}
  yield {...chunkJson(plan, {role: 'assistant', content: dialect === 'groq' ? null : '', refusal: null}), ...(dialect === 'groq' && id)}
  for (const reasoning of plan.reasoning) yield chunkJson(plan, {reasoning})
  if (plan.refusal !== undefined) yield chunkJson(plan, {refusal: plan.refusal})
  if (fault?.kind === 'tool_call') yield chunkJson(plan, {tool_calls: toolCall})
  for (const content of plan.pieces) yield chunkJson(plan, {content})
  if (fault && 'after' in fault) return
  const counts = usageJson(plan.counts)
  yield {...chunkJson(plan, {}, plan.finish), ...(dialect === 'groq' && {x_groq: {...id.x_groq, usage: counts}, usage: counts})}
  const wanted = request.body['stream_options'] as {include_usage?: boolean} | undefined
  if (dialect === 'openai' && wanted?.include_usage) yield {...chunkJson(plan, {}), choices: [], usage: counts}
}

function frame({newline = '\n', comments}: Framing, data: string, name?: string): string {
  const lines = [...(comments ? [': keep-alive', ''] : []), ...(name ? [`event: ${name}`] : []), `data: ${data}`, '', '']
  return lines.join(newline)
}

const errorJson = (code = 'server_error') => ({
  error: {message: 'The server had an error while processing your request.', type: 'server_error', code},
})

const withCall = (choice: {readonly message: object}) => ({
  ...choice,
  message: {...choice.message, content: null, tool_calls: toolCall},
  finish_reason: 'tool_calls',
})

function garbage(random: () => number, length: number): Buffer {
  return Buffer.from(Array.from({length}, () => Math.floor(random() * 256)))
}

async function drip({response, pace}: Sending, text: string, byteMs: number): Promise<void> {
  for (const byte of Buffer.from(text)) {
    if (!(await pace(byteMs))) return
    response.write(Buffer.of(byte))
  }
  end(response, '')
}

/** A real reset, not a polite close. */
function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy()
}

function end(response: ServerResponse, last: string | Buffer): void {
  response.end(last)
}
