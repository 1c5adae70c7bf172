import {tokenize} from '../../nlu/tokens.ts'
import type {Token} from '../../nlu/types.ts'

export interface Sentence {
  readonly text: string
  readonly tokens: readonly Token[]
  /** It wants an answer, as a question or as a request. */
  readonly asks: boolean
}

/** A text taken apart, those that ask told from those that state something. */
export function sentencesOf(text: string): Sentence[] {
  return (text.match(/[^.!?…]+[.!?…]*/gu) ?? []).flatMap((part) => {
    const tokens = tokenize(part)
    return tokens.length > 0 ? [{text: part.trim(), tokens, asks: part.includes('?') || isRequest(tokens)}] : []
  })
}

/** «Хорошо, назовите, пожалуйста, ваш номер.»: whatever stands before the verb, unless somebody says that of himself. */
function isRequest(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({text}) => requests.test(text))
  return at !== -1 && !tokens.slice(0, at).some(({text}) => /^(?:я|мы|не|i|we|not|can't|cannot|don't)$/.test(text))
}

const requests =
  /^(?:назовите|скажите|подскажите|продиктуйте|уточните|укажите|сообщите|оставьте|расскажите|опишите|представьтесь|выберите|повторите|tell|give|say|describe|choose|spell|name)$/
