import type {Token} from '../types.ts'

/**
 * What was said before an e-mail address was dictated: "меня зовут Иван, почта | петров собака мейл ру". An address is full of names that are nobody's, so
 * nothing is left when no word tells where it begins. Without an address, everything.
 */
export function beforeEmail(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token, index) => sign.test(token.text) || token.text.includes('@') || isEnglishAt(tokens, index))
  if (at < 0) return tokens
  const start = tokens.findIndex(({text}, index) => index < at && label.test(text))
  return tokens.slice(0, Math.max(0, start))
}

const sign = /^(?:собак[ауи]|собачк[ауи])$/
const label = /^(?:почт[ауы]|и?мейл|имеил|емейл|мыло|электронк[ау]|email|e-mail|mail|мэйл|электронн(?:ая|ый|ую))$/
const providers = /^(?:gmail|yahoo|hotmail|outlook|icloud|yandex|aol|proton|protonmail)$/

const isEnglishAt = (tokens: readonly Token[], at: number): boolean =>
  /^(?:at|эт)$/.test(tokens[at]!.text) &&
  (tokens.some(({text}) => /^(?:dot|точка)$/.test(text)) || providers.test(tokens[at + 1]?.text ?? '') || tokens.at(-1)?.text === 'ру')
