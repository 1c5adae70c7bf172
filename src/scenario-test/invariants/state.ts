import type {Step} from '../../dialogue/conversation/ports.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import {takeTurn} from '../../dialogue/engine/turn.ts'
import type {CaseRun} from '../run/case-run.ts'
import type {Broken} from './broken.ts'

/** States, fields and languages that the flow has not, turns that another process would have taken differently, and calls that wait for nobody. */
export function brokenState(run: CaseRun, scenario: Scenario): Broken[] {
  return [...brokenSteps(run, scenario), ...stuck(run), ...repeatedTools(run)]
}

function brokenSteps({turns}: CaseRun, scenario: Scenario): Broken[] {
  return turns.flatMap(({number: turn, steps}) =>
    steps.flatMap((step) => [
      ...unknown(step.turn.state, scenario, turn),
      ...wrongLanguage(step.turn.state, scenario, turn),
      ...differs(step, scenario, turn),
    ]),
  )
}

function unknown({state, visited, pending, fields}: DialogueState, scenario: Scenario, turn: number): Broken[] {
  const states = [state, ...visited].filter((id) => !scenario.states.has(id))
  const named = [...('field' in pending ? [pending.field] : []), ...Object.keys(fields)].filter((id) => !scenario.fields.has(id))
  return [...new Set([...states, ...named])].map((at) => ({
    name: 'unknown_state',
    turn,
    at,
    what: {en: `"${at}" is no state or field of the flow`, ru: `«${at}» — не состояние и не поле сценария`},
  }))
}

function wrongLanguage({lang}: DialogueState, {languages}: Scenario, turn: number): Broken[] {
  if (languages.supported.includes(lang)) return []
  return [{name: 'wrong_language', turn, at: lang, what: {en: `the bot does not speak "${lang}"`, ru: `бот не говорит на языке «${lang}»`}}]
}

/** The snapshot is all another process gets: from its JSON the same input must lead to the same turn. */
function differs({before, input, turn, understanding, model}: Step, scenario: Scenario, number: number): Broken[] {
  const aids = model && understanding ? {understanding} : {}
  const from = JSON.parse(JSON.stringify(model ? withFaultsOf(turn.state, before) : before)) as DialogueState
  const again = takeTurn(scenario, from, input, aids)
  const part = (['state', 'acts', 'effects', 'trace', 'text'] as const).find(
    (key) => JSON.stringify(again[key]) !== JSON.stringify(turn[key]),
  )
  if (part === undefined) return []
  return [
    {
      name: 'not_reproducible',
      turn: number,
      at: part,
      what: {
        en: `from the JSON of its state the turn has other ${part}: "${again.text}" instead of "${turn.text}"`,
        ru: `из JSON снимка ход выходит другим (${part}): «${again.text}» вместо «${turn.text}»`,
      },
    },
  ]
}

/** How often the model failed is counted outside the engine, which is handed the count: no input would lead to it. */
const withFaultsOf = ({counters: {llmFail}}: DialogueState, before: DialogueState): DialogueState => ({
  ...before,
  counters: {...before.counters, llmFail},
})

/** Every tool has answered when a turn is over; a bot that still waits for one will wait for ever. */
const stuck = ({turns}: CaseRun): Broken[] =>
  turns
    .filter(({state, skipped}) => !skipped && !state.ending && state.pending.kind === 'tool')
    .slice(0, 1)
    .map(({number, state}) => ({
      name: 'stuck',
      turn: number,
      at: state.state,
      what: {
        en: `waits for a tool that has answered, in ${state.state}`,
        ru: `ждёт инструмент, который уже ответил, в состоянии ${state.state}`,
      },
    }))

/** What was done is never done again: the key of a call tells that it is the same. */
function repeatedTools({turns}: CaseRun): Broken[] {
  const answered = new Set<string>()
  return turns.flatMap(({number, toolUses}) =>
    toolUses.flatMap(({name, key, result}): Broken[] => {
      const again = answered.has(key)
      if (result) answered.add(key)
      if (!again) return []
      return [
        {
          name: 'tool_repeated',
          turn: number,
          at: name,
          what: {en: `calls ${name} again after it has answered`, ru: `вызывает ${name} ещё раз, хотя ответ уже был`},
        },
      ]
    }),
  )
}
