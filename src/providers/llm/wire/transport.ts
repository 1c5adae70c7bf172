import type {Dialect} from './dialect.ts'
import type {ChatBody} from './body.ts'
import type {Refusal} from './failure.ts'

/** One way to an OpenAI-compatible endpoint. It carries; deadlines, retries and the meaning of answers are not its business. */
export interface Transport {
  /** As in the id of the model: `groq`, `openai`. */
  readonly provider: string
  /** Without login and query; the key under which habits of the server are remembered. */
  readonly baseUrl: string
  /** Values that must not appear in an error. */
  readonly secrets: readonly string[]
  readonly dialect: Dialect
  /** Any HTTP answer resolves; rejects when there was none, and when the signal aborts. */
  chat(body: ChatBody, signal: AbortSignal): Promise<Reply>
  models(signal: AbortSignal): Promise<Reply>
}

export type Reply = {readonly ok: true; readonly response: Response} | ({readonly ok: false} & Refusal)

const longestRefusal = 16_384

/** Turns a fetch response into a reply; of a refusal only the beginning is read. */
export async function toReply(response: Response): Promise<Reply> {
  if (response.ok) return {ok: true, response}
  const {status, headers} = response
  return {ok: false, status, headers, body: await beginning(response)}
}

async function beginning(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes as Uint8Array, {stream: true})
    if (text.length > longestRefusal) break
  }
  return text
}
