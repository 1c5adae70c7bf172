import {createDialogueModel} from '../../dialogue/conversation/model.ts'
import {localTime} from '../../dialogue/engine/local-time.ts'
import {understand} from '../../dialogue/engine/reading/understand.ts'
import {compileScenario} from '../../dialogue/engine/scenario/compile.ts'
import {initialState, takeTurn} from '../../dialogue/engine/turn.ts'
import type {Llm, LlmRequest} from '../../providers/llm/port.ts'
import {fingerprint} from '../../skillbase/fingerprint.ts'
import type {Language} from '../../skillbase/schema/primitives.ts'
import type {Skillbase} from '../../skillbase/schema/skillbase.ts'

export interface FirstTurn {
  readonly lang: Language
  /** Milliseconds since the Unix epoch. */
  readonly now: number
  /** Zone of a skillbase that names none. */
  readonly timezone: string
  /** What is known of the other side. */
  readonly contact: Readonly<Record<string, string>>
  /** The first words of the caller. */
  readonly say: string
  /** Whether the model is also to answer, as in mode full. */
  readonly reply: boolean
  /** The system prompt in a language. */
  readonly prompt: (lang: Language) => string
}

/** What a model is asked when a caller has said their first words: taken from the dialogue itself, so it is what a call would send. */
export async function firstRequest(
  skillbase: Skillbase,
  {lang, now, timezone, contact, say, reply, prompt}: FirstTurn,
): Promise<LlmRequest> {
  const scenario = compileScenario(skillbase, fingerprint(skillbase), {timezone})
  const {llm, asked} = listening()
  const model = createDialogueModel({llm, skillbase, scenario, prompt, temperature: 0})
  const input = {kind: 'start', now} as const
  const fresh = initialState(scenario, {callId: 'preview', direction: 'inbound', caller: '', contact, seed: 1, now})
  const {state, text} = takeTurn(scenario, {...fresh, lang}, input)
  model.remember({input, spoken: text, state})
  const understanding = understand(scenario, state, say, localTime(now, scenario.timezone))
  const request = {state, understanding, now, deadlineMs: 0, reply}
  await model.understand(request, new AbortController().signal).catch(() => {})
  return asked()
}

/** A model that answers nothing and remembers what it was asked. */
function listening(): {readonly llm: Llm; readonly asked: () => LlmRequest} {
  let heard: LlmRequest | undefined
  const llm: Llm = {
    id: 'preview',
    complete(request) {
      heard = request
      return Promise.reject(new Error('a preview asks nobody'))
    },
    stream() {
      throw new Error('a preview asks nobody')
    },
    models: async () => [],
  }
  return {llm, asked: () => heard!}
}
