import type {Command} from './command.ts'
import {applyFields} from './fields.ts'
import {type Draft, flag, note, patch, say, sayLine} from './draft.ts'
import {conditionVars, end} from './ending.ts'
import {aside, askNextOrRepeat, emergencyNumber, handOff, sayGoodbye, stopCall} from './patterns.ts'
import {nothingHeard} from './edges.ts'
import {advance, enter} from './transitions.ts'

/** Whatever must happen before anything else: danger, the skillbase's own rules, a wish not to be called. True when the turn is over. */
export function stop(draft: Draft, kinds: ReadonlySet<string>, commands: readonly Command[]): boolean {
  if (kinds.has('emergency') && !hasRule(draft, commands)) {
    stopCall(draft, 'emergency')
    return true
  }
  if (applyRules(draft, commands)) return true
  for (const kind of ['do_not_call', 'wrong_number', 'voicemail'] as const) {
    if (!kinds.has(kind) || (kind === 'voicemail' && !mayBeVoicemail(draft))) continue
    flag(draft, kind)
    if (kind !== 'do_not_call' && advance(draft, {intents: new Set([kind]), fields: []})) return true
    stopCall(draft, kind)
    return true
  }
  if (!kinds.has('injection')) return false
  const {counters} = draft.state
  patch(draft, {counters: {...counters, injections: counters.injections + 1}})
  if (counters.injections >= 2) sayGoodbye(draft)
  else aside(draft, 'injection')
  return true
}

/** A machine answers the calls we place, and answers them at once; a caller who speaks of messages is no machine. */
const mayBeVoicemail = ({state}: Draft): boolean => state.direction === 'outbound' && state.counters.turns <= 3

/** A rule of the skillbase for just this: by the intent, or by its own words when it does something about them. */
const hasRule = ({scenario}: Draft, commands: readonly Command[]): boolean =>
  scenario.rules.some(
    (rule) =>
      commands.some((command) => command.kind === 'rule' && command.id === rule.id) &&
      (rule.intents.some((id) => id === 'emergency' || scenario.intents.some((own) => own.id === id)) ||
        (rule.phrases.length > 0 && rule.then !== 'refuse')),
  )

function applyRules(draft: Draft, commands: readonly Command[]): boolean {
  const vars = conditionVars(draft)
  const rule = draft.scenario.rules.find(
    (each) => commands.some((command) => command.kind === 'rule' && command.id === each.id) && (!each.when || each.when.holds(vars)),
  )
  if (!rule) return false
  note(draft, 'rule', rule.id)
  if (rule.then === 'refuse') keepValues(draft, commands)
  for (const kind of ['emergency', 'do_not_call', 'wrong_number'] as const) {
    if (rule.intents.includes(kind) && draft.state.intent === kind) flag(draft, kind)
  }
  const spoken = sayLine(draft, rule.say, {kind: 'say', key: `rule.${rule.id}`}) !== ''
  if (rule.then === 'handoff') handOff(draft, spoken)
  else if (rule.then === 'end') {
    const kind = (['emergency', 'do_not_call', 'wrong_number', 'voicemail'] as const).find((each) => rule.intents.includes(each))
    if (!spoken) say(draft, kind ?? 'goodbye', {interruptible: false, ...(kind === 'emergency' && {value: emergencyNumber(draft)})})
    end(draft, kind === 'voicemail' ? 'voicemail' : 'bot_hangup', rule.outcome)
  } else if (rule.then === 'refuse') {
    if (!spoken) say(draft, 'cannot_do')
    askUnlessAsked(draft)
  } else {
    enter(draft, rule.then.to)
    advance(draft, nothingHeard)
  }
  return true
}

/**
 * "Tomorrow at ten, and can I take ibuprofen?" tells the day as well. Not what a rule may refuse: a choice or free words («кожаный диван
 * возьмётесь?»).
 */
function keepValues(draft: Draft, commands: readonly Command[]): void {
  const acts = draft.acts.length
  applyFields(
    draft,
    commands.filter(
      (command) =>
        command.kind === 'set' &&
        /^(?:date|time|number|person_name|phone|email|address)$/.test(draft.scenario.fields.get(command.field)!.type),
    ),
  )
  draft.acts.splice(acts)
}

/** A refusal that ends with a question of its own needs no second one. */
function askUnlessAsked(draft: Draft): void {
  if (draft.acts.at(-1)?.text.endsWith('?') && draft.state.pending.kind === 'open') return
  askNextOrRepeat(draft)
}
