import type {Plan} from './frames.ts'
import type {Refusal} from './refusals.ts'
import type {ChatRequest, Fault, FaultKind} from './types.ts'

/** Holds the faults that are set and hands out the one that hits a request. */
export function faultBox(): {set(faults: readonly Fault[]): void; next(model: string | undefined): FaultKind | undefined} {
  let active: {fault: Fault; left: number}[] = []
  return {
    set(faults) {
      active = faults.map((fault) => ({fault, left: fault.times ?? Number.POSITIVE_INFINITY}))
    },
    next(model) {
      const hit = active.find(({fault, left}) => left > 0 && (fault.model === undefined || fault.model === model))
      if (!hit) return undefined
      hit.left -= 1
      return hit.fault
    },
  }
}

const statusTexts: Readonly<Record<number, {readonly code?: string; readonly type: string; readonly message: string}>> = {
  401: {code: 'invalid_api_key', type: 'invalid_request_error', message: 'Invalid API Key'},
  403: {type: 'forbidden', message: 'Access denied. Please check your network settings.'},
  404: {code: 'model_not_found', type: 'invalid_request_error', message: 'The model does not exist or you do not have access to it.'},
  429: {code: 'rate_limit_exceeded', type: 'tokens', message: 'Rate limit reached. Please try again later.'},
  500: {type: 'internal_server_error', message: 'Internal Server Error'},
  503: {type: 'service_unavailable', message: 'The server is overloaded. Please try again later.'},
}

export function statusRefusal({status, code, message}: Extract<FaultKind, {kind: 'status'}>): Refusal {
  const usual = statusTexts[status] ?? {type: 'invalid_request_error', message: 'Bad request'}
  return {...usual, status, ...(code !== undefined && {code}), ...(message !== undefined && {message})}
}

/** How a fault changes what is said, as opposed to how it is sent. */
export function distorted(plan: Plan, fault: FaultKind | undefined, request: ChatRequest): Plan {
  switch (fault?.kind) {
    case 'wrong_schema':
      return {...plan, pieces: [request.schema ? '{"something":' : '{"other":', '"else"}'], finish: 'stop'}
    case 'invalid_json':
      // Without a schema nobody expects JSON in the text; then the envelope itself is broken, when it is sent.
      return request.schema ? {...plan, pieces: ['{"intent": "book', '", "slots": {'], finish: 'stop'} : plan
    case 'huge':
      return {
        ...plan,
        pieces: Array.from({length: Math.ceil(fault.characters / 1000)}, () => 'слово '.repeat(167).slice(0, 1000)),
        finish: 'stop',
      }
    case 'tool_call':
      return {...plan, pieces: [], finish: 'tool_calls'}
    default:
      return plan
  }
}

export const toolCall = [
  {index: 0, id: 'call_double', type: 'function', function: {name: 'book_appointment', arguments: '{"time":"10:00"}'}},
]
