import {acceptedValues} from '../../dialogue/engine/draft.ts'
import {localTime} from '../../dialogue/engine/local-time.ts'
import type {Scenario, ScenarioField} from '../../dialogue/engine/scenario/scenario.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import {spokenValue} from '../../dialogue/engine/voice.ts'
import type {Lang} from '../../dialogue/nlu/types.ts'
import type {Turn} from '../format/test-file.ts'
import type {Dice} from './dice.ts'
import {type SpeakingContext, spokenAnswer} from './spoken-values.ts'
import {agreement, builtInPhrases, texts} from './word-lists.ts'

/** What somebody on the phone does next, seeing where the bot stands. */
export type Caller = (state: DialogueState) => Turn

export interface Scene {
  readonly scenario: Scenario
  /** Milliseconds since the Unix epoch. */
  readonly now: number
  readonly dice: Dice
}

/** A caller who answers what is asked, agrees to what is read back and wants whatever leads on. */
export function cooperativeCaller(scene: Scene, lang?: Lang): Caller {
  return (state) => {
    const speaking = lang ?? state.lang
    return {user: cooperativeWords(state, scene, speaking)}
  }
}

export const speakingContext = (state: DialogueState, {scenario, now, dice}: Scene, lang: Lang): SpeakingContext => ({
  scenario,
  lang,
  now: localTime(now, scenario.timezone),
  known: acceptedValues(state),
  dice,
})

export const pendingField = ({pending}: DialogueState, {fields}: Scenario): ScenarioField | undefined =>
  'field' in pending ? fields.get(pending.field) : undefined

export function cooperativeWords(state: DialogueState, scene: Scene, lang: Lang): string {
  const {scenario, dice} = scene
  const {pending} = state
  switch (pending.kind) {
    case 'ask':
      return spokenAnswer(scenario.fields.get(pending.field)!, speakingContext(state, scene, lang))
    case 'choose':
      return spokenValue(scenario, pending.field, dice.pick(pending.alts), lang)
    case 'confirm':
    case 'confirm_state':
      return dice.pick(agreement[lang])
    case 'what_to_change':
      return lang === 'ru' ? 'ничего, всё верно' : 'nothing, it is all right'
    case 'open':
    case 'tool':
      return onwardWords(state, scene, lang)
  }
}

/** Words for an edge out of the state, one that leads somewhere new if there is one. */
export function onwardWords({state, visited}: DialogueState, {scenario, dice}: Scene, lang: Lang): string {
  const edges = [...(scenario.states.get(state)?.edges ?? []), ...scenario.global].filter(({on}) => on.length > 0)
  const fresh = edges.filter(({to}) => !visited.includes(to))
  const phrases = (fresh.length > 0 ? fresh : edges).flatMap(({on}) => on.flatMap((intent) => intentPhrases(intent, scenario, lang)))
  return phrases.length > 0 ? dice.pick(phrases) : dice.pick(texts[lang])
}

/** What callers say for an intent: the skillbase's own phrases, else ours. */
export function intentPhrases(intent: string, {intents}: Scenario, lang: Lang): readonly string[] {
  const phrases = intents.find(({id}) => id === intent)?.phrases[lang] ?? []
  if (phrases.length > 0) return phrases
  if (intent === 'yes_answer') return agreement[lang]
  return builtInPhrases[lang][intent] ?? []
}
