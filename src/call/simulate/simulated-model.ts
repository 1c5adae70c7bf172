import type {WantedModel} from '../../config/llm.ts'
import type {DialogueModel} from '../../dialogue/conversation/ports.ts'
import type {TurnInput} from '../../dialogue/engine/input.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import type {CallEvent, TurnTaken} from '../../events/call-event.ts'
import type {Llm} from '../../providers/llm/port.ts'
import {llmOf} from '../../skillbase/effective.ts'
import type {Bot} from '../../skillbase/load-bot.ts'
import type {PromptBase} from '../../skillbase/prompt/base-prompt.ts'

export interface ModelSource {
  /** Undefined when no model is configured. */
  readonly llm: (wanted: WantedModel) => Promise<Llm | undefined>
  readonly basePrompt: PromptBase
  /** Where the skillbase names none. */
  readonly temperature: number
}

/** The model of a skillbase; undefined when none is configured. */
export async function simulatedModel(
  {scenario, skillbase}: Bot,
  {llm, basePrompt, temperature}: ModelSource,
): Promise<DialogueModel | undefined> {
  const wanted = llmOf(skillbase)
  const made = await llm(wanted)
  if (!made) return undefined
  const [{createDialogueModel}, {systemPrompt}] = await Promise.all([
    import('../../dialogue/conversation/model.ts'),
    import('../../skillbase/prompt/system-prompt.ts'),
  ])
  return createDialogueModel({
    llm: made,
    skillbase,
    scenario,
    prompt: (lang) => systemPrompt(skillbase, {lang, base: basePrompt[lang]}),
    temperature: wanted.temperature ?? temperature,
  })
}

/** Tells a model what has happened in a call so far: its own memory went with the process. */
export function recall(model: DialogueModel, events: readonly CallEvent[]): void {
  const exchanges: {input: TurnInput; spoken: string[]; state: DialogueState}[] = []
  for (const event of events) {
    if (event.type !== 'turn.taken') continue
    const {payload} = event
    const input = inputOf(payload, event.at)
    if (input) exchanges.push({input, spoken: [], state: payload.snapshot as DialogueState})
    exchanges.at(-1)?.spoken.push(payload.botText)
  }
  for (const {spoken, ...exchange} of exchanges) model.remember({...exchange, spoken: spoken.filter(Boolean).join(' ')})
}

/** What began an exchange; nothing for results that came within one. */
function inputOf({kind, turn, callerText}: TurnTaken, now: number): TurnInput | undefined {
  switch (kind) {
    case 'user':
    case 'barge_in':
      return {kind: 'user', text: callerText ?? '', now}
    case 'start':
      return {kind: turn === 0 ? 'start' : 'resume', now}
    case 'silence':
      return {kind, now}
    case 'dtmf':
      return {kind, digits: '', now}
    case 'tool_result':
    case 'hangup':
      return undefined
  }
}
