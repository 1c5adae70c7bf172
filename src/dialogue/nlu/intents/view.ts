import {withoutFillers} from '../fillers.ts'
import {stemKeys} from '../stem.ts'
import type {Token, Utterance} from '../types.ts'

/** An utterance as phrase patterns see it, made once: no fillers, every token under all its keys. */
export interface View {
  readonly tokens: readonly Token[]
  /** Of each token: `=` with the word itself, then its stem keys. */
  readonly keys: readonly (readonly string[])[]
  /** Words of politeness, which may stand anywhere in a phrase: `повторите, пожалуйста, ещё раз`. */
  readonly polite: readonly boolean[]
  /** Where each token stands in the utterance; one entry more for its end. */
  readonly at: readonly number[]
}

let latest: {readonly utterance: Utterance; readonly view: View} | undefined

/**
 * The view of an utterance. The latest one is remembered: a turn asks for it for the intents, for yes or no and for every phrase of every
 * rule. One is enough, and costs the garbage collector nothing.
 */
export function viewOf(utterance: Utterance): View {
  if (latest?.utterance !== utterance) latest = {utterance, view: makeView(utterance)}
  return latest.view
}

function makeView(utterance: Utterance): View {
  const cleaned = withoutFillers(utterance)
  // "Um, let me see, please" is fillers and politeness all through, and means something for once.
  const says = cleaned.utterance.tokens.some(({text}) => !isPoliteWord(text))
  const tokens = says ? cleaned.utterance.tokens : utterance.tokens
  return {
    tokens,
    keys: tokens.map(({text}) => [`=${text}`, ...stemKeys(text)]),
    polite: tokens.map(({text}, place) => isPoliteWord(text) || (text === 'будьте' && isPoliteWord(tokens[place + 1]?.text ?? ''))),
    at: says ? cleaned.at : [...tokens.keys(), tokens.length],
  }
}

export const isPoliteWord = (text: string): boolean => politeWords.has(text)

/** Whether a phrase at `to` opens the utterance: nothing but greetings, apologies and yes or no stand before it. */
export const onlyLeadIns = ({tokens, polite}: View, to: number): boolean => {
  for (let at = 0; at < to; at++) if (!polite[at] && !leadIns.has(tokens[at]!.text)) return false
  return true
}

/** Whether a phrase that ended before `from` closes the utterance: only thanks follow. */
export const onlyLeadOuts = ({tokens, polite}: View, from: number): boolean => {
  for (let at = from; at < tokens.length; at++) if (!polite[at] && !leadOuts.has(tokens[at]!.text)) return false
  return true
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const politeWords = set('пожалуйста пожалуста плиз please kindly девушка уважаемая уважаемый дорогая милая любезны добры')
const leadIns = set(
  'здравствуйте алло ало привет добрый день вечер утро доброе извините простите да нет ой а и но ладно хорошо окей hello hi hey sorry excuse me yes yeah no ok okay good morning afternoon evening oh and but so um uh er well ну э ээ эээ эм',
)
const leadOuts = set('спасибо thanks thank you')
