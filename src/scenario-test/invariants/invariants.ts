import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import type {CaseRun} from '../run/case-run.ts'
import type {Broken} from './broken.ts'
import {brokenEnding} from './ending.ts'
import {brokenQuestions} from './questions.ts'
import {brokenSpeech} from './speech.ts'
import {brokenState} from './state.ts'

/** What every conversation keeps, whatever the flow and the caller; in the order in which it happened. */
export function brokenInvariants(run: CaseRun, scenario: Scenario): Broken[] {
  const found = [
    ...brokenState(run, scenario),
    ...brokenEnding(run, scenario),
    ...brokenQuestions(run, scenario),
    ...brokenSpeech(run, scenario),
  ]
  const sorted = found.toSorted((a, b) => a.turn - b.turn)
  if (run.fault === undefined) return sorted
  // What else is odd about the turn that broke down comes from its breaking down.
  const broke = exception(run)
  return [...sorted.filter(({turn}) => turn < broke.turn), broke]
}

function exception({fault, turns}: CaseRun): Broken {
  const error = fault instanceof Error ? fault : new Error(String(fault))
  const where = /\n\s+at (\S+)/.exec(error.stack ?? '')?.[1] ?? ''
  const en = `the engine failed: ${error.message}`
  return {
    name: 'exception',
    turn: turns.at(-1)?.number ?? 0,
    at: `${error.message.slice(0, 80)} ${where}`,
    what: {en, ru: `движок упал: ${error.message}`},
  }
}
