import type {Command} from './command.ts'
import type {Draft} from './draft.ts'
import {hasBusiness, refuseAll} from './patterns.ts'
import {follow} from './transitions.ts'
import {isFirm} from './reading/meaning.ts'
import {mentionsField, namesOption} from './reading/field-words.ts'
import {asksIfItSuits} from './reading/moments/suits.ts'
import {tokenize} from '../nlu/tokens.ts'

/**
 * «Нет, отмените», «мне не интересно»: takes back the matter itself, so it outranks a correction and the answer to whatever was asked.
 * With a value beside it («отмените маникюр, запишите на стрижку») it is more than that. True when the turn is over.
 */
export function callOff(draft: Draft, text: string, kinds: ReadonlySet<string>, commands: readonly Command[]): boolean {
  const wish = wishOf(draft, text, kinds)
  if (wish === undefined || commands.some((command) => isValue(draft, command))) return false
  if (follow(draft, wish)) return true
  // «Мне ничего не надо, отстаньте», asked whether the day suits: no other day is wanted either.
  const {pending} = draft.state
  const asked = pending.kind === 'ask' ? draft.scenario.fields.get(pending.field) : undefined
  if (wish === 'refuse' && asked && asksIfItSuits(asked, draft.state.lang)) {
    refuseAll(draft, 'refused')
    return true
  }
  if (draft.state.pending.kind !== 'confirm_state' || !hasBusiness(draft)) return false
  refuseAll(draft, 'cancelled')
  return true
}

function wishOf({state, scenario}: Draft, text: string, kinds: ReadonlySet<string>): 'cancel' | 'refuse' | undefined {
  if (kinds.has('cancel')) return 'cancel'
  const {pending} = state
  if (!kinds.has('refuse')) return undefined
  // «Да, только смс не надо», «нет, официанты не нужны»: one detail is refused, and not the whole.
  if (pending.kind === 'confirm_state')
    return kinds.has('affirm') || agrees.test(text) || mentionsAny(scenario, text) ? undefined : 'refuse'
  // «Вам интересно?» – «Не интересно.» is the answer.
  const asked = pending.kind === 'ask' ? scenario.fields.get(pending.field) : undefined
  const asksInterest = asked?.askLine[state.lang].some((template) => /интерес|interest/i.test(template.source))
  return asked?.type === 'yesno' && isFirm(text) && !asksInterest ? 'refuse' : undefined
}

/** «Да, и рыбу не надо»: a yes with a reserve. */
export const agrees = /^(?:(?:ну|а) )*(?:да|верно|правильно|вс[её] верно|вс[её] правильно|вс[её] так|yes|yeah|correct|right)(?: |,|$)/i

/** Whether something is named that the flow asks about. */
const mentionsAny = ({fields}: Draft['scenario'], text: string): boolean => {
  const tokens = tokenize(text)
  return [...fields.values()].some((field) => mentionsField(field, tokens) || namesOption(field, tokens))
}

const isValue = ({scenario}: Draft, command: Command): boolean =>
  command.kind === 'set' && scenario.fields.get(command.field)!.type !== 'yesno'
