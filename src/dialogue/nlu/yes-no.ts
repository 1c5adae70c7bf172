import {indexPatterns, labelled, type LabelledPattern, longestAt, type PatternIndex} from './intents/pattern-index.ts'
import {patternCompiler} from './intents/pattern.ts'
import {type View, viewOf} from './intents/view.ts'
import type {ExtractContext, Extractor, Found, Utterance} from './types.ts'
import {leavesOut} from './yes-no-reserve.ts'
import {type Answer, judge, linking} from './yes-no-verdict.ts'
import {answerClasses, type AnswerKind, englishAnswers, russianAnswers} from './yes-no-words.ts'

export interface YesNo {
  readonly yesno: 'yes' | 'no' | 'unsure'
}

/**
 * Whether an utterance says yes, no or neither to what was just asked. Negation reaches over the word it belongs to, a later word can turn
 * round an earlier one («нет, всё верно» is yes, «да нет» is no, «да, ой, нет» is no, «да нет наверное» is unsure), and a question is no
 * answer.
 */
export const extractYesNo: Extractor<YesNo> = (utterance: Utterance, {offer}: ExtractContext): Found<YesNo> | undefined => {
  const view = answerPart(viewOf(utterance))
  if (!view) return undefined
  const answers = connected(partsOf(view), view)
  const judged = judge(answers, offer === true)
  if (!judged) return undefined
  // Of an offer one takes what one likes; what was read back is right as a whole or is not.
  const verdict = judged === 'yes' && offer !== true && leavesOut(view.tokens, answers) ? 'no' : judged
  const from = answers[0]!.from
  const to = answers.findLast(({kind}) => !linking.has(kind))!.to
  const share = (to - from) / view.tokens.length
  return {
    value: {yesno: verdict},
    from: view.at[from]!,
    to: view.at[to - 1]! + 1,
    confidence: answers.some(({weak}) => weak) || share < 0.3 ? 0.6 : share > 0.5 ? 0.95 : 0.8,
  }
}

/** «Нет, ничего менять не надо», "that's all I need": wants nothing else, which agrees to what was read out. */
export function wantsNoMore(utterance: Utterance): boolean {
  const view = answerPart(viewOf(utterance))
  const answers = view ? connected(partsOf(view), view) : []
  return answers.some(({kind}) => kind === 'no_more' || kind === 'enough') && answers.every(({kind}) => besideNoMore.has(kind))
}

const besideNoMore: ReadonlySet<AnswerKind> = new Set([
  'no_more',
  'enough',
  'bare_no',
  'polite_no',
  'bare_yes',
  'confirm',
  'fine',
  'accept',
])

let index: PatternIndex | undefined

/** Made on first use, like the intents. */
const answerIndex = (): PatternIndex => (index ??= indexPatterns(answerPatterns()))

function answerPatterns(): readonly LabelledPattern[] {
  const compile = patternCompiler(answerClasses)
  return [russianAnswers, englishAnswers].flatMap((table) =>
    Object.entries(table).flatMap(([kind, lines]) => [...labelled(kind, lines, compile)]),
  )
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const asking = set(
  'что чего как где когда куда откуда сколько почем какой какая какое какие какую каких почему зачем кто кому чем разве неужели what how where when why which who whose is are do does did can could will would should am was were',
)

/**
 * The part of the utterance that can hold an answer. A question is none: what counts is what stands before its clause («да, а сколько стоит?»).
 * Nothing when the utterance is one question.
 */
function answerPart(view: View): View | undefined {
  const {tokens} = view
  if (tokens.length === 0) return undefined
  const first = tokens[0]!.text === 'а' ? 1 : 0
  const opening = tokens[first]?.text ?? ''
  if (asking.has(opening) && !longestAt(answerIndex(), view, first)) return undefined
  if (first === 1 && /^(?:можно|нужно|надо|если|вы|у|это|правда|есть)$/.test(opening)) return undefined
  if (tokens.at(-1)!.stop !== '?') return view
  const end = tokens.findLastIndex((token, at) => at < tokens.length - 1 && token.stop !== '')
  return end === -1 ? undefined : {...view, tokens: tokens.slice(0, end + 1), keys: view.keys.slice(0, end + 1)}
}

/** All that answers something, from left to right, the longest phrase at each place; negated words of no other meaning are a weak no. */
function partsOf(view: View): readonly Answer[] {
  const parts: Answer[] = []
  for (let from = 0; from < view.tokens.length;) {
    const found = longestAt(answerIndex(), view, from)
    const weak = negatedAt(view, from)
    if (found && found.to - from >= (weak?.length ?? 0)) {
      parts.push({kind: found.id as AnswerKind, from, to: found.to, weak: false})
      from = found.to
    } else if (weak) {
      parts.push({kind: weak.kind, from, to: from + weak.length, weak: true})
      from += weak.length
    } else from++
  }
  return parts
}

const isEnglishNot = (text: string): boolean => text === 'not' || text === 'cannot' || (text.length > 3 && text.endsWith("n't"))

/** `не` with the word it denies. «Не подскажете» asks and «не забудьте» bids: neither answers. */
function negatedAt({tokens}: View, at: number): {readonly kind: AnswerKind; readonly length: number} | undefined {
  const {text} = tokens[at]!
  const next = tokens[at + 1]?.text
  if (text === 'не' && next !== undefined) return {kind: /[еи]те(?:сь)?$|[йь]те$/.test(next) ? 'other' : 'refuse', length: 2}
  if (isEnglishNot(text) && next !== undefined) return {kind: 'refuse', length: 2}
  return undefined
}

const connectors = set(
  "пожалуйста что это все я мне мы нам меня нас вам вы вас же и то бы тут там у а уж большое вам в с на это самое очень как-то что-то чего-то как даже вообще совсем сейчас сегодня пока еще уже спасибо благодарю i you it that this the a to for me my all so very really please sir oh well it would be i'm",
)

/**
 * The first answer and those that follow it with nothing but small words in between: «нет-нет, всё правильно». What comes after other words,
 * or after «но», is another matter, but for a "no" that all ends with. An answer deep inside a sentence is none.
 */
function connected(parts: readonly Answer[], {tokens}: View): readonly Answer[] {
  const small = (from: number, to: number) => tokens.slice(from, to).filter((token) => !connectors.has(token.text)).length
  const endsWith = (first: number) =>
    parts.slice(first).every(({to}, index) => small(to, parts[first + index + 1]?.from ?? tokens.length) === 0)
  const chain: Answer[] = []
  for (const [index, part] of parts.entries()) {
    const previous = chain.at(-1)
    if (!previous) {
      if (linking.has(part.kind)) continue
      // «Тринадцатого, нет, четырнадцатого» corrects a value and answers nothing.
      if (part.kind === 'bare_no' && small(0, part.from) > 0 && small(part.to, tokens.length) > 0) continue
      if (small(0, part.from) > 3) return []
    } else if ((part.weak && part.kind === 'other') || small(previous.to, part.from) > 0) break
    // "Sure, but no", and not «да, но не сегодня».
    else if (part.kind === 'but' && !(takesBack.has(parts[index + 1]?.kind) && endsWith(index))) break
    chain.push(part)
  }
  return chain
}

const takesBack: ReadonlySet<AnswerKind | undefined> = new Set(['bare_no', 'turn', 'wait'])
