import type {Completion, Llm, LlmRequest} from '../../src/providers/llm/port.ts'

/** What a model answers: JSON for a request with a schema, text for one without; an error to fail with. */
export type LlmAnswer = Error | {readonly json?: unknown; readonly text?: string}

/** A model that answers as told and keeps what it was asked. */
export function scriptedLlm(answer: (request: LlmRequest) => LlmAnswer | Promise<LlmAnswer>) {
  const requests: LlmRequest[] = []
  const llm: Llm = {
    id: 'test:scripted',
    async complete(request): Promise<Completion> {
      requests.push(request)
      const given = await answer(request)
      if (given instanceof Error) throw given
      const text = given.text ?? JSON.stringify(given.json)
      return {text, json: given.json, usage: {input: 100, output: 20}, firstTokenMs: 1, totalMs: 2, model: 'scripted', finish: 'stop'}
    },
    stream() {
      throw new Error('nobody streams here')
    },
    models: async () => [],
  }
  return {llm, requests}
}
