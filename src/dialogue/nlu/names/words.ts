import {numeral} from '../numerals.ts'
import type {Token} from '../types.ts'

/** A word of the utterance as the name grammars see it: fillers gone, repeats collapsed, letters spelled one by one joined. */
export interface Word {
  readonly text: string
  readonly raw: string
  /** Token span. */
  readonly from: number
  readonly to: number
  readonly stop: Token['stop']
  /** Dictated letter by letter: taken as it is. */
  readonly spelled?: boolean
}

export function nameWords(tokens: readonly Token[]): Word[] {
  const result: Word[] = []
  for (let at = 0; at < tokens.length;) {
    const word = spelledAt(tokens, at) ?? plainAt(tokens, at)
    at = word.to
    const last = result.at(-1)
    if (fillers.has(word.text) && !word.spelled) continue
    if (last && /^(?:оглы|кызы|улы|уулу)$/.test(word.text)) {
      result[result.length - 1] = {...word, text: `${last.text} ${word.text}`, raw: `${last.raw} ${word.raw}`, from: last.from}
      continue
    }
    if (word.spelled) replaceSpoken(result, word.text)
    else if (last?.text === word.text && !/^\d/.test(word.text)) {
      // A stutter: the later copy counts, since the punctuation follows it.
      result[result.length - 1] = {...word, from: last.from}
      continue
    }
    result.push(word)
  }
  return result
}

/** A numeral of either language, in digits or words. */
export const isNumberWord = (text: string): boolean => {
  const token = {text, raw: text, start: 0, end: 0, stop: ''} as const
  return numeral(token, 'ru') !== undefined || numeral(token, 'en') !== undefined
}

const fillers = new Set(
  'э ээ эээ эм эмм ммм мм м гм хм ну вот значит короче типа как-то собственно uh um uhm er erm hmm mm ah well'.split(' '),
)

const plainAt = (tokens: readonly Token[], at: number): Word => {
  const {text, raw, stop} = tokens[at]!
  return {text, raw, from: at, to: at + 1, stop}
}

/** `и в а н о в`, `s m i t h`, `эм и эр`, `S-M-I-T-H`: three letters or more (two of them may be one word "double n"). */
function spelledAt(tokens: readonly Token[], at: number): Word | undefined {
  const hyphened = tokens[at]!.text
  if (/^\p{L}(?:-\p{L}){2,}$/u.test(hyphened))
    return {...plainAt(tokens, at), text: hyphened.replaceAll('-', ''), raw: hyphened.replaceAll('-', ''), spelled: true}
  let text = ''
  let to = at
  while (to < tokens.length) {
    const twice = /^(?:double|две|двойная|двойное)$/.test(tokens[to]!.text) ? letter(tokens, to + 1) : undefined
    const one = twice ?? letter(tokens, to)
    if (!one) break
    text += twice ? one.letter.repeat(2) : one.letter
    to = one.to
    if (tokens[to - 1]!.stop && tokens[to - 1]!.stop !== ',' && tokens[to]?.text.length !== 1) break
  }
  if (text.length < 3 || /^(.)\1*$/.test(text)) return undefined
  return {text, raw: text, from: at, to, stop: tokens[to - 1]!.stop, spelled: true}
}

const letterNames: Readonly<Record<string, string>> = {
  бэ: 'б',
  вэ: 'в',
  гэ: 'г',
  дэ: 'д',
  жэ: 'ж',
  зэ: 'з',
  ка: 'к',
  эль: 'л',
  эл: 'л',
  эм: 'м',
  эн: 'н',
  пэ: 'п',
  эр: 'р',
  эс: 'с',
  тэ: 'т',
  эф: 'ф',
  ха: 'х',
  цэ: 'ц',
  че: 'ч',
  ша: 'ш',
  ща: 'щ',
}

function letter(tokens: readonly Token[], at: number): {letter: string; to: number} | undefined {
  const text = tokens[at]?.text
  if (!text) return undefined
  const next = tokens[at + 1]?.text ?? ''
  if (text === 'и' && next === 'краткое') return {letter: 'й', to: at + 2}
  if (/^мягкий$/.test(text) && next === 'знак') return {letter: 'ь', to: at + 2}
  if (/^твердый$/.test(text) && next === 'знак') return {letter: 'ъ', to: at + 2}
  if (text === 'double' && next === 'u') return {letter: 'w', to: at + 2}
  if (/^\p{L}$/u.test(text)) return {letter: text, to: at + 1}
  return Object.hasOwn(letterNames, text) ? {letter: letterNames[text]!, to: at + 1} : undefined
}

/** "Smith, s m i t h": the letters say how the word before is written. */
function replaceSpoken(words: Word[], letters: string) {
  while (/^(?:по|буквам|that's|spelled|spelt|that|is|пишется|через)$/.test(words.at(-1)?.text ?? '')) words.pop()
  const last = words.at(-1)
  if (
    last &&
    last.text[0] === letters[0] &&
    Math.abs(last.text.length - letters.length) <= 2 &&
    last.text.slice(0, 2) === letters.slice(0, 2)
  )
    words.pop()
}
