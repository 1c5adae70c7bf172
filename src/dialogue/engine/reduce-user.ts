import {answer, isAnswerable, type Passage} from './answer.ts'
import {askAgain, askField, askNext} from './ask.ts'
import type {Command} from './command.ts'
import {type Draft, flag, isAccepted, note, patch, patchField, say, sayLine} from './draft.ts'
import {conditionVars, end} from './ending.ts'
import {applyFields, type FieldChanges} from './fields.ts'
import {aside, askNextOrRepeat, captureCallback, fallBack, handOff, hold, refuseAll, repeat, sayGoodbye, stopCall} from './patterns.ts'
import {advance, countTurn, current, enter, heedLimits} from './transitions.ts'
import type {Understanding} from './understand.ts'
import {heedLanguage} from './language.ts'

type Kinds = ReadonlySet<string>

/** One turn of the caller. The order of the steps is the order of importance: the first that applies decides. */
export function heardUser(draft: Draft, understanding: Understanding, passages: readonly Passage[], heard: number): void {
  countTurn(draft)
  patch(draft, {counters: {...draft.state.counters, noInput: 0}, intent: understanding.intents[0] ?? ''})
  const {commands} = understanding
  const kinds: Kinds = new Set(commands.map((command) => (command.kind === 'intent' ? command.id : command.kind)))
  note(draft, 'heard', commands.map(describe).join(' ') || 'nothing')

  if (interruptedByNod(draft, understanding, heard)) return askNext(draft)
  if (heedLanguage(draft, understanding)) return
  if (stop(draft, kinds, commands)) return finish(draft)

  const changes = applyFields(draft, commands)
  const progressed = changes.taken.length + changes.rejected.length + changes.partial.length > 0
  if (draft.state.ending) return
  if (handOffWanted(draft, kinds, commands)) return finish(draft)
  const answered = answerQuestion(draft, understanding, changes, passages)
  const intents = edgeIntents(kinds, changes)
  const moved = answered.inState ? false : advance(draft, {intents, fields: changes.taken})
  if (moved || progressed || answered.spoken) return finish(draft)
  if (personal(draft, kinds)) return finish(draft)
  notUnderstood(draft, understanding, kinds)
  finish(draft)
}

function finish(draft: Draft): void {
  if (draft.state.ending || draft.state.flags['transferring'] || draft.state.pending.kind === 'tool') return
  if (heedConditions(draft) || heedLimits(draft)) advance(draft, {intents: new Set(), fields: []})
  if (!draft.acts.some((act) => act.kind === 'ask' || act.kind === 'confirm')) askNext(draft)
}

/** «угу» over the bot's own words is no answer to a question that was not heard yet. */
function interruptedByNod(draft: Draft, {commands, utterance}: Understanding, heard: number): boolean {
  if (heard >= 0.9 || utterance.tokens.length > 2) return false
  const nod =
    commands.length > 0 &&
    commands.every((command) => command.kind === 'affirm' || command.kind === 'greeting' || command.kind === 'cant_hear')
  if (nod) note(draft, 'barge_in', 'back-channel')
  return nod
}

/** Whatever must happen before anything else: danger, a wish not to be called, the skillbase's own rules. */
function stop(draft: Draft, kinds: Kinds, commands: readonly Command[]): boolean {
  if (kinds.has('emergency') && !hasRule(draft, 'emergency', commands)) {
    stopCall(draft, 'emergency')
    return true
  }
  if (applyRules(draft, commands)) return true
  for (const kind of ['do_not_call', 'wrong_number', 'voicemail'] as const) {
    if (!kinds.has(kind)) continue
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

const hasRule = ({scenario}: Draft, intent: string, commands: readonly Command[]): boolean =>
  scenario.rules.some(
    (rule) => rule.intents.includes(intent) && commands.some((command) => command.kind === 'rule' && command.id === rule.id),
  )

function applyRules(draft: Draft, commands: readonly Command[]): boolean {
  const vars = conditionVars(draft)
  const rule = draft.scenario.rules.find(
    (each) => commands.some((command) => command.kind === 'rule' && command.id === each.id) && (!each.when || each.when.holds(vars)),
  )
  if (!rule) return false
  note(draft, 'rule', rule.id)
  for (const kind of ['emergency', 'do_not_call', 'wrong_number'] as const)
    if (rule.intents.includes(kind) && draft.state.intent === kind) flag(draft, kind)
  const spoken = sayLine(draft, rule.say, {kind: 'say', key: `rule.${rule.id}`}) !== ''
  if (rule.then === 'handoff') handOff(draft, spoken)
  else if (rule.then === 'end') {
    if (!spoken) say(draft, 'goodbye', {interruptible: false})
    end(draft, 'bot_hangup', rule.outcome)
  } else if (rule.then === 'refuse') {
    if (!spoken) say(draft, 'cannot_do')
    askNextOrRepeatUnlessAsked(draft)
  } else {
    enter(draft, rule.then.to)
    advance(draft, {intents: new Set(), fields: []})
  }
  return true
}

/** A refusal that ends with a question of its own needs no second one. */
function askNextOrRepeatUnlessAsked(draft: Draft): void {
  if (draft.acts.at(-1)?.text.endsWith('?') && draft.state.pending.kind === 'open') return
  askNextOrRepeat(draft)
}

function handOffWanted(draft: Draft, kinds: Kinds, commands: readonly Command[]): boolean {
  if (kinds.has('complaint')) patch(draft, {sentiment: Math.max(-1, draft.state.sentiment - 0.7)})
  const wanted = kinds.has('handoff') || kinds.has('complaint')
  if (!wanted) return false
  const intents = new Set([...kinds].filter((kind) => kind === 'handoff' || kind === 'complaint'))
  if (advance(draft, {intents, fields: []})) return true
  if (commands.some((command) => command.kind === 'rule')) return false
  handOff(draft)
  advance(draft, {intents: new Set(), fields: []})
  return true
}

/** `handoff.when` of the skillbase, after every turn. */
function heedConditions(draft: Draft): boolean {
  const {handoff} = draft.scenario
  if (handoff.when.length === 0 || draft.state.flags['handoff']) return false
  const vars = conditionVars(draft)
  const hit = handoff.when.find((condition) => condition.holds(vars))
  if (!hit) return false
  note(draft, 'handoff.when', hit.source)
  handOff(draft)
  return true
}

interface Answered {
  readonly spoken: boolean
  /** The question was an aside of a collecting state: the state stays. */
  readonly inState: boolean
}

function answerQuestion(draft: Draft, {commands, utterance}: Understanding, changes: FieldChanges, passages: readonly Passage[]): Answered {
  const asked = commands.find((command) => command.kind === 'ask')
  const state = current(draft)
  const question = asked?.question ?? (state.type === 'answer' && changes.taken.length === 0 ? utterance.text : undefined)
  if (question === undefined) return {spoken: false, inState: false}
  const isAnswer = isAnswerable(draft, question)
  // «Можно завтра в три?» wants the hour, not an answer.
  if (!isAnswer && (changes.taken.length > 0 || changes.rejected.length > 0 || changes.partial.length > 0))
    return {spoken: false, inState: false}
  if (!asked && !isAnswer && passages.length === 0) return {spoken: false, inState: false}
  const collecting = state.type === 'collect' || state.type === 'confirm'
  if (!collecting) {
    const edge = state.edges.find((each) => each.on.includes('question') && (!each.when || each.when.holds(conditionVars(draft))))
    if (edge) {
      note(draft, 'edge', `${state.id} → ${edge.to} on question`)
      enter(draft, edge.to, edge)
    }
  }
  answer(draft, question, passages)
  return {spoken: true, inState: !changes.taken.length}
}

/** Intents as edges name them. */
function edgeIntents(kinds: Kinds, changes: FieldChanges): ReadonlySet<string> {
  const intents = new Set(kinds)
  if (kinds.has('affirm') && !changes.changed.length) intents.add('yes_answer')
  if (kinds.has('deny')) intents.add('no_answer_given')
  // Whoever changes something has not agreed to the rest yet.
  if (changes.changed.length > 0 || kinds.has('reopen')) {
    intents.add('correction')
    intents.delete('yes_answer')
  }
  return intents
}

/** Requests about the conversation itself. */
function personal(draft: Draft, kinds: Kinds): boolean {
  const {pending} = draft.state
  const asked = pending.kind === 'ask' ? draft.scenario.fields.get(pending.field) : undefined
  for (const kind of ['repeat', 'slower', 'cant_hear'] as const) if (kinds.has(kind)) return done(() => repeat(draft, kind))
  if (kinds.has('hold')) return done(() => hold(draft))
  if (kinds.has('are_you_robot')) return done(() => aside(draft, 'are_you_robot'))
  if (kinds.has('callback')) return done(() => captureCallback(draft, 'callback'))
  if (kinds.has('cancel')) return done(() => cancel(draft))
  if (asked && !asked.required && ['skip', 'dont_know', 'refuse', 'deny', 'unsure'].some((kind) => kinds.has(kind)))
    return done(() => skip(draft, asked.id))
  if (kinds.has('refuse')) return done(() => refuseAll(draft, hasBusiness(draft) ? 'cancelled' : 'refused'))
  if (kinds.has('goodbye')) return done(() => sayGoodbye(draft))
  if (kinds.has('thanks') && !asked) return done(() => aside(draft, 'thanks'))
  if (kinds.has('greeting') && draft.state.counters.turns <= 2) return done(() => aside(draft, 'greeting'))
  return false
}

function done(act: () => void): true {
  act()
  return true
}

const hasBusiness = ({state}: Draft): boolean => Object.values(state.fields).some((field) => isAccepted(field))

/** Taking back what was begun ends it; asking to cancel something older is beyond a bot without that business: a person is. */
function cancel(draft: Draft): void {
  if (hasBusiness(draft)) refuseAll(draft, 'cancelled')
  else {
    say(draft, 'cannot_do')
    fallBack(draft)
    advance(draft, {intents: new Set(), fields: []})
  }
}

function skip(draft: Draft, field: string): void {
  patchField(draft, field, {status: 'skipped'})
  note(draft, 'skip', field)
  advance(draft, {intents: new Set(), fields: []})
}

/** Nothing of the turn made sense here: try another way, and give up in good time. */
function notUnderstood(draft: Draft, {utterance}: Understanding, kinds: Kinds): void {
  const {pending, counters} = draft.state
  note(draft, 'no_match', utterance.text === '' ? 'empty' : pending.kind)
  // A "yes" or a "thank you" that answers nothing is no failed try.
  const harmless = [...kinds].every((kind) => kind === 'affirm' || kind === 'greeting' || kind === 'thanks') && kinds.size > 0
  if (harmless) return askNextOrRepeat(draft)
  if (pending.kind === 'ask') {
    const field = draft.scenario.fields.get(pending.field)!
    const attempts = draft.state.fields[field.id]!.attempts + 1
    patchField(draft, field.id, {attempts})
    if (attempts > field.max_retries) return giveUp(draft, field.id)
    patch(draft, {counters: {...counters, noMatch: counters.noMatch + 1}})
    say(draft, 'not_understood')
    return askField(draft, field)
  }
  if (counters.noMatch + 1 >= draft.scenario.limits.noMatch && !current(draft).onMaxTurns) return handOff(draft)
  askAgain(draft)
}

/** A field nobody could make out: what the skillbase says, else skip what is optional, else a person, else the end. */
export function giveUp(draft: Draft, id: string): void {
  const field = draft.scenario.fields.get(id)!
  const wanted = field.on_fail ?? (field.required ? 'handoff' : 'skip')
  note(draft, 'on_fail', `${id}: ${wanted}`)
  switch (wanted) {
    case 'skip':
      return skip(draft, id)
    case 'callback':
      patchField(draft, id, {status: 'skipped'})
      return captureCallback(draft, 'callback')
    case 'handoff':
      if (field.type === 'phone') patchField(draft, id, {status: 'skipped'})
      handOff(draft)
      advance(draft, {intents: new Set(), fields: []})
      return
    case 'end':
      return sayGoodbye(draft)
    case 'dtmf': {
      const tries = draft.state.fields[id]!.attempts
      if (tries > field.max_retries * 2 + 1) {
        patchField(draft, id, {status: 'skipped'})
        handOff(draft)
        return
      }
      patch(draft, {pending: {kind: 'ask', field: id}})
      say(draft, 'dial_it', {kind: 'ask', key: `ask.${id}`})
      return
    }
    default:
      if (!draft.scenario.states.has(wanted)) return handOff(draft)
      patchField(draft, id, {status: 'skipped'})
      enter(draft, wanted)
      advance(draft, {intents: new Set(), fields: []})
  }
}

const describe = (command: Command): string => {
  switch (command.kind) {
    case 'set':
    case 'partial':
    case 'reopen':
      return `${command.kind}:${command.field}`
    case 'intent':
    case 'rule':
      return `${command.kind}:${command.id}`
    default:
      return command.kind
  }
}
