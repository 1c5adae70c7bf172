import type {Scenario, ScenarioField} from '../../dialogue/engine/scenario/scenario.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import type {Lang} from '../../dialogue/nlu/types.ts'
import type {Turn} from '../format/test-file.ts'
import {type Caller, cooperativeCaller, cooperativeWords, type Scene, speakingContext} from './caller.ts'
import {correction} from './random-caller.ts'
import {partialAnswer, spokenAnswer} from './spoken-values.ts'
import {builtInPhrases, garbage} from './word-lists.ts'

/** A kind of conversation that is tried for every bot. */
export interface Plan {
  readonly name: string
  readonly lang: Lang
  /** The field whose question is met in an unusual way; absent for the happy path. */
  readonly field?: string
  readonly caller: (scene: Scene) => PlannedCaller
}

/** A caller with something in mind. */
export interface PlannedCaller {
  readonly next: Caller
  /** Whether they got to do it. */
  readonly hasHappened: () => boolean
}

export const trials = ['refuse', 'repeat', 'silence', 'correction', 'garbage', 'question', 'handoff', 'partial', 'dont_know'] as const
export type Trial = (typeof trials)[number]

/** The happy path in every language, then every field met in every unusual way. */
export function plansFor(scenario: Scenario): Plan[] {
  return scenario.languages.supported.flatMap((lang) => [
    happy(lang),
    ...[...scenario.fields.values()].flatMap((field) => trials.map((trial) => tried(field, trial, lang))),
  ])
}

export const happyPlans = ({languages}: Scenario): Plan[] => languages.supported.map(happy)

/** Someone who asks for another language first, when the bot begins in one that is not theirs. */
const switches = (lang: Lang, {scenario}: Scene): Turn[] =>
  lang === scenario.languages.default ? [] : [{user: lang === 'en' ? 'English please, do you speak English' : 'давайте по-русски'}]

const happy = (lang: Lang): Plan => ({
  name: `happy path, ${lang}`,
  lang,
  caller(scene) {
    const first = switches(lang, scene)
    const cooperate = cooperativeCaller(scene, lang)
    return {next: (state) => first.shift() ?? cooperate(state), hasHappened: () => true}
  },
})

const tried = (field: ScenarioField, trial: Trial, lang: Lang): Plan => ({
  name: `${field.id}: ${trial}, ${lang}`,
  lang,
  field: field.id,
  caller(scene) {
    const first = switches(lang, scene)
    const cooperate = cooperativeCaller(scene, lang)
    let left = length(trial, field)
    let happened = false
    return {
      hasHappened: () => happened,
      next(state) {
        const opening = first.shift()
        if (opening) return opening
        if (left === 0 || !isAbout(state, field)) return cooperate(state)
        left--
        happened = true
        return turnOf(trial, left, field, state, scene, lang)
      },
    }
  },
})

const isAbout = ({pending}: DialogueState, {id}: ScenarioField): boolean => 'field' in pending && pending.field === id

/** How many turns in a row the caller is like that; long enough to be given up on. */
function length(trial: Trial, {max_retries}: ScenarioField): number {
  if (trial === 'garbage' || trial === 'dont_know') return 2 * max_retries + 4
  if (trial === 'silence' || trial === 'correction') return 2
  return trial === 'repeat' ? 4 : 3
}

function turnOf(trial: Trial, left: number, field: ScenarioField, state: DialogueState, scene: Scene, lang: Lang): Turn {
  const {dice} = scene
  const context = speakingContext(state, scene, lang)
  const say = (intent: string): Turn => ({user: dice.pick(builtInPhrases[lang][intent]!)})
  switch (trial) {
    case 'silence':
      return {silence: 6}
    case 'garbage':
      return {user: dice.pick(garbage[lang])}
    case 'partial':
      return {user: partialAnswer(field, context)}
    case 'correction':
      return {
        user: left % 2 === 1 ? spokenAnswer(field, context) : correction((of: ScenarioField) => spokenAnswer(of, context), field, lang),
      }
    case 'handoff':
      // One request is enough; whoever was refused goes on.
      return left === 2 ? say('handoff') : {user: cooperativeWords(state, scene, lang)}
    case 'refuse':
    case 'repeat':
    case 'question':
    case 'dont_know':
      return say(trial)
  }
}
