import {withoutFillers} from '../fillers.ts'
import {numeral, type Numeral} from '../numerals.ts'
import type {Token, Utterance} from '../types.ts'
import {phraseAt, phrases, wordSet} from './phrases.ts'

/** A token as the grammars of dates and times read it: hyphens taken apart, `25-го` in one piece, politeness and greetings gone. */
export interface Word extends Token {
  /** Place of the token it comes from. */
  readonly at: number
  readonly num: Numeral | undefined
  /** Only a hyphen or a dash stands between this word and the next: `10-12`, `ноль-ноль`. */
  readonly joined: boolean
}

export function momentWords(utterance: Utterance): Word[] {
  const {utterance: clean, at} = withoutFillers(utterance)
  const split: Word[] = []
  clean.tokens.forEach((token, index) => {
    // «Oh, the fifth of June»: a sigh before a date, not the zero of a clock.
    if (
      index === 0 &&
      /^oh?$/.test(token.text) &&
      !/^\d|^(?:one|two|three|four|five|six|seven|eight|nine)$/.test(clean.tokens[1]?.text ?? '')
    )
      return
    const word = isBelowZero(utterance.text, token, clean.tokens[index - 1]) ? {...token, text: '\0'} : token
    split.push(...parts(word, at[index]!, dashAfter(utterance.text, token, clean.tokens[index + 1])))
  })
  return withoutPoliteness(withOrs(withMeridiems(withSuffixes(split))))
}

/** «-1» is neither an hour nor a day; «10 -15» are two hours with a dash between. */
const isBelowZero = (text: string, token: Token, before: Token | undefined): boolean =>
  /^\d+$/.test(token.text) && /(?:^|\s)[-−]$/.test(text.slice(0, token.start)) && !/^\d/.test(before?.text ?? '')

/** The span of words `[from, to)` in tokens of the utterance. */
export const tokenSpan = (words: readonly Word[], from: number, to: number): {from: number; to: number} => ({
  from: words[from]?.at ?? 0,
  to: (words[to - 1]?.at ?? -1) + 1,
})

// Their dot ends no sentence.
const abbreviations = wordSet(
  'ч мин г р руб ул д янв февр апр июн июл авг сент окт нояб дек jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri',
)
const particles = wordSet('то нибудь ка таки либо ish')

function parts(said: Token, at: number, joined: boolean): Word[] {
  const token = said.stop === '.' && abbreviations.has(said.text) ? {...said, stop: '' as const} : said
  const {text} = token
  if (!text.includes('-')) {
    const stem = /^(.{3,})ish$/.exec(text)?.[1]
    const english = stem && numeral({...token, text: stem}, 'en')
    return [english ? {...token, text: stem, at, num: english, joined} : {...token, at, num: numeralOf(token), joined}]
  }
  const pieces = text.split('-').filter((piece) => piece !== '' && !particles.has(piece))
  return pieces.map((piece, index) => {
    const last = index === pieces.length - 1
    const word: Token = {...token, text: piece, stop: last ? token.stop : ''}
    return {...word, at, num: numeralOf(word), joined: last ? joined : true}
  })
}

const numeralOf = (token: Token): Numeral | undefined => (token.text < 'а' ? numeral(token, 'en') : numeral(token, 'ru'))

function dashAfter(text: string, token: Token, next: Token | undefined): boolean {
  if (!next || next.start - token.end > 3 || next.start === token.end) return false
  return /^\s?[-–—]\s?$/.test(text.slice(token.end, next.start))
}

const ordinalSuffixes = wordSet('го ого ое му ому st nd rd th')
const gluedOrdinalSuffixes = wordSet('е й м')
const gluedCardinalSuffixes = wordSet('ти и х ми ю')

/** `25` `го` → one ordinal; `10` `ти` → one cardinal. Single letters count only when they are glued or hyphenated to the digits. */
function withSuffixes(words: readonly Word[]): Word[] {
  const merged: Word[] = []
  for (const word of words) {
    const before = merged.at(-1)
    const digits = before?.num?.rank === 'digits' && before.stop === '' ? before : undefined
    const glued = digits && (digits.joined || digits.end === word.start)
    const ordinal = digits && (ordinalSuffixes.has(word.text) || (glued && gluedOrdinalSuffixes.has(word.text)))
    if (digits && (ordinal || (glued && gluedCardinalSuffixes.has(word.text)))) {
      const num: Numeral = {...digits.num!, ordinal: ordinal === true}
      merged[merged.length - 1] = {...digits, text: `${digits.text}-${word.text}`, end: word.end, stop: word.stop, num, joined: word.joined}
    } else merged.push(word)
  }
  return merged
}

/** `p` `.` `m` `.` → `pm`: the dots of an abbreviation end no sentence. */
function withMeridiems(words: readonly Word[]): Word[] {
  const merged: Word[] = []
  for (const word of words) {
    const before = merged.at(-1)
    if (word.text === 'm' && (before?.text === 'a' || before?.text === 'p') && word.start - before.end <= 2)
      merged[merged.length - 1] = {...before, text: `${before.text}m`, end: word.end, stop: word.stop === '.' ? '' : word.stop}
    else merged.push(word)
  }
  return merged
}

const hedges = phrases<true>([[true, 'может быть|может|хоть|что|maybe|perhaps']])

/** "Maybe on monday, maybe on tuesday", `хоть в среду хоть в четверг`: the second one is an "or". */
function withOrs(words: readonly Word[]): readonly Word[] {
  const first = words.findIndex((_, at) => phraseAt(hedges, words, at))
  const second = words.findIndex(({text}, at) => at > first && first !== -1 && text === words[first]!.text)
  return second === -1 ? words : words.map((word, at) => (at === second ? {...word, text: word.text < 'а' ? 'or' : 'или'} : word))
}

// Nothing of this says when. Approximations are dropped too: "about three" is booked as three.
const dropped = phrases<true>([
  [
    true,
    'пожалуйста|наверное|наверно|пожалуй|вероятно|видимо|скорее всего|может быть|по возможности|если можно|если возможно|если не трудно',
  ],
  [true, 'примерно|приблизительно|ориентировочно|где-то|где то|там|этак|эдак|так|прям|прямо|же|ж|ровно|точно|именно|просто|только|типа'],
  [true, 'м|по моему|мне кажется|кажется|скажем|допустим|предположим|как минимум|к примеру|например|думаю|я думаю'],
  [
    true,
    "please|maybe|perhaps|probably|roughly|approximately|exactly|precisely|just|only|ish|i think|i guess|i suppose|let's say|if possible",
  ],
  [true, 'kind of|sort of|somewhere|sometime|some time|or so|sharp|on the dot'],
  [true, 'доброе утро|доброго утра|с добрым утром|добрый день|доброго дня|добрый вечер|доброго вечера|добрый вечерочек|доброй ночи'],
  [true, 'доброго времени суток|добрый денек|хорошего дня|хорошего вечера|хорошего утра|приятного дня|приятного вечера|удачного дня'],
  [true, 'спокойной ночи|хорошего вам дня|хорошего вам вечера|приятного вам дня|приятного вам вечера|доброго здоровья'],
  [true, 'good morning|good afternoon|good evening|good night|good day|a good day|a nice day|a great day|a lovely day|a good one'],
  [true, 'a good evening|a nice evening|a great evening|a lovely evening|a nice night|a good night|a good morning|a nice afternoon'],
])

function withoutPoliteness(words: readonly Word[]): Word[] {
  const kept: Word[] = []
  for (let at = 0; at < words.length;) {
    const found = phraseAt(dropped, words, at)
    if (!found) {
      kept.push(words[at++]!)
      continue
    }
    const before = kept.at(-1)
    const stop = words[found.to - 1]!.stop
    if (before && before.stop === '' && stop !== '') kept[kept.length - 1] = {...before, stop}
    at = found.to
  }
  return kept
}
