import type {Command} from './command.ts'
import type {Draft} from './draft.ts'
import {leads} from './edges.ts'
import {isSomebodyElse} from './somebody-else.ts'
import {isConditional} from './reading/wishes/conditional.ts'
import {isDoneAlready} from './reading/wishes/done-already.ts'
import {isInPart} from './reading/wishes/in-part.ts'
import type {Understanding} from './reading/understand.ts'

/**
 * Wishes that are heard only where an edge waits for them: that somebody else is speaking, that it is done already, that something is
 * said under a condition, or of a part only.
 * Most flows have no use for the difference; one that books a promise, or asks for a consent, does.
 */
export function withAwaited(draft: Draft, {commands, utterance}: Understanding): readonly Command[] {
  const heard = Object.entries(awaited).filter(([id, hears]) => leads(draft, id) && hears(draft, utterance.text))
  return [...commands, ...heard.map(([id]): Command => ({kind: 'intent', id, source: 'rule', confidence: 0.8}))]
}

const awaited: Readonly<Record<string, (draft: Draft, text: string) => boolean>> = {
  somebody_else: isSomebodyElse,
  done_already: ({state: {pending}, scenario}, text) => pending.kind === 'ask' && isDoneAlready(text, scenario.fields.get(pending.field)!),
  conditional: (_draft, text) => isConditional(text),
  in_part: ({state}, text) => isInPart(text, state.contact['amount'], state.lang),
}
