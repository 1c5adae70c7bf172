import {LlmError} from '../../providers/llm/llm-error.ts'
import type {Completion, Delta, Llm, LlmRequest} from '../../providers/llm/port.ts'
import {promptHash} from '../../simulator/openai/replies.ts'
import type {RecordedReply, Recording} from './recording.ts'

/** A model whose answers are kept as they come. */
export function recordingLlm(live: Llm, recording: Recording): Llm {
  const keep = (request: LlmRequest, {text, json, model, usage}: Completion) =>
    recording.store(promptHash(request.messages), {text, ...(json !== undefined && {json}), model, usage})
  return {
    id: live.id,
    models: (signal) => live.models(signal),
    async complete(request, signal) {
      const completion = await live.complete(request, signal)
      keep(request, completion)
      return completion
    },
    async *stream(request, signal) {
      for await (const delta of live.stream(request, signal)) {
        if (delta.kind === 'end') keep(request, delta.completion)
        yield delta
      }
    },
  }
}

/** A model that says again what was recorded. A prompt it does not know fails as an unknown model would, and is counted. */
export function replayingLlm(recording: Recording): Llm {
  const replay = ({messages}: LlmRequest): RecordedReply => {
    const reply = recording.replay(promptHash(messages))
    if (reply) return reply
    throw new LlmError('model_not_found', {provider: 'recorded', model: 'recorded', detail: 'no reply to this prompt was recorded'})
  }
  return {
    id: 'recorded',
    models: async () => [],
    complete: async (request) => completionOf(replay(request)),
    async *stream(request): AsyncGenerator<Delta> {
      const completion = completionOf(replay(request))
      yield {kind: 'text', text: completion.text}
      yield {kind: 'end', completion}
    },
  }
}

const completionOf = (reply: RecordedReply): Completion => ({...reply, firstTokenMs: 0, totalMs: 0, finish: 'stop'})
