import {askField} from './ask.ts'
import {clearField, type Draft, flag, note, patch} from './draft.ts'
import {hold} from './patterns.ts'
import {asksWhoItIs} from './reading/names/answers-to-name.ts'
import {enter} from './transitions.ts'

/** «Сейчас позову», «передаю трубку»: whoever speaks next is somebody else, and nobody knows who. True when it is waited for them. */
export function heedCallingOver(draft: Draft, text: string): boolean {
  if (!callsOver.test(text.toLowerCase())) return false
  const {pending} = draft.state
  const field = [...draft.scenario.fields.values()].find(
    (each) =>
      each.type === 'yesno' &&
      asksWhoItIs(each, draft.state.lang) &&
      ((pending.kind === 'ask' && pending.field === each.id) || draft.state.fields[each.id]!.value === true),
  )
  if (!field) return false
  flag(draft, 'called_over')
  // Whoever said yes before is not who speaks next.
  const state = [...draft.scenario.states.values()].find(({collect}) => collect.includes(field.id))
  if (draft.state.fields[field.id]!.value === true && state) {
    clearField(draft, field.id)
    enter(draft, state.id)
    patch(draft, {pending: {kind: 'ask', field: field.id}})
  }
  hold(draft)
  return true
}

/** The first words of whoever was called over answer no question: they are asked who they are. True when they were. */
export function asksWhoCame(draft: Draft, text: string): boolean {
  const {flags, pending} = draft.state
  if (!flags['called_over']) return false
  patch(draft, {flags: {...flags, called_over: false}})
  const field = pending.kind === 'ask' ? draft.scenario.fields.get(pending.field)! : undefined
  if (!field || field.type !== 'yesno' || !asksWhoItIs(field, draft.state.lang) || !picksUp.test(text.toLowerCase())) return false
  note(draft, 'pattern', 'called_over')
  askField(draft, field)
  return true
}

const callsOver =
  /(?:^| )(?:позову|трубку передам|трубку дам|передам (?:\S+ )?трубку|передаю трубку|дам трубку|сейчас подойд[её]т|сейчас дам)(?: |$)|(?:i'll|let me) (?:get|put) (?:him|her|them)|passing (?:you|the phone)/

const picksUp =
  /^(?:(?:да|ну|алло|але|ало|слушаю|я|вас|здравствуйте|добрый|доброе|день|вечер|утро|говорите|кто|это|yes|hello|hi|speaking)(?: |$))+$/
