import type {IntentMatch} from '../../nlu/intents.ts'
import {words} from '../../nlu/tokens.ts'
import type {Token, Utterance} from '../../nlu/types.ts'
import type {Scenario} from '../scenario/scenario.ts'

export const isCustom = ({intents}: Scenario, {id}: IntentMatch): boolean => intents.some((intent) => intent.id === id)

/** Whether something is asked: «сколько стоит стрижка» is, «можно на стрижку завтра» is a wish in the form of a question. */
export function isQuestion(scenario: Scenario, {tokens}: Utterance, matches: readonly IntentMatch[]): boolean {
  if (!matches.some((match) => match.id === 'question')) return false
  if (matches.some((match) => match.id === 'book' || isCustom(scenario, match))) return false
  return asksFacts(tokens) || !(mayI.test(words(tokens)) || mayBeDone.test(words(tokens)))
}

/** «Сломались очки, можно починить?» is a wish as well. */
const mayBeDone = /(?:^| )можно (?:ли |их |его |её |ее |как-то )*\S{3,}(?:ть|ться|ти|чь)$/

const mayI =
  /^(?:(?:а|и|ну|да|алло|здравствуйте|добрый|день|вечер|утро|скажите|подскажите|пожалуйста|хотел|хотела|хочу|бы|узнать|спросить|hi|hello|so|and) )*(?:можно|могу я|могу|вы можете|можете|can i|could i|may i|can we|could we|can you|could you)(?: |$)/

/** Words that want to be told something. «Как записаться» and "how do I book" want a booking. */
export const asksFacts = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({text}, at) =>
      // «Можно ли записаться» is a wish, however it is put.
      (interrogative.test(text) && !(text === 'ли' && /^(?:можно|могу|нельзя)$/.test(tokens[at - 1]?.text ?? ''))) ||
      (text === 'how' && /^(?:much|many|long|far|old|late)$/.test(tokens[at + 1]?.text ?? '')),
  )

const interrogative =
  /^(?:сколько|скольки|почем|где|когда|куда|откуда|какой|какая|какое|какие|каких|какую|каков|кто|что|чем|почему|зачем|ли|есть|what|where|when|which|who|why|what's)$/
