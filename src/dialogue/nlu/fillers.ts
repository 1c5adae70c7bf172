import {numeral} from './numerals.ts'
import type {Extractor, Token, Utterance} from './types.ts'

/** An utterance without fillers. `at[i]` is the place of its i-th token in the original; `at` has one entry more, the original length. */
export interface Cleaned {
  readonly utterance: Utterance
  readonly at: readonly number[]
}

/**
 * Drops what carries no meaning: hesitations (`э`, `um`), discourse words (`ну`, `как бы`, `you know`) and stuttered short words
 * (`в в пять`). An utterance made of nothing else is left as it is. Not for spelling: `эм` is also a letter.
 */
export function withoutFillers(utterance: Utterance): Cleaned {
  const {tokens} = utterance
  const kept: Token[] = []
  const at: number[] = []
  for (let index = 0; index < tokens.length;) {
    const length = fillerAt(tokens, index)
    if (length === 0) {
      kept.push(tokens[index]!)
      at.push(index++)
    } else {
      const last = tokens[index + length - 1]!
      const before = kept.at(-1)
      // A clause border behind the filler is still a clause border.
      if (before && before.stop === '' && last.stop !== '') kept[kept.length - 1] = {...before, stop: last.stop}
      index += length
    }
  }
  if (kept.length === 0) return {utterance, at: [...tokens.keys(), tokens.length]}
  return {utterance: {...utterance, tokens: kept}, at: [...at, tokens.length]}
}

/** The same extractor, deaf to fillers; the span it returns is in the tokens of the utterance it was given. */
export function ignoringFillers<Value>(extract: Extractor<Value>): Extractor<Value> {
  return (utterance, context) => {
    const {utterance: clean, at} = withoutFillers(utterance)
    const found = extract(clean, context)
    return found && {...found, from: at[found.from]!, to: found.to > found.from ? at[found.to - 1]! + 1 : at[found.to]!}
  }
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const hesitations = set('э ээ эээ ээээ эм эмм эммм мм ммм мммм хм хмм гм кхм ам аа ааа uh uhh uhm um umm er err erm hm hmm mm mmm ah eh')
const always = set('ну вот короче слушайте слушай смотрите блин собственно кстати')
const atStart = set('так well so')
const addressed = set('знаете понимаете')
const asks = /^(?:ли|что|где|как|когда|кто|куда|сколько|почему|зачем|чем|меня|по|вы|его|ее)$|^как/
const phrases: readonly (readonly string[])[] = [
  'как бы',
  'это самое',
  'в общем то',
  'в общем',
  'так сказать',
  'как его',
  'you know',
  'let me see',
  "let's see",
].map((phrase) => phrase.split(' '))

/** How many tokens of filler begin at `index`. */
function fillerAt(tokens: readonly Token[], index: number): number {
  const {text, stop} = tokens[index]!
  const previous = tokens[index - 1]?.text ?? ''
  if (hesitations.has(text) || /^(?:э{2,}|м{2,}|а{3,}|ы{2,}|хм+|эм+)$/.test(text)) return isMurmuredAnswer(tokens, index) ? 0 : 1
  if (text === 'ну' && previous === 'да' && isDismissal(tokens, index)) return 0
  if (always.has(text) || text === 'в-общем' || text === 'в-общем-то' || text === 'вообщем') return 1
  if (atStart.has(text)) return index === 0 && tokens.length > 1 && !['и', 'точно', 'далее'].includes(tokens[1]!.text) ? 1 : 0
  if (text === 'значит') return ['не', 'что', 'это', 'как'].includes(previous) ? 0 : 1
  // «Знаете, я занята» against «вы знаете, где это».
  if (addressed.has(text))
    return (index === 0 && tokens.length > 2 && !asks.test(tokens[1]!.text)) || (stop === ',' && previous === '') ? 1 : 0
  if (text === 'типа') return /^(?:как|так|эт|друг|чего)/.test(previous) ? 0 : 1
  if (text === 'like') return isFillerLike(previous, tokens[index + 1], stop) ? 1 : 0
  if (stutters(tokens, index)) return 1
  for (const phrase of phrases) {
    if (phrase.every((word, offset) => tokens[index + offset]?.text === word) && !asksToKnow(phrase, previous)) return phrase.length
  }
  return 0
}

/** «Да ну», «да ну вас»: anything but a yes. */
const isDismissal = (tokens: readonly Token[], index: number): boolean =>
  index + 1 === tokens.length ||
  (tokens[index]!.stop === '' && dismissed.test(`${tokens[index + 1]!.text} ${tokens[index + 2]?.text ?? ''} `))
const dismissed =
  /^(?:вас|тебя|его|ее|их|нафиг|нахрен|к (?:черту|чертям|лешему)|в (?:баню|болото)|что|зачем|какой|какая|бросьте|брось|перестаньте|прекратите|хватит) /

/** `uh huh` and `mm hmm` are yes, `uh uh` is no. */
function isMurmuredAnswer(tokens: readonly Token[], index: number): boolean {
  const murmur = (text: string | undefined) => text === 'huh' || text === 'hmm' || text === 'uh' || text === 'mm'
  const {text} = tokens[index]!
  const next = tokens[index + 1]?.text
  const previous = tokens[index - 1]?.text
  return (
    ((text === 'uh' || text === 'mm') && murmur(next) && tokens.length <= 3) ||
    ((previous === 'uh' || previous === 'mm') && murmur(text) && tokens.length <= 3)
  )
}

const asksToKnow = (phrase: readonly string[], previous: string): boolean =>
  phrase[0] === 'you' && ['do', 'did', 'if', 'let', 'as', 'would', "don't"].includes(previous)

/** "like uh five" against "I'd like five". */
const isFillerLike = (previous: string, next: Token | undefined, stop: Token['stop']): boolean =>
  !/^(?:i|you|we|they|would|i'd|we'd|really|also|don't|not|looks?|sounds?|feels?|what's|just|something)$/.test(previous) &&
  (stop === ',' || previous === '' || numeral(next, 'en') !== undefined || hesitations.has(next?.text ?? ''))

const said = set('да нет не no ага угу so ok so')

function stutters(tokens: readonly Token[], index: number): boolean {
  const {text} = tokens[index]!
  if (text.length > 3 || said.has(text) || tokens[index + 1]?.text !== text) return false
  // Single letters are spelling, equal numbers are dictation. Russian prepositions of one letter are neither.
  if (text.length === 1 && !/^[вкси]$/.test(text)) return false
  return !numeral(tokens[index], 'ru') && !numeral(tokens[index], 'en')
}
