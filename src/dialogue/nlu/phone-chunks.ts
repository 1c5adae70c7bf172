import {numeral} from './numerals.ts'
import {type Atom, atomsOf} from './phone-atoms.ts'
import {withoutNeighbours} from './phone-edges.ts'
import {ordinalEnd} from './phone-moment.ts'
import {isRefusedNumber} from './phone-refused.ts'
import {asides, codeWords, documents, extensionWords, fillers, labels, phoneWords, separators, units} from './phone-words.ts'
import type {Token} from './types.ts'

/** Digits said in one go, and what stands around them. */
export interface Chunk {
  readonly atoms: readonly Atom[]
  /** A plus was said in front. */
  readonly plus: boolean
  /** A word such as «номер» announces it. */
  readonly announced: boolean
  /** Said to be no number to call. */
  readonly refused: boolean
  /** The words between the chunk before and this one may stand inside one number. */
  readonly joins: boolean
  /** What the caller said to take back the digits before; `but` is the second half of «не 20, а 30», `instead` asks for another number. */
  readonly repair?: Repair
  /** The word in front. */
  readonly before: string
  readonly from: number
  readonly to: number
}

export type Repair = 'restart' | 'replace' | 'not' | 'but' | 'instead'

/** The digits of an utterance in chunks; amounts, clock times, dates, house numbers and extensions are left out. */
export function phoneChunks(tokens: readonly Token[]): Chunk[] {
  const chunks: Chunk[] = []
  let open: Draft = draft()
  const close = () => {
    const chunk = finish(open, tokens)
    if (chunk) chunks.push(chunk)
    open = draft(chunk ? undefined : open)
  }
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!
    const repair = repairAt(tokens, at, open)
    const atoms = repair ? [] : atomsOf(token, at, open.apart)
    if (repair) {
      close()
      open = {...draft(), repair: repair.kind}
      at = repair.to
      continue
    }
    const ordinal = separators.has(token.text) ? undefined : ordinalEnd(tokens, at)
    if (ordinal !== undefined) {
      close()
      open.strangers++
      at = ordinal
      continue
    }
    if (token.text === 'плюс' || token.text === 'plus' || token.text === '+' || /^\+\d/.test(token.text)) {
      close()
      open.plus = true
      open.from = at
    }
    if (atoms.length > 0) {
      open.from ??= at
      open.atoms.push(...atoms)
      open.apart = token.stop === '' ? 'never' : 'likely'
    } else if (extensionWords.has(token.text)) {
      close()
      while (at + 1 < tokens.length && (atomsOf(tokens[at + 1]!, 0, 'never').length > 0 || fillers.has(tokens[at + 1]!.text))) at++
    } else if (fillers.has(token.text)) {
      if (open.atoms.length > 0 && open.apart === 'never') open.apart = 'likely'
      // "One hundred and five" is one number.
      if (token.text === 'and' && numeral(tokens[at - 1], 'en')?.rank === 'scale') open.apart = 'never'
    } else if (separators.has(token.text)) {
      open.apart = 'always'
      if (open.atoms.length === 0 && codeWords.has(token.text)) open.announced = true
    } else if (!open.plus || open.atoms.length > 0) {
      close()
      if (phoneWords.has(token.text)) open.announced = true
      else if (!asides.has(token.text))
        open.strangers += units.test(token.text) || labels.test(token.text) || documents.test(token.text) || token.stop === '?' ? 9 : 1
    }
    at++
  }
  close()
  return chunks
}

interface Draft {
  atoms: Atom[]
  plus: boolean
  announced: boolean
  /** Words in front that have nothing to do with phones. */
  strangers: number
  apart: Atom['apart']
  repair: Repair | undefined
  from: number | undefined
}

const draft = (unfinished?: Draft): Draft => ({
  atoms: [],
  plus: false,
  announced: unfinished?.announced ?? false,
  strangers: unfinished?.strangers ?? 0,
  apart: 'never',
  repair: unfinished?.repair,
  from: undefined,
})

const mostStrangers = 3

function finish({atoms, plus, announced, strangers, repair, from}: Draft, tokens: readonly Token[]): Chunk | undefined {
  if (atoms.length === 0 || from === undefined) return undefined
  const before = tokens[from - 1]?.text ?? ''
  const own = withoutNeighbours(atoms, tokens)
  if (own.every(({kind}) => kind === 'times' || kind === 'repeat')) return undefined
  const base = {
    atoms: own,
    plus,
    announced,
    joins: strangers <= mostStrangers,
    refused: isRefusedNumber(tokens, plus ? from : own[0]!.at, own.at(-1)!.at + 1),
    before,
    from: plus ? from : own[0]!.at,
    to: own.at(-1)!.at + 1,
  }
  return repair ? {...base, repair} : base
}

const restarts = phrases(
  'заново|сначала|с начала|по новой|снова|еще раз|начну|повторю|повторяю|start over|from the start|from the beginning|start again|once more|one more time|again|scratch that|let me repeat',
)
const replacements = phrases(
  'нет|не так|не то|неправильно|неверно|ой|ай|вернее|точнее|то есть|тоесть|ошибся|ошиблась|оговорился|оговорилась|извините|извиняюсь|простите|пардон|стоп|погодите|подождите|исправлюсь|поправка|no|nope|sorry|wait|actually|i mean|i meant|oops|whoops|correction|rather|make that|make it|excuse me|my mistake',
)

const preferences = phrases('лучше|другой|другая|новый|better|instead|different number|another number|new one|new number')

/** «Или другой», «и ещё другой», "if not, then better": another number beside the first, and not in its place. */
const beside = /^(?:или|либо|и|еще|также|если|есть|бы|чем|or|also|and|if|than|have)$/

/** A number that was preferred to the one before: «а лучше на другой номер…», "use a different number". */
function isPreferred(tokens: readonly Token[], at: number, length: number): boolean {
  let from = at
  while (from > 0 && at - from < 6 && atomsOf(tokens[from - 1]!, 0, 'never').length === 0) from--
  const words = tokens.slice(from, at + length + 1).map(({text}) => text)
  return !words.some((word, index) => beside.test(word) && !(word === 'or' && words[index + 1] === 'better'))
}

function phrases(list: string): readonly (readonly string[])[] {
  return list
    .split('|')
    .map((phrase) => phrase.split(' '))
    .sort((a, b) => b.length - a.length)
}

function repairAt(tokens: readonly Token[], at: number, open: Draft): {readonly kind: Repair; readonly to: number} | undefined {
  const matched = (list: readonly (readonly string[])[]) =>
    list.find((words) => words.every((word, offset) => tokens[at + offset]?.text === word))
  const restart = matched(restarts)
  if (restart) return {kind: 'restart', to: at + restart.length}
  const text = tokens[at]!.text
  if (open.repair === 'not' && open.atoms.length > 0 && (text === 'а' || text === 'but')) return {kind: 'but', to: at + 1}
  const replace = matched(replacements)
  // One repair: «нет, ой, давайте заново».
  if (replace) return {kind: open.atoms.length === 0 && open.repair === 'restart' ? 'restart' : 'replace', to: at + replace.length}
  const preference = matched(preferences)
  if (preference && open.repair === undefined && isPreferred(tokens, at, preference.length))
    return {kind: 'instead', to: at + preference.length}
  return (text === 'не' || text === 'not') && numeral(tokens[at + 1], text === 'не' ? 'ru' : 'en') ? {kind: 'not', to: at + 1} : undefined
}
