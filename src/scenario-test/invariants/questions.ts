import type {Trace} from '../../dialogue/engine/act.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import {type CaseRun, textOf, type TurnRun} from '../run/case-run.ts'
import type {Broken} from './broken.ts'

/** Nobody is asked what they have confirmed, nor the same thing for ever, nor told the same sentence over and over. */
export function brokenQuestions(run: CaseRun, scenario: Scenario): Broken[] {
  const spoken = run.turns.filter(({skipped}) => !skipped)
  return [
    ...asksConfirmed(spoken),
    ...asksTooOften(spoken, scenario),
    ...repeatsItself(spoken),
    ...saysNothing(spoken),
    ...pileOfQuestions(spoken),
  ]
}

const fieldOf = (key: string): string | undefined => /^(?:ask|reask|confirm)\.(.+)$/.exec(key)?.[1]

function asksConfirmed(turns: readonly TurnRun[]): Broken[] {
  /** Wording of a question → its field: `repeat` says it again without telling what it is about. */
  const questions = new Map<string, string>()
  const found: Broken[] = []
  for (const {number, steps, state} of turns) {
    for (const act of steps.flatMap(({turn}) => turn.acts)) {
      const field = fieldOf(act.key) ?? (act.key === 'repeat' ? questions.get(act.text) : undefined)
      if (field === undefined || (act.kind !== 'ask' && act.kind !== 'confirm')) continue
      if (act.key !== 'repeat') questions.set(act.text, field)
      if (state.fields[field]?.status !== 'confirmed') continue
      const en = `asks for ${field}, which is confirmed: "${act.text}"`
      found.push({
        name: 'asks_confirmed_field',
        turn: number,
        at: `${field} ${act.key}`,
        what: {en, ru: `спрашивает ${field}, хотя значение подтверждено: «${act.text}»`},
      })
    }
  }
  return found
}

function asksTooOften(turns: readonly TurnRun[], {fields, limits}: Scenario): Broken[] {
  let field: string | undefined
  let inRow = 0
  let failed = 0
  for (const {number, steps, state} of turns) {
    const {pending} = state
    const asked = !state.ending && 'field' in pending ? pending.field : undefined
    const retries = fields.get(asked ?? '')?.max_retries ?? 0
    const isFailure = steps.some(({turn}) => turn.trace.some((one) => one.step === 'no_match' || isRejected(one, asked)))
    inRow = asked !== undefined && asked === field ? inRow + 1 : 1
    // A value that is heard at last and read back is asked about anew.
    const isHeard = steps.some(({turn}) => turn.trace.some((one) => one.step === 'set' && one.detail.startsWith(`${asked}=`)))
    failed = asked !== undefined && asked === field && !isHeard ? failed + (isFailure ? 1 : 0) : 0
    field = asked
    if (asked === undefined) continue
    // Every retry may be doubled by a keypad; questions, repeats and other asides have budgets of their own.
    const mostFailed = 2 * (retries + 1)
    const most = mostFailed + limits.questions + limits.noMatch + 3
    if (failed <= mostFailed && inRow <= most) continue
    const [times, why] = failed > mostFailed ? [failed, 'failed answers'] : [inRow, 'times in a row']
    return [
      {
        name: 'asks_too_often',
        turn: number,
        at: asked,
        what: {en: `still asks for ${asked} after ${times} ${why}`, ru: `всё ещё спрашивает ${asked}: ${times} раз подряд`},
      },
    ]
  }
  return []
}

/** A day that is over is no failed answer to the question for the number. */
const isRejected = ({step, detail}: Trace, field: string | undefined): boolean =>
  step === 'rejected' && (field === undefined || detail.startsWith(`${field}:`))

/** The same words five times are a broken record, whatever the reason. */
const mostRepeats = 4

function repeatsItself(turns: readonly TurnRun[]): Broken[] {
  let last = ''
  let times = 0
  for (const run of turns) {
    const text = textOf(run)
    if (text === '') continue
    times = text === last ? times + 1 : 1
    last = text
    if (times > mostRepeats)
      return [
        {
          name: 'repeats_itself',
          turn: run.number,
          at: run.state.state,
          what: {en: `says ${times} times in a row: "${text}"`, ru: `${times} раз подряд говорит: «${text}»`},
        },
      ]
  }
  return []
}

/** Silence after the caller has spoken is a dead line. Keys come one by one, and a transfer takes its time. */
function saysNothing(turns: readonly TurnRun[]): Broken[] {
  return turns
    .filter(
      (run) =>
        (run.turn?.user !== undefined || run.turn?.silence !== undefined) &&
        textOf(run) === '' &&
        !run.state.ending &&
        !isRinging(run) &&
        !isHeld(run),
    )
    .map(({number, state}) => ({
      name: 'says_nothing',
      turn: number,
      at: `${state.state} ${state.pending.kind}`,
      what: {en: `does not answer the caller in ${state.state}`, ru: `не отвечает абоненту в состоянии ${state.state}`},
    }))
}

const isRinging = ({steps}: TurnRun): boolean => steps.some(({turn}) => turn.effects.some((effect) => effect.kind === 'transfer'))

/** Silence while the bot has promised to wait: nothing reached the engine, and nothing is to be said. */
const isHeld = ({turn, steps}: TurnRun): boolean => turn?.silence !== undefined && steps.length === 0

/** What a state says on entering counts as asked when the flow waits after it, yet «Понял вас.» asks nothing. */
const isQuestion = ({kind, key, text}: TurnRun['steps'][number]['turn']['acts'][number]): boolean =>
  (kind === 'ask' || kind === 'confirm') && (!key.startsWith('state.') || text.includes('?'))

/** One question a turn: nobody can answer two, nor the one that is followed by a goodbye. */
function pileOfQuestions(turns: readonly TurnRun[]): Broken[] {
  return turns.flatMap(({number, steps, state}): Broken[] => {
    const asked = steps.flatMap(({turn}) => turn.acts).filter(isQuestion)
    const keys = [...new Set(asked.map(({key}) => key))]
    const words = asked.map(({text}) => text).join(' ')
    if (state.ending && state.ending.reason !== 'caller_hangup' && asked.length > 0)
      return [
        {
          name: 'asks_and_hangs_up',
          turn: number,
          at: state.state,
          what: {en: `asks and hangs up: "${words}"`, ru: `спрашивает и кладёт трубку: «${words}»`},
        },
      ]
    if (asked.length < 2) return []
    return [
      {
        name: 'two_questions',
        turn: number,
        at: keys.join(' + '),
        what: {en: `asks twice in one breath: "${words}"`, ru: `задаёт два вопроса сразу: «${words}»`},
      },
    ]
  })
}
