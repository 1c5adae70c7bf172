import type {Path} from '../issue.ts'
import type {Transition} from '../schema/state.ts'
import {type Condition, compileCondition} from '../../dialogue/engine/scenario/condition.ts'
import {canBothHold, type TryBudget} from './both-hold.ts'
import type {Check, LintContext} from './context.ts'

interface Edge {
  readonly path: Path
  readonly transition: Transition
  readonly on: readonly string[]
  /** Undefined without a condition, and with one that cannot be read. */
  readonly condition: Condition | undefined
}

/** Trying out pairs of conditions takes time; nobody reads a list longer than this for its overlaps. */
const fewEdges = 30

/** W120 an edge that is never reached because of one before it; W125 two edges that fit at once. */
export const checkEdges: Check = (context) => {
  const {flow} = context
  const budget = {left: 5000}
  for (const [id, {transitions}] of Object.entries(flow.states))
    checkList(['flow', 'states', id, 'transitions'], transitions, context, budget)
  checkList(['flow', 'global'], flow.global, context, budget)
}

function checkList(path: Path, transitions: readonly Transition[], {fields, report}: LintContext, budget: TryBudget): void {
  const edges = transitions
    .map((transition, index): Edge => ({
      path: [...path, index],
      transition,
      on: [transition.on ?? []].flat(),
      condition: compiled(transition.when, fields),
    }))
    .toSorted((a, b) => b.transition.priority - a.transition.priority)
  for (const [index, later] of edges.entries()) {
    for (const earlier of edges.slice(0, index)) {
      const shadow = shadowed(later, earlier)
      if (shadow) {
        report(
          later.path,
          'W120',
          `is never taken: ${shadow.en} to "${earlier.transition.to}" comes first`,
          `не сработает: раньше стоит ${shadow.ru} в «${earlier.transition.to}»`,
        )
        break
      }
      if (edges.length <= fewEdges && overlap(later, earlier, budget)) {
        report(
          later.path,
          'W125',
          `fits together with the edge to "${earlier.transition.to}"; the one listed first is taken, a priority would say so`,
          `подходит одновременно с переходом в «${earlier.transition.to}»; сработает первый, лучше указать priority`,
        )
        break
      }
    }
  }
}

/** Whether whatever fits `later` fits `earlier`, and why. */
function shadowed(later: Edge, earlier: Edge): {readonly en: string; readonly ru: string} | undefined {
  const {when} = earlier.transition
  const covers = earlier.on.length === 0 ? undefined : later.on.length > 0 && later.on.every((intent) => earlier.on.includes(intent))
  if (covers === false) return undefined
  if (when === undefined)
    return covers
      ? {en: 'an edge on the same intent', ru: 'переход по тому же намерению'}
      : {en: 'the unconditional edge', ru: 'безусловный переход'}
  if (!sameText(when, later.transition.when)) return undefined
  return {en: 'an edge with the same condition', ru: 'переход с тем же условием'}
}

const sameText = (a: string, b: string | undefined): boolean => b !== undefined && a.replaceAll(/\s+/g, '') === b.replaceAll(/\s+/g, '')

/** Only what nobody has decided: same target and different priorities are no question. */
function overlap(
  {transition: later, on: laterOn, condition: laterWhen}: Edge,
  {transition: earlier, on: earlierOn, condition: earlierWhen}: Edge,
  budget: TryBudget,
): boolean {
  if (later.to === earlier.to || later.priority !== earlier.priority) return false
  const shared = laterOn.some((intent) => earlierOn.includes(intent))
  const sameIntents = laterOn.length === 0 && earlierOn.length === 0
  if (!shared && !sameIntents) return false
  if (later.when === undefined || earlier.when === undefined) return shared && later.when === undefined && earlier.when === undefined
  return laterWhen !== undefined && earlierWhen !== undefined && canBothHold(earlierWhen, laterWhen, budget)
}

function compiled(when: string | undefined, fields: ReadonlySet<string>): Condition | undefined {
  try {
    return when === undefined ? undefined : compileCondition(when, fields)
  } catch {
    return undefined
  }
}
