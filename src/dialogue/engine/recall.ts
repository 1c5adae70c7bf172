import {type Draft, isKnown, note, say} from './draft.ts'
import {mentions} from './reading/field-words.ts'
import {tokenize} from '../nlu/tokens.ts'
import {spokenInFull} from './voice.ts'

/** «Какой адрес вы записали?» is answered with what the caller has said in this call, and with nothing else that is known of them. */
export function recall(draft: Draft, question: string): boolean {
  const isShort = asksShort.test(question.toLowerCase())
  if (!isShort && !asksWhatIsNoted.test(question.toLowerCase())) return false
  const {scenario, state, local} = draft
  const told = [...scenario.fields.values()].filter(({id}) => isKnown(state.fields[id]) && said.has(state.fields[id]!.source ?? ''))
  const tokens = tokenize(question)
  const most = Math.max(0, ...told.map((field) => mentions(field, tokens)))
  const named = most > 0 ? told.filter((field) => mentions(field, tokens) === most) : told
  if (named.length === 0 || (isShort && draft.state.pending.kind !== 'confirm_state' && most === 0)) return false
  const value = named.map(({id}) => spokenInFull(scenario, id, state.fields[id]!.value!, state.lang, local.date)).join(', ')
  note(draft, 'recall', named.map(({id}) => id).join(', '))
  say(draft, 'recall', {kind: 'answer', value})
  return true
}

/** «Погодите, а во сколько?», when a summary was just read out. */
const asksShort =
  /^(?:(?:погодите|подождите|стоп|так|а|и|ну|wait|hold on|sorry) )*(?:во сколько|в какое время|на какое (?:число|время)|на какой день|какой день|какого числа|какое число|какая дата|какой адрес|какой номер|на чь[её] имя|сколько|what time|which day|what day|what address|which number)(?: это| же| там)?$/

const said: ReadonlySet<string> = new Set(['rule', 'llm', 'dtmf', 'caller_id'])

const asksWhatIsNoted =
  /(?:как(?:ой|ое|ая|ую|ие)|что|когда|во сколько|куда|на какое|на какой) (?:\S+ ){0,3}(?:записал[иа]?|записано|записан|указал[иа]?|назвал[иа]?)(?: |$)|what (?:\S+ ){0,3}(?:did i (?:say|give|tell)|(?:do|did) you (?:have (?:for me|down|noted|written)|write|note|put down|take down))|what (?:time|day|address|name|number|email) do you have$/
