import {words} from '../../nlu/tokens.ts'
import {isOfAnother, mentions} from './field-words.ts'
import type {Reader} from './reader.ts'
import type {Edge, Scenario, ScenarioField} from '../scenario/scenario.ts'

/** Wishes that lead away from the business of the moment: a day said with them is not the day of the visit. */
export const exits = ['callback', 'cancel', 'handoff', 'refuse', 'wrong_number', 'do_not_call']

/** «Иван, только давайте три килограмма» */
const changes =
  /^(?:ой|ай|стоп|погоди\S*|подожди\S*|постой\S*|oh|oops|wait|hold on|sorry)(?: |$)|(?:^| )(?:только давайте|давайте лучше|лучше давайте|вс[её]-таки|все таки|передумал\S*|вообще-то|make it|make that|change it to)(?: |$)/

const types = new WeakMap<Scenario, ReadonlySet<ScenarioField['type']>>()

/** The types that the fields of a flow have at all. */
function typesOf(scenario: Scenario): ReadonlySet<ScenarioField['type']> {
  const known = types.get(scenario)
  if (known) return known
  const found = new Set([...scenario.fields.values()].map(({type}) => type))
  types.set(scenario, found)
  return found
}

/** How far ahead a volunteered value may be kept for. */
const hopsAhead = 3

/**
 * Fields of a type that a volunteered value may belong to, likeliest first: at a summary what was read out; then what the wish just
 * heard leads to; then what is being collected; then what comes next in the flow. A value said with "no" corrects what is filled.
 */
export function openFields(reader: Reader, type: ScenarioField['type']): ScenarioField[] {
  const {scenario, state, hints, asked} = reader
  if (!typesOf(scenario).has(type)) return []
  const atSummary = state.pending.kind === 'confirm_state' || state.pending.kind === 'what_to_change'
  const leaves = exits.some((intent) => hints.intents.has(intent))
  const corrects = hints.wantsChange || hints.denies || changes.test(words(reader.utterance.tokens))
  const ids = [
    ...(atSummary ? filled(reader) : []),
    // «Нет, почту запишите…», which was passed over before.
    ...(atSummary && type === 'email' ? passedOver(reader) : []),
    ...wished(reader),
    ...(type === 'phone' && callsBack.some((intent) => hints.intents.has(intent)) ? phones(scenario) : []),
    ...(leaves ? [] : [...here(reader), ...watched(reader), ...ahead(scenario, state.state)]),
    // «Ну ладно, запишите на стрижку», while a number to call back on is taken.
    ...(!leaves && type === 'enum' && state.flags['callback'] && hints.intents.has('book') ? ahead(scenario, scenario.start) : []),
    ...(corrects && !leaves ? filled(reader) : []),
  ]
  const fields = [...new Set(ids)]
    .map((id) => scenario.fields.get(id)!)
    .filter((field) => field.type === type && field.id !== asked?.id && !reader.done.has(field.id))
  const isFilled = (field: ScenarioField) => state.fields[field.id]!.value !== undefined
  const likely = atSummary ? fields : fields.toSorted((a, b) => Number(isFilled(a) !== corrects) - Number(isFilled(b) !== corrects))
  if (!corrects || likely.length < 2) return likely
  // «Нет, куда – Пушкина пять»: the word that names the field decides between two of a kind.
  const named = new Map(likely.map((field) => [field.id, mentions(field, reader.utterance.tokens)]))
  return likely.toSorted((a, b) => named.get(b.id)! - named.get(a.id)!)
}

/** What holds a value and was read back; without a summary that speaks, whatever holds a value. */
function filled({scenario, state}: Reader): string[] {
  const holding = [...scenario.fields.values()].filter((field) => state.fields[field.id]!.value !== undefined)
  const read = holding.filter((field) => field.isReadBack)
  return (read.length > 0 ? [...read, ...holding] : holding).map((field) => field.id)
}

const passedOver = ({scenario, state}: Reader): string[] =>
  [...scenario.fields.keys()].filter((id) => state.fields[id]!.status === 'skipped')

/** «Перезвоните завтра на этот номер»: the number to call, whatever the flow has an edge for. */
const callsBack = ['callback', 'handoff']
const phones = ({fields}: Scenario): string[] => [...fields.values()].filter((field) => !isOfAnother(field)).map(({id}) => id)

const here = ({scenario, state}: Reader): readonly string[] => scenario.states.get(state.state)?.collect ?? []

/** What the edges of the state look at: «интернет не работает» where they wait for `has(f.topic)`. */
const watched = ({scenario, state}: Reader): string[] =>
  (scenario.states.get(state.state)?.edges ?? []).flatMap(({when}) => [...(when?.references.fields ?? [])])

/** What the states collect that an edge of a wish just heard leads to. */
function wished({scenario, state, hints}: Reader): string[] {
  const edges = [...(scenario.states.get(state.state)?.edges ?? []), ...scenario.global]
  return edges
    .filter((edge) => edge.on.some((intent) => hints.intents.has(intent)))
    .flatMap((edge) => scenario.states.get(edge.to)!.collect)
}

const known = new WeakMap<Scenario, Map<string, readonly string[]>>()

/** What comes next when things go well. Of one flow it is always the same, and asked for many times a turn. */
export function ahead(scenario: Scenario, from: string): readonly string[] {
  const ofFlow = known.get(scenario) ?? new Map<string, readonly string[]>()
  known.set(scenario, ofFlow)
  const found = ofFlow.get(from) ?? nextFields(scenario, from)
  ofFlow.set(from, found)
  return found
}

function nextFields({states}: Scenario, from: string): string[] {
  const found: string[] = []
  let front = [from]
  const seen = new Set(front)
  for (let hop = 0; hop < hopsAhead; hop++) {
    const next = front.flatMap((id) => {
      const state = states.get(id)!
      return [...state.edges.filter(leadsOn).map((edge) => edge.to), ...(state.next === undefined ? [] : [state.next])]
    })
    front = next.filter((id) => !seen.has(id))
    for (const id of front) seen.add(id)
    found.push(...front.flatMap((id) => states.get(id)!.collect))
  }
  return found
}

/** An edge of the flow itself, not one for a caller who wants something else. */
export const leadsOn = ({on}: Edge): boolean => on.length === 0 || on.some((intent) => !aside.has(intent))

const aside = new Set([
  ...exits,
  'question',
  'complaint',
  'voicemail',
  'emergency',
  'goodbye',
  'thanks',
  'no_answer_given',
  'correction',
  'skip',
  'dont_know',
  'are_you_robot',
  'hold',
  'repeat',
])
