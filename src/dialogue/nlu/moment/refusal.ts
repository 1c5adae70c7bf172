import {isNegated, type Span} from '../correction.ts'
import {phraseAt, phraseBefore, phrases, wordSet} from './phrases.ts'
import type {Word} from './words.ts'

/** Whether the speaker rules the value at `span` out: `не в субботу`, `кроме среды`, `завтра не получится`, "friday doesn't work". */
export const isRefused = (words: readonly Word[], span: Span): boolean =>
  isRefusedBefore(words, span) || refusalBehind(words, span.to) !== undefined

/** The values that are not ruled out. One refusal rules out one value: in `в три не могу в четыре` the first. */
export function notRefused<Value extends Span>(words: readonly Word[], values: readonly Value[]): Value[] {
  const kept: Value[] = []
  let spent: number | undefined
  for (const value of values) {
    const before = spent !== undefined && value.from - spent <= 2 ? false : isRefusedBefore(words, value)
    const behind = refusalBehind(words, value.to)
    spent = before ? undefined : behind
    if (!before && behind === undefined) kept.push(value)
  }
  return kept
}

export const isRefusedBefore = (words: readonly Word[], span: Span): boolean =>
  // Only what stands before is asked for here: the end of the span is put where nothing follows.
  isNegated(words.slice(0, span.to), span) || isExcepted(words, span.from)

const exceptions = phrases<true>([
  [
    true,
    'кроме|вместо|чем|нежели|исключая|except|except for|than|instead of|but not|anything but|any day but|any other day but|any time but|anytime but|any hour but|every day but|whenever but|all but|everything but|other than|rather than|not|neither|nor|ни',
  ],
  [
    true,
    'не устраивает|не подходит|не подойдет|не хочу|не могу|не надо|не нужно|не получится|не буду|не смогу|не удобно|неудобно|занят|занята',
  ],
  [true, 'меня не будет|нас не будет|меня не будет дома|нас не будет дома|дома не будет|никого не будет'],
  [true, 'не приду|не придем|не придет|не приеду|не приедем|не подъеду|не появлюсь|не успею|не успеваю|не сможем|не можем|не переносите'],
  [true, "can't do|can't make|cannot do|cannot make|can't come|don't want|won't be|not available|busy|unavailable|can't|isn't"],
  // «Я работаю до шести»: from six on they are free.
  [true, "работаю|на работе|на учебе|на занятиях|учусь|i work|we work|i'm at work|i am at work|in meetings|in a meeting|at school"],
])
const prepositions = wordSet('в во на к ко с со до по от за у около a an the on at in for to by this next it эту этот это с this')
const proposals = phrases<true>([[true, 'почему бы|почему бы и|why|чем не|не хуже|не позднее|лучше поздно']])

const coming = /^(?:прийти|приехать|подъехать|быть|попасть|успеть|подойти|явиться|come|attend|be)$/

function isExcepted(words: readonly Word[], from: number): boolean {
  let at = from
  while (at > 0 && from - at < 3 && prepositions.has(words[at - 1]!.text) && words[at - 1]!.stop === '') at--
  // «Не смогу прийти завтра», "can't come tomorrow": the verb between.
  if (at > 1 && coming.test(words[at - 1]!.text)) at--
  if (at === 0 || isClauseEnd(words[at - 1]!)) return false
  const found = phraseBefore(exceptions, words, at)
  return found !== undefined && !phraseBefore(proposals, words, found.from)
}

const between = wordSet(
  "я мне мы нам у меня нас точно никак к сожалению уже но это как раз вообще совсем самом деле боюсь i is that's that am are i'm it it's really unfortunately for me us a bit the way будет слишком too мой муж",
)
const refusals = phrases<'firm' | 'soft'>([
  [
    'firm',
    'не могу|не смогу|не получится|не получается|не подходит|не подойдет|не устраивает|не устроит|не удобно|не надо|не нужно|не хочу',
  ],
  [
    'firm',
    'не буду|не успею|не успеваю|не выйдет|не вариант|неудобно|занят|занята|заняты|работаю|работаем|на работе|никак|отпадает|исключено',
  ],
  [
    'firm',
    'мимо|нельзя|не смогли|не пойдет|не катит|не лучший вариант|уезжаю|в отъезде|не можем|не сможем|не успеем|не подходят|не будет|в отпуске|уеду|отсутствую',
  ],
  [
    'firm',
    "doesn't work|does not work|won't work|will not work|doesn't suit|isn't good|isn't possible|isn't great|is not good|not good|no good",
  ],
  ['firm', "can't|cannot|can't make it|busy|working|bad|impossible|out|isn't convenient|not possible|not great|don't work|unavailable"],
  ['firm', "not available|won't be able|not an option|not convenient|off|not going to work|won't do|doesn't really work|wouldn't work"],
  // What is too early has to be said of the value, not begin another one (`рано утром`, "early evening").
  ['soft', 'рано|рановато|поздно|поздновато|далеко|early|late'],
])
const nextValue = wordSet('утром утра вечером вечера morning evening afternoon по в на at in')

/** Where a refusal of the value that ends at `to` ends itself. */
function refusalBehind(words: readonly Word[], to: number): number | undefined {
  for (let at = to; at <= to + 4 && at <= words.length; at++) {
    if (isClauseEnd(words[at - 1]!)) return undefined
    const found = phraseAt(refusals, words, at)
    if (found) {
      const says = found.value === 'firm' || !nextValue.has(words[found.to]?.text ?? '') || words[found.to - 1]!.stop !== ''
      return says ? found.to : undefined
    }
    if (!between.has(words[at]?.text ?? '')) return undefined
  }
  return undefined
}

const isClauseEnd = (word: Word): boolean => word.stop === '.' || word.stop === '?' || word.stop === '!'
