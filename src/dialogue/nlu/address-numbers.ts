import {detailWord} from './address-words.ts'
import {numeral, readNumber} from './numerals.ts'
import type {Lang, Token} from './types.ts'

/** A house or flat number as it is written: `12а`, `5/2`. `to` is behind its last token. */
export interface ReadHouse {
  readonly text: string
  readonly to: number
  /** Said as an ordinal: "десятый дом". */
  readonly ordinal: boolean
}

/** The number that starts at `at`, with its letter and fraction: "двенадцать а" → `12а`, "пять дробь два" → `5/2`. */
export function houseAt(tokens: readonly Token[], at: number): ReadHouse | undefined {
  const start = /^(?:номер|№|#)$/.test(tokens[at]?.text ?? '') ? at + 1 : at
  const token = tokens[start]
  if (!token) return undefined
  if (/^\d+\/\d+$/.test(token.text)) return withLetter(tokens, token.text, start + 1, false)
  const number = readNumber(tokens, start, 'ru')
  if (!number || number.value === 0 || number.value > 9999 || number.collective) return undefined
  if (/^\d+$/.test(token.text) && isOrdinalEnding(tokens, start + 1)) return {text: token.text, to: start + 2, ordinal: true}
  if (number.ordinal) return {text: String(number.value), to: number.to, ordinal: true}
  const fraction = /^(?:дробь|\/|слэш|слеш|черта)$/.test(tokens[number.to]?.text ?? '')
    ? readNumber(tokens, number.to + 1, 'ru')
    : undefined
  if (fraction) return withLetter(tokens, `${number.value}/${fraction.value}`, fraction.to, false)
  return withLetter(tokens, String(number.value), number.to, false)
}

/** `5-й`, `3 я`: a digit and the ending of an ordinal, written apart by the tokenizer. */
export const isOrdinalEnding = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return token !== undefined && /^(?:й|я|е|го|ой|ая|ую|м|ом|ю)$/.test(token.text) && token.start - tokens[at - 1]!.end <= 1
}

const spoken: Readonly<Record<string, string>> = {бэ: 'б', вэ: 'в', гэ: 'г', дэ: 'д', же: 'ж', жэ: 'ж', зэ: 'з', ка: 'к'}

function withLetter(tokens: readonly Token[], text: string, to: number, ordinal: boolean): ReadHouse {
  const marker = /^(?:литера|литер|буква|лит)$/.test(tokens[to]?.text ?? '') ? 1 : 0
  const token = tokens[to + marker]
  const letter = token && (/^[а-ж]$/.test(token.text) || (marker && /^[а-я]$/.test(token.text)) ? token.text : spoken[token.text])
  if (!token || !letter) return {text, to, ordinal}
  const next = tokens[to + marker + 1]
  const glued = token.start === tokens[to - 1]!.end
  // "двадцать в москве", "пять а вы": one letter is a word too, unless the address goes on behind it or nothing does.
  const closes = isEnd(next) || token.stop !== '' || detailWord(next?.text) !== undefined || numeral(next, 'ru') !== undefined
  return glued || marker || closes ? {text: text + letter, to: to + marker + 1, ordinal} : {text, to, ordinal}
}

/** Whether the address is over: nothing follows but politeness. */
export const isEnd = (token: Token | undefined): boolean =>
  token === undefined || /^(?:пожалуйста|спасибо|вот|все|да|ага|если|благодарю|правильно|верно|так|please|thanks|thank)$/.test(token.text)

/** A plain number; English house numbers are said in groups: "twelve thirty four" → `1234`. `closing`: a letter may be the last word. */
export function englishNumberAt(tokens: readonly Token[], at: number, closing = false): ReadHouse | undefined {
  let text = ''
  let to = /^(?:number|no|#)$/.test(tokens[at]?.text ?? '') ? at + 1 : at
  for (;;) {
    const number = readNumber(tokens, to, 'en')
    if (!number || number.ordinal || number.value > 99_999) break
    // "five fifth avenue": digits beside digits are two numbers.
    if (text && tokens[to]!.text.match(/^\d/)) break
    text += /^\d+$/.test(tokens[to]!.text) ? tokens[to]!.text : String(number.value)
    to = number.to
  }
  if (!text || text.length > 6) return undefined
  const next = tokens[to]
  const glued = next && next.start === tokens[to - 1]!.end
  if (next && /^[a-h]$/.test(next.text) && (glued || closing || (next.text !== 'a' && tokens[to + 1] !== undefined)))
    return {text: text + next.text, to: to + 1, ordinal: false}
  return {text, to, ordinal: false}
}

export const isNumber = (token: Token | undefined, lang: Lang): boolean =>
  numeral(token, lang) !== undefined || /^\d+[/]\d+$/.test(token?.text ?? '')
