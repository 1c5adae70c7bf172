import {LlmError, type LlmErrorKind} from './llm-error.ts'
import type {Llm} from './port.ts'

/** What no repetition and no waiting mends: somebody has to correct the settings. */
const lasting: ReadonlySet<LlmErrorKind> = new Set(['auth', 'model_not_found'])

/** Lets `tell` hear of the first refusal that will be repeated for ever, of whichever model made by the result; everything passes as it is. */
export function tellingRefusal(tell: (error: LlmError) => void): (llm: Llm) => Llm {
  let isTold = false
  const hear = (error: unknown): never => {
    if (!isTold && error instanceof LlmError && lasting.has(error.kind)) {
      isTold = true
      tell(error)
    }
    throw error
  }
  return (llm) => ({
    id: llm.id,
    models: (signal) => llm.models(signal),
    complete: (request, signal) => llm.complete(request, signal).catch(hear),
    async *stream(request, signal) {
      try {
        yield* llm.stream(request, signal)
      } catch (error) {
        hear(error)
      }
    },
  })
}
