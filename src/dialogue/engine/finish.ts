import {askNext} from './ask.ts'
import {type Draft, isAccepted, note} from './draft.ts'
import {conditionVars} from './ending.ts'
import {closeCallback, handOff} from './patterns.ts'
import {nothingHeard} from './edges.ts'
import {advance, heedLimits} from './transitions.ts'

/** What ends every turn of the caller: promises that can be kept now, conditions, limits, and the next question if none was asked yet. */
export function finish(draft: Draft): void {
  if (isBusy(draft)) return
  if (draft.state.flags['capturing'] && hasPhone(draft)) return closeCallback(draft)
  leave(draft)
  if (isBusy(draft) || isWaiting(draft)) return
  if (!draft.acts.some((act) => act.kind === 'ask' || act.kind === 'confirm')) askNext(draft)
}

/** Leaves where the flow says it has gone on for long enough. True when it did. */
export function leave(draft: Draft): boolean {
  const asked = draft.acts.length
  if (!heedConditions(draft) && !heedLimits(draft)) return false
  // What was asked in this turn is not to be answered any more.
  const before = draft.acts.splice(0, asked)
  draft.acts.unshift(...before.filter((act) => act.kind !== 'ask' && act.kind !== 'confirm'))
  advance(draft, nothingHeard)
  return true
}

const isBusy = ({state}: Draft): boolean =>
  state.ending !== undefined || state.flags['transferring'] === true || state.pending.kind === 'tool'

/** Whoever asked for a moment gets it. */
const isWaiting = ({acts}: Draft): boolean => acts.some((act) => /^line\.(?:hold|hold_more|listening)$/.test(act.key))

const hasPhone = ({scenario, state}: Draft): boolean =>
  [...scenario.fields.values()].some((field) => field.type === 'phone' && isAccepted(state.fields[field.id]))

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
