import type {Bilingual} from '../../bilingual.ts'
import type {Edge, Scenario, ScenarioField, ScenarioState} from '../../dialogue/engine/scenario/scenario.ts'
import type {CaseRun, TurnRun} from '../run/case-run.ts'
import {intentPhrases} from './caller.ts'

/** Where nobody gets any further, however willing they are. No single conversation shows it: that it happens in all of them is the defect. */
export interface DeadEnd {
  readonly kind: 'field' | 'state'
  /** Id of the field or the state. */
  readonly name: string
  readonly what: Bilingual
  /** The last things that callers said there. */
  readonly said: readonly string[]
}

/**
 * Required fields that were asked for and never filled, and states that willing callers came to and nobody left by a way of the flow.
 *
 * @param willing conversations of callers who cooperate, but for one question at most
 * @param all these and any others: whoever got through speaks against a dead end
 */
export function deadEnds(scenario: Scenario, willing: readonly CaseRun[], all: readonly CaseRun[]): DeadEnd[] {
  const fields = [...scenario.fields.values()].filter(({id, required}) => required && !all.some((run) => isFilled(run, id)))
  const stuck = fields.flatMap((field) => deadField(field, willing))
  const names = new Set(stuck.map(({name}) => name))
  const left = new Set(all.flatMap(leftBy))
  const states = [...scenario.states.values()].filter(
    (state) => !left.has(state.id) && isTestable(state, scenario) && !state.collect.some((id) => names.has(id)),
  )
  return [...stuck, ...states.flatMap((state) => deadState(state, willing))]
}

const isFilled = ({turns}: CaseRun, id: string): boolean => turns.some(({state}) => state.fields[id]?.value !== undefined)

function deadField(field: ScenarioField, willing: readonly CaseRun[]): DeadEnd[] {
  const {id} = field
  const asked = answers(willing, ({pending}) => 'field' in pending && pending.field === id)
  if (asked.length === 0) return []
  const refused = new Set(asked.flatMap(({turn}) => details(turn, 'rejected')).filter((detail) => detail.startsWith(`${id}: `)))
  const reasons = [...refused].map((detail) => detail.slice(id.length + 2)).join(', ')
  return [
    {
      kind: 'field',
      name: id,
      what: {
        en: `"${id}" is required, and no answer was ever taken, asked for ${asked.length} times${reasons && ` (${reasons})`}`,
        ru: `«${id}» — обязательное поле, и ни один ответ не подошёл, вопросов: ${asked.length}${reasons && ` (${reasons})`}`,
      },
      said: lastWords(asked),
    },
  ]
}

function deadState({id, edges, next}: ScenarioState, willing: readonly CaseRun[]): DeadEnd[] {
  const there = answers(willing, ({state}) => state === id)
  if (there.length === 0) return []
  const ways = [...edges.map(({to}) => to), ...(next === undefined ? [] : [next])]
  const targets = [...new Set(ways)].join(', ')
  return [
    {
      kind: 'state',
      name: id,
      what: {
        en: `nobody left "${id}" by a transition, in ${there.length} turns: none to ${targets} was ever taken`,
        ru: `из «${id}» никто не вышел по переходу, ходов: ${there.length}; ни разу не сработал переход в ${targets}`,
      },
      said: lastWords(there),
    },
  ]
}

/** Whether callers who know nothing but the flow can be expected to get out. What a tool answers, or who is called, they cannot choose. */
function isTestable({id, type, edges, next}: ScenarioState, scenario: Scenario): boolean {
  const out = edges.filter(({to}) => to !== id)
  if (type === 'end' || (out.length === 0 && (next === undefined || next === id))) return false
  return out.every((edge) => !hangsOnOthers.test(edge.when?.source ?? '') && canBeSaid(edge, scenario))
}

const hangsOnOthers = /\b(?:tool|direction|sentiment)\b/

const canBeSaid = ({on}: Edge, scenario: Scenario): boolean =>
  on.length === 0 || on.some((intent) => scenario.languages.supported.some((lang) => intentPhrases(intent, scenario, lang).length > 0))

/** States that a conversation left by an edge, to the next one, or by a rule; not because it took too long or was given up. */
function leftBy({turns}: CaseRun): string[] {
  return turns.flatMap((turn) => {
    const moves = ['edge', 'global', 'implied', 'next'].flatMap((step) => details(turn, step))
    const ways = moves.map((detail) => /^(\S+) → (\S+)/.exec(detail)).filter((way) => way !== null && way[1] !== way[2])
    return ways.map((way) => way![1]!)
  })
}

interface Answer {
  readonly turn: TurnRun
  readonly said: string | undefined
}

/** The turns that callers took while the conversation stood somewhere. */
const answers = (runs: readonly CaseRun[], stands: (state: TurnRun['state']) => boolean): Answer[] =>
  runs.flatMap(({turns}) =>
    turns.flatMap((turn, at) => {
      const before = turns[at - 1]?.state
      return turn.turn?.user !== undefined && before && stands(before) ? [{turn, said: turn.turn.user}] : []
    }),
  )

const details = ({steps}: TurnRun, wanted: string): string[] =>
  steps.flatMap(({turn}) => turn.trace.flatMap(({step, detail}) => (step === wanted ? [detail] : [])))

const lastWords = (found: readonly Answer[]): string[] => [...new Set(found.flatMap(({said}) => said ?? []))].slice(-3)
