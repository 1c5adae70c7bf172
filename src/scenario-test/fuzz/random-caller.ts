import type {ScenarioRule} from '../../dialogue/engine/scenario/scenario.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import type {Lang} from '../../dialogue/nlu/types.ts'
import {type Caller, cooperativeWords, intentPhrases, pendingField, type Scene, speakingContext} from './caller.ts'
import {partialAnswer, spokenAnswer} from './spoken-values.ts'
import {builtInPhrases, denial, garbage, injections, oddities} from './word-lists.ts'

/** How often a random caller does what, out of their sum. Half the time they help, or no call would come anywhere. */
const habits = {
  cooperate: 50,
  deny: 5,
  otherField: 5,
  twoFields: 3,
  correct: 4,
  partial: 4,
  ownIntent: 4,
  builtIn: 9,
  rule: 2,
  garbage: 3,
  oddity: 3,
  injection: 2,
  otherLanguage: 2,
  monologue: 1,
  silence: 3,
  keys: 3,
  restart: 2,
  hangup: 0.3,
}

type Habit = keyof typeof habits

/** Somebody who answers, wanders, mumbles, interrupts, presses keys, falls silent. The same dice make the same person. */
export function randomCaller(scene: Scene): Caller {
  const {dice, scenario} = scene
  return (state) => {
    const habit = dice.weighted(habits)
    if (habit === 'silence') return {silence: dice.pick([6, 8])}
    if (habit === 'keys') return {dtmf: keys(scene)}
    if (habit === 'restart') return {restart: true}
    if (habit === 'hangup') return {hangup: true}
    return {
      user: words(habit, state, scene),
      ...(dice.chance(0.1) && {barge_in_at: dice.pick([0.1, 0.4, 0.7, 1])}),
      ...(scenario.handoff.target !== undefined && {transfer: dice.pick(['ok', 'failed'])}),
    }
  }
}

const keys = ({dice}: Scene): string => dice.pick(['1', '2', '0', '#', '*', '89261234567', '8926', '12', `${dice.int(0, 999_999)}`])

function words(habit: Exclude<Habit, 'silence' | 'keys' | 'restart' | 'hangup'>, state: DialogueState, scene: Scene): string {
  const {dice, scenario} = scene
  const {lang} = state
  const other: Lang = lang === 'ru' ? 'en' : 'ru'
  const fields = [...scenario.fields.values()]
  const answer = (to = dice.pick(fields)) => spokenAnswer(to, speakingContext(state, scene, lang))
  const fallback = () => cooperativeWords(state, scene, lang)
  switch (habit) {
    case 'cooperate':
      return fallback()
    case 'deny':
      return dice.pick(denial[lang])
    case 'otherField':
      return fields.length > 0 ? answer() : fallback()
    case 'twoFields':
      return fields.length > 0 ? `${answer()}, ${answer()}` : fallback()
    case 'correct':
      return fields.length > 0 ? correction(answer, pendingField(state, scenario) ?? dice.pick(fields), lang) : fallback()
    case 'partial':
      return fields.length > 0
        ? partialAnswer(pendingField(state, scenario) ?? dice.pick(fields), speakingContext(state, scene, lang))
        : fallback()
    case 'ownIntent':
      return pickOr(
        scenario.intents.flatMap(({id}) => intentPhrases(id, scenario, lang)),
        scene,
        fallback,
      )
    case 'builtIn':
      return dice.pick(builtInPhrases[lang][dice.pick(Object.keys(builtInPhrases[lang]))]!)
    case 'rule':
      return pickOr(
        scenario.rules.flatMap((rule) => rulePhrases(rule, scene, lang)),
        scene,
        fallback,
      )
    case 'garbage':
      return dice.pick(garbage[lang])
    case 'oddity':
      return dice.pick(oddities)
    case 'injection':
      return dice.pick(injections)
    case 'otherLanguage':
      return dice.pick([...garbage[other], ...Object.values(builtInPhrases[other]).flat()])
    case 'monologue':
      return Array.from({length: dice.int(50, 400)}, () =>
        dice.pick([...garbage[lang], ...oddities, answerOrNothing(fields.length > 0 ? answer : undefined)]),
      )
        .join(' ')
        .slice(0, 8000)
  }
}

const answerOrNothing = (answer: (() => string) | undefined): string => answer?.() ?? ''

const pickOr = (phrases: readonly string[], {dice}: Scene, fallback: () => string): string =>
  phrases.length > 0 ? dice.pick(phrases) : fallback()

/** «нет, не в три, а в четыре» */
export function correction<Field>(answer: (field: Field) => string, field: Field, lang: Lang): string {
  return lang === 'ru' ? `нет, не ${answer(field)}, а ${answer(field)}` : `no, not ${answer(field)}, ${answer(field)}`
}

export const rulePhrases = ({phrases, intents}: ScenarioRule, {scenario}: Scene, lang: Lang): readonly string[] => [
  ...phrases,
  ...intents.flatMap((intent) => intentPhrases(intent, scenario, lang)),
]
