import {detailWord, isAddressCue} from '../address-words.ts'
import type {Case} from './decline.ts'
import {type Phrase, phraseAt} from './phrase.ts'
import {type Cue, cueAfter, cueAt} from './russian-cues.ts'
import {russianFirstName} from './lexicon.ts'
import {isStopWord} from './stop-words.ts'
import {strangeSurname} from './strange-surname.ts'
import {isNumberWord, type Word} from './words.ts'

export interface NameReading extends Phrase {
  readonly confidence: number
}

/** A name said in Russian, by cue, by label, before a cue, or bare when it was asked for (or is all that was said). */
export function russianName(words: readonly Word[], asked: boolean): NameReading | undefined {
  return announced(words, asked) ?? bare(words, asked)
}

/** Everything the cues announce, put together: "фамилия Иванов, имя Пётр". What comes first stays. */
function announced(words: readonly Word[], asked: boolean): NameReading | undefined {
  let sum: NameReading | undefined
  for (let at = 0; at < words.length; at++) {
    if (sum && at < sum.to) continue
    const cue = cueAt(words, at, asked)
    const found = cue && !denied(words, at) ? afterCue(words, cue, asked) : beforeCue(words, at, asked)
    if (!found) continue
    if (!sum) sum = cue?.part ? withNameBefore(words, at, found) : found
    else if (Object.keys(found.parts).every((part) => !(part in sum!.parts)))
      sum = {
        ...found,
        parts: {...sum.parts, ...found.parts},
        from: sum.from,
        confidence: Math.min(sum.confidence, found.confidence),
        alts: [],
      }
  }
  return sum
}

const isStreet = (words: readonly Word[], cue: Cue, {to}: Phrase): boolean => {
  const next = words[to]?.text ?? ''
  return isNumberWord(next) || detailWord(next) !== undefined || words.slice(0, cue.from).some(({text}) => isAddressCue(text))
}

/** "Анна, отчество Петровна": the label says what follows, the name before it stands for itself. */
function withNameBefore(words: readonly Word[], label: number, found: NameReading): NameReading {
  let at = label
  while (at > 0 && /^(?:а|и|ну|моя|мое|мой|только)$/.test(words[at - 1]!.text)) at--
  for (let start = Math.max(0, at - 2); start < at; start++) {
    const head = phraseAt(words.slice(0, at), start, {cases: {nom: 1}, surname: 0.6})
    if (
      head &&
      head.to === at &&
      !blocked(words, start) &&
      head.score >= 1 &&
      Object.keys(head.parts).every((part) => !(part in found.parts))
    )
      return {...found, parts: {...head.parts, ...found.parts}, from: start}
  }
  return found
}

function afterCue(words: readonly Word[], cue: Cue, asked: boolean): NameReading | undefined {
  const start = titles(words, cue.to)
  if (start >= words.length) return undefined
  const phrase = phraseAt(words, start, {
    cases: cue.cases,
    unknown: cue.strong,
    part: cue.part,
    surname: cue.strong ? 0 : asked ? 0.2 : 0.6,
  })
  if (!phrase) return undefined
  const known = phrase.score >= 1
  if (!cue.strong && !known) return undefined
  if (!cue.strong && !phrase.parts.first && !phrase.parts.patronymic) {
    // "это обман": of the surnames only those in -ов, -ин and -ский stand alone.
    if (!asked && phrase.score < 1.15) return undefined
    // "живу на ленина двадцать"
    if (isStreet(words, cue, phrase)) return undefined
  }
  // "это роза", "я вера": an everyday word needs more than a pronoun before it.
  if (!cue.strong && !asked && phrase.to - phrase.from === 1 && phrase.score < 1.2 && phrase.parts.first) return undefined
  return {...phrase, from: cue.from, confidence: known ? (cue.strong ? 0.95 : 0.85) : 0.55}
}

function beforeCue(words: readonly Word[], at: number, asked: boolean): NameReading | undefined {
  // Looking for the cue is cheaper than for the name.
  if (blocked(words, at) || ![1, 2, 3].some((ahead) => cueAfter(words, at + ahead))) return undefined
  const unknown = opens(words, at) && closes(words, at)
  const phrase = phraseAt(words, at, {cases: {nom: 1, ins: 0.4}, surname: unknown ? 0 : 0.6, unknown})
  const cue = phrase && cueAfter(words, phrase.to)
  if (!phrase || !cue || (phrase.score < 1 && !cue.strong && !asked)) return undefined
  const again = saidAgain(words, phrase, cue.to)
  return again ? {...again, from: phrase.from, confidence: 0.9} : {...phrase, to: cue.to, confidence: phrase.score >= 1 ? 0.9 : 0.6}
}

/** «Юлия, меня зовут Юлия Сергеевна Белова»: the same name in full behind the cue. */
function saidAgain(words: readonly Word[], {parts}: Phrase, at: number): Phrase | undefined {
  const full = phraseAt(words, at, {cases: {nom: 1}, surname: 0.6})
  return full && full.score >= 1 && full.parts.first && full.parts.first.value === parts.first?.value ? full : undefined
}

/** «Айпери меня зовут» and nothing else: then the word is a name, whoever knows it. */
const opens = (words: readonly Word[], at: number): boolean => words.slice(0, at).every(({text}) => polite.has(text))
// «Ростелеком вас беспокоит» is nobody's name.
const isOwnName = (text: string): boolean => /^(?:меня|зовут|мое|моя)$/.test(text)
const closes = (words: readonly Word[], at: number): boolean =>
  [1, 2, 3].some((ahead) => {
    const cue = cueAfter(words, at + ahead)
    return (
      isOwnName(words[at + ahead]?.text ?? '') &&
      cue?.strong === true &&
      (cue.to === words.length || words[cue.to - 1]!.stop !== '' || isStopWord(words[cue.to]!.text))
    )
  })

const anyCase: Partial<Record<Case, number>> = {nom: 1, acc: 0.5, gen: 0.4, dat: 0.3, ins: 0.3}

/** No cue: the best name anywhere, when a name was asked for; else only a name that is the whole utterance. */
function bare(words: readonly Word[], asked: boolean): NameReading | undefined {
  if (words.some(({text}) => thirdPerson.test(text))) return undefined
  // A greeting in front makes it a form of address, unless a name was asked for.
  const content = words.filter(({text}) => !(asked ? polite : assent).has(text))
  let best: Phrase | undefined
  for (let at = 0; at < words.length; at++) {
    if (blocked(words, at)) continue
    const start = titles(words, at)
    const cases = asked && !isPlainName(words, start) ? anyCase : {nom: 1}
    let phrase = start < words.length ? phraseAt(words, start, {cases, surname: 0.6}) : undefined
    const whole = (candidate: Phrase | undefined) => candidate !== undefined && candidate.to - candidate.from >= content.length
    // A doubtful surname counts when it and a first name are all that was said.
    if (asked && content.length > 1) {
      const wider = phraseAt(words, start, {cases: anyCase, surname: 0.2, unknown: false})
      const wide = wider && whole(wider) ? wider : strangeSurname(words, start)
      if (wide && wide.parts.first && whole(wide)) phrase = wide
    }
    if (!phrase || (!asked && !whole(phrase)) || !enough(phrase, whole(phrase), asked, words[phrase.to]?.text ?? '')) continue
    if (phrase.to - phrase.from === 1 && !whole(phrase) && (talksToUs(words, phrase) || isAbsent(words, phrase))) continue
    if (!best || phrase.score > best.score) best = phrase
  }
  if (!best) return undefined
  return {...best, confidence: asked ? (best.to - best.from >= content.length ? 0.9 : 0.7) : 0.6}
}

/** «Ника» names herself and no Nick, unless somebody is named for her: «на Ника». */
const isPlainName = (words: readonly Word[], at: number): boolean =>
  at === words.length - 1 && russianFirstName(words[at]!.text) !== undefined && !/^(?:на|для|от|с|со|к|за)$/.test(words[at - 1]?.text ?? '')

/** A lone word has to be a name beyond doubt: a surname or an everyday word only when it is all that was said. */
function enough(phrase: Phrase, whole: boolean, asked: boolean, next: string): boolean {
  if (phrase.to - phrase.from > 1) return true
  if (!asked) return phrase.score >= 1.5 && phrase.parts.first !== undefined
  if (whole) return phrase.score >= 0.84
  // "иванова с одной н", but "документов нет".
  const opens = phrase.from === 0 && phrase.score >= 1.2 && !/^(?:нет|не|у|из|на)$/.test(next) && !isNumberWord(next)
  return phrase.score >= 1.2 && (phrase.parts.last === undefined || opens)
}

/** "Марии здесь нет" */
const isAbsent = (words: readonly Word[], {to, parts}: Phrase): boolean =>
  parts.first !== undefined &&
  parts.first.word.text !== parts.first.value &&
  /^(?:нет|не)$/.test(words[to + (/^(?:здесь|тут|дома|больше)$/.test(words[to]?.text ?? '') ? 1 : 0)]?.text ?? '')

/** "Мария, подскажите…": the caller calls us by name. */
const talksToUs = (words: readonly Word[], phrase: Phrase): boolean =>
  words.some(
    ({text}, index) =>
      (index < phrase.from || index >= phrase.to) &&
      /^(?:подскажите|скажите|слушайте|вы|вас|вам|расскажите|почему|зачем|сколько)$/.test(text),
  )

/** "меня зовут не …", and "вас зовут Анна?", which is about us. */
const denied = (words: readonly Word[], at: number): boolean =>
  /^(?:не|вас|тебя|как)$/.test(words[at - 1]?.text ?? '') || words[at + 1]?.text === 'не'

/** Whom the caller wants to see or denies to be is not who he is. */
const blocked = (words: readonly Word[], at: number): boolean =>
  at > 0 &&
  /^(?:к|ко|у|не|нет|никакой|никакая|никакого|никакую|про|об|о|до|no|isn't|of|any|мастеру|мастера|врачу|врача|доктору|доктора|улица|улице|проспект|город|городе|из|в|not)$/.test(
    words[at - 1]!.text,
  )

const thirdPerson = /^(?:соедин|позов|позвать|переключ|пригласи|передай)/

const titles = (words: readonly Word[], at: number): number =>
  /^(?:господин|госпожа|гражданин|гражданка|товарищ)$/.test(words[at]?.text ?? '') ? at + 1 : at

const assent = new Set(['да', 'ага', 'это', 'пожалуйста'])
const polite = new Set(
  'с на для от да ага так это пожалуйста запишите запиши пишите будьте добры алло здравствуйте добрый день вечер утро доброе я меня и ой'.split(
    ' ',
  ),
)
