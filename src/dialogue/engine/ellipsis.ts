import type {Draft} from './draft.ts'
import {topicOf} from './fact-topics.ts'
import {findFact} from './facts.ts'
import type {Understanding} from './reading/understand.ts'

/** «Сколько стоит чистка?» – … – «А удаление?»: a question cut short, put in full with what the answer before was about. */
export function inFull(draft: Draft, understanding: Understanding): Understanding {
  const {lastFact, counters} = draft.state
  const {utterance, commands} = understanding
  const {tokens: said, text} = utterance
  // «Ого, а педикюр?»
  const tokens = said.slice(
    said.findIndex(({text: word}) => !/^(?:ого|ой|ага|да|хорошо|ладно|понятно|ясно|так|ну|oh|wow|okay|and)$/.test(word)),
  )
  const again = tokens[0]?.text === 'а' && tokens.length <= 4
  if (!lastFact || counters.turns - lastFact.turn > 1 || !again) return understanding
  // «А сколько его делают?» is a question in full.
  if (tokens.length > 2 && findFact(draft, text)) return understanding
  const topic = topicOf(lastFact.key, draft.state.lang)
  const question =
    topic === undefined
      ? undefined
      : `${topic} ${tokens
          .slice(1)
          .map((token) => token.text)
          .join(' ')}`
  const fact = question === undefined ? undefined : findFact(draft, question)
  // The same fact again would answer something else than what is asked.
  if (question === undefined || !fact || fact.key === lastFact.key) return understanding
  const others = commands.filter(
    (command) => command.kind !== 'set' && command.kind !== 'partial' && command.kind !== 'ask' && command.kind !== 'intent',
  )
  return {
    ...understanding,
    commands: [...others, {kind: 'ask', question, source: 'rule', confidence: 0.8}],
    intents: ['question'],
    utterance: {...utterance, text},
  }
}
