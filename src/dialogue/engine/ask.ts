import type {LineId} from '../../skillbase/schema/line-ids.ts'
import type {Value} from './command.ts'
import {clearField, count, type Draft, isKnown, note, patch, patchField, say, sayLine} from './draft.ts'
import {noLine} from './scenario/line.ts'
import type {ScenarioField, ScenarioState} from './scenario/scenario.ts'
import type {Pending} from './state.ts'
import {spokenInFull} from './voice.ts'

/** The next thing the bot wants: confirm what is doubtful, ask what is missing, else whatever the state is about. One question a turn. */
export function askNext(draft: Draft): void {
  if (draft.state.ending || draft.state.pending.kind === 'tool') return
  // Something was asked for already, a number to call back on.
  if (draft.state.pending.kind === 'ask' && draft.acts.at(-1)?.kind === 'ask') return
  const state = draft.scenario.states.get(draft.state.state)!
  const doubtful = nextDoubtful(draft)
  if (doubtful) return confirmField(draft, doubtful)
  const missing = reopenedField(draft, state) ?? nextMissing(draft, state)
  if (missing) return askField(draft, missing)
  if (state.type === 'confirm') return askConfirmState(draft, state)
  if (state.type === 'collect') {
    // Everything is here and no edge leads on: an open question keeps the caller in charge.
    if (draft.state.pending.kind !== 'what_to_change') patch(draft, {pending: {kind: 'open'}})
    return askOpen(draft)
  }
  patch(draft, {pending: {kind: 'open'}})
  askOpen(draft)
}

/** A value that was understood but must be read back, or chosen among, before it counts. */
const nextDoubtful = ({scenario, state}: Draft): ScenarioField | undefined => {
  const {readAhead} = scenario.states.get(state.state)!
  return [...scenario.fields.values()].find(({id}) => {
    const {status} = state.fields[id]!
    // Where no summary is to come any more, what was held for it is read back after all.
    return status === 'candidate' || (status === 'held' && (!readAhead.has(id) || state.flags['capturing'] === true))
  })
}

/** A field of an earlier state that was taken back: it is asked for before what comes next. */
function reopenedField({scenario, state: {pending, fields}}: Draft, {collect}: ScenarioState): ScenarioField | undefined {
  if (pending.kind !== 'ask' || collect.includes(pending.field) || isKnown(fields[pending.field])) return undefined
  return fields[pending.field]!.status === 'skipped' ? undefined : scenario.fields.get(pending.field)
}

export function nextMissing({scenario, state}: Draft, {collect}: ScenarioState): ScenarioField | undefined {
  const id = collect.find((each) => {
    const field = state.fields[each]!
    if (isKnown(field) || field.status === 'skipped' || field.status === 'candidate') return false
    return scenario.fields.get(each)!.required || field.asked === 0 || isAwaited(state.pending, each)
  })
  return id === undefined ? undefined : scenario.fields.get(id)
}

const isAwaited = (pending: Pending, id: string): boolean => pending.kind === 'ask' && pending.field === id

/** Asks for a field: its own words first, then its re-asks, then ours. */
export function askField(draft: Draft, field: ScenarioField): void {
  if (offerCallerId(draft, field)) return
  const {lang} = draft.state
  const {asked, attempts, partial} = draft.state.fields[field.id]!
  patch(draft, {pending: {kind: 'ask', field: field.id}})
  patchField(draft, field.id, {asked: asked + 1})
  note(draft, 'ask', field.id)
  const options = {kind: 'ask', key: `ask.${field.id}`, rephrase: true} as const
  if (partial?.digits) {
    say(draft, 'heard_digits', {...options, value: [...partial.digits].join(' '), rephrase: false})
    return remember(draft)
  }
  const isWorded = field.askLine[lang].length > 0 && field.reaskLine[lang].length === 0 && field.type !== 'phone' && field.type !== 'email'
  // A skillbase's own question is put once more before our hint replaces it; dictation needs the hint at once.
  if (attempts > (isWorded ? 1 : 0) && sayReask(draft, field, attempts)) return
  const isAsked = field.askLine[lang].length > 0 && sayLine(draft, field.askLine, options) !== ''
  if (!isAsked && !say(draft, builtInAsk(field), {...options, value: optionList(field, draft)})) sayLine(draft, field.askLine, options)
  remember(draft)
}

/** Before anybody dictates eleven digits: «Записать номер, с которого вы звоните?» A skillbase that words the question itself is left alone. */
function offerCallerId(draft: Draft, field: ScenarioField): boolean {
  const {caller, fields, lang} = draft.state
  const {asked, attempts, status} = fields[field.id]!
  if (field.type !== 'phone' || caller === '' || asked > 0 || attempts > 0 || status !== 'empty' || field.askLine[lang].length > 0)
    return false
  patchField(draft, field.id, {value: caller, status: 'candidate', source: 'caller_id', asked: 1})
  patch(draft, {pending: {kind: 'confirm', field: field.id}})
  note(draft, 'offer', `${field.id}: caller id`)
  say(draft, 'callback_number', {kind: 'confirm', key: `ask.${field.id}`})
  remember(draft)
  return true
}

const builtInAsk = ({type, isBirth}: ScenarioField): LineId => (isBirth ? 'ask.birth_date' : `ask.${type}`)

const builtInReask = ({type, isBirth}: ScenarioField): LineId => (isBirth ? 'reask.birth_date' : `reask.${type}`)

function sayReask(draft: Draft, field: ScenarioField, attempts: number): boolean {
  const {lang} = draft.state
  const own = field.reaskLine[lang]
  const key = `reask.${field.id}`
  const spoken =
    own.length > 0
      ? sayLine(draft, {...noLine, [lang]: [own[Math.min(attempts, own.length) - 1]!]}, {kind: 'ask', key, rephrase: true})
      : say(draft, builtInReask(field), {kind: 'ask', key, value: optionList(field, draft), rephrase: true})
  if (spoken) remember(draft)
  return spoken !== ''
}

/** Nobody remembers more of a list that is read out. */
const mostNamed = 6

/** `маникюр, стрижка или окрашивание` */
export function optionList(field: ScenarioField, {state}: Draft): string {
  const names = [...field.optionSay.values()].map((say) => say[state.lang])
  const isLong = names.length > mostNamed
  return listOf(isLong ? [...names.slice(0, mostNamed - 1), state.lang === 'ru' ? 'другое' : 'something else'] : names, state.lang)
}

export function listOf(names: readonly string[], lang: 'ru' | 'en'): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} ${lang === 'ru' ? 'или' : 'or'} ${names.at(-1)}`
}

/** How often a choice between readings is offered before the likelier one is just read back. */
const patience = 4

/** Reads a value back and waits for yes or no; among several readings, offers them. */
export function confirmField(draft: Draft, field: ScenarioField): void {
  const {value, alts, asked} = draft.state.fields[field.id]!
  if (value === undefined) return clearField(draft, field.id)
  askAnew(draft, field.id)
  const spoken = (each: Value) => spokenInFull(draft.scenario, field.id, each, draft.state.lang, draft.local.date)
  const again = draft.state.pending.kind === 'confirm' && draft.state.pending.field === field.id
  if (alts && alts.length > 1 && asked < patience && (field.type === 'enum' || field.type === 'date' || field.type === 'time')) {
    patch(draft, {pending: {kind: 'choose', field: field.id, alts: alts.slice(0, 3)}})
    note(draft, 'choose', field.id)
    say(draft, 'choose', {kind: 'confirm', value: listOf(alts.slice(0, 3).map(spoken), draft.state.lang)})
  } else {
    patch(draft, {pending: {kind: 'confirm', field: field.id}})
    note(draft, 'confirm', field.id)
    say(draft, again ? 'confirm.again' : confirmLine(field), {kind: 'confirm', key: `confirm.${field.id}`, value: spoken(value)})
  }
  patchField(draft, field.id, {asked: asked + 1})
  remember(draft)
}

/** A question that may be passed over was cut short by putting something else right; it was not answered, so it is asked again. */
export function askAnew(draft: Draft, instead?: string): void {
  const {pending, fields} = draft.state
  if (pending.kind !== 'ask' || pending.field === instead || draft.scenario.fields.get(pending.field)!.required) return
  const {status, asked} = fields[pending.field]!
  if (status === 'empty') patchField(draft, pending.field, {asked: Math.max(0, asked - 1)})
}

const confirmLine = ({type}: ScenarioField): LineId =>
  type === 'phone' || type === 'email' || type === 'address' ? `confirm.${type}` : 'confirm'

export function askConfirmState(draft: Draft, state: ScenarioState): void {
  patch(draft, {pending: {kind: 'confirm_state'}})
  dropEcho(draft, state)
  if (!sayLine(draft, state.say, {kind: 'confirm', key: `state.${state.id}`})) say(draft, 'confirm', {kind: 'confirm', value: ''})
  remember(draft)
}

/** «Так, улица Мира, дом пять. Итак, … улица Мира, дом пять?»: a value that the very next sentence reads out needs no echo. */
function dropEcho(draft: Draft, {say: summary}: ScenarioState): void {
  const {echo} = draft
  const read = new Set(summary[draft.state.lang].flatMap(({variables}) => variables))
  if (!echo || !echo.fields.every((id) => read.has(`f.${id}`))) return
  const kept = draft.acts.filter(({id}) => id !== echo.act)
  draft.acts.splice(0, draft.acts.length, ...kept.map((act, at) => ({...act, id: `${draft.state.seq}:${at}`})))
}

/** Nothing in particular is missing: say what the state says, or ask what else is wanted. */
function askOpen(draft: Draft): void {
  const last = draft.acts.at(-1)
  if (last && (last.kind === 'ask' || last.kind === 'confirm' || last.text.endsWith('?'))) return remember(draft)
  // «Вам удобно сейчас говорить?» is still to be answered after a question of the caller's own.
  const {lastQuestion, pending} = draft.state
  const awaitsAnswer = draft.scenario.states.get(draft.state.state)!.edges.some((edge) => edge.on.includes('yes_answer'))
  if (awaitsAnswer && lastQuestion && pending.kind === 'open' && last?.kind === 'answer') {
    draft.acts.push(repeatOf(draft, lastQuestion))
    return
  }
  const line =
    draft.state.pending.kind === 'what_to_change'
      ? 'what_to_change'
      : draft.state.counters.questions > 0 && draft.state.counters.questions <= draft.scenario.limits.questions
        ? 'anything_else'
        : 'how_can_i_help'
  say(draft, line, {kind: 'ask', rephrase: true})
  remember(draft)
}

/** The question now in the air, for `repeat` and for resuming after an interruption: without the greeting before it. */
function remember(draft: Draft): void {
  const last = draft.acts.at(-1)
  if (last) patch(draft, {lastQuestion: last.kind === 'say' ? questionIn(last.text) : last.text})
}

/** The sentence that asks, with what stands after it; all of it when nothing asks. */
function questionIn(text: string): string {
  const sentences = text.match(/[^.!?…]+[.!?…]*\s*/g) ?? [text]
  const at = sentences.findIndex((sentence) => sentence.trim().endsWith('?'))
  return at === -1 ? text : sentences.slice(at).join('').trim()
}

/** Says that nothing was understood and asks again. */
export function askAgain(draft: Draft): void {
  count(draft, 'noMatch')
  const {lastQuestion, pending} = draft.state
  say(draft, 'not_understood')
  if (pending.kind === 'open' && lastQuestion) draft.acts.push(repeatOf(draft, lastQuestion))
  else askNext(draft)
}

export function repeatOf(draft: Draft, text: string) {
  return {id: `${draft.state.seq}:${draft.acts.length}`, kind: 'ask', key: 'repeat', text, interruptible: true, rephrase: false} as const
}
