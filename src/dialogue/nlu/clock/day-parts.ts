import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import type {DayPart, TimeItem} from './time-item.ts'

// These say when in any sentence.
const firm = phrases<DayPart>([
  [
    'morning',
    'утром|утречком|с утра|с утреца|с самого утра|с утра пораньше|рано утром|ранним утром|с раннего утра|в утренние часы|в утреннее время',
  ],
  ['morning', 'до обеда|перед обедом|в первой половине дня|в первую половину дня|первая половина дня|первую половину дня'],
  [
    'morning',
    'in the morning|in the mornings|this morning|first thing in the morning|early in the morning|early morning|late morning|before lunch',
  ],
  ['morning', 'in the early morning|in the late morning|the morning|mid morning|first half of the day|the first half of the day|in the am'],
  [
    'afternoon',
    'днем|после обеда|во второй половине дня|во вторую половину дня|вторая половина дня|вторую половину дня|в обед|в обеденное время',
  ],
  ['afternoon', 'в дневное время|в дневные часы|среди дня|посреди дня|ближе к середине дня|в середине дня|в обеденный перерыв|днями'],
  [
    'afternoon',
    'in the afternoon|in the afternoons|this afternoon|after lunch|during the day|in the daytime|daytime|the afternoon|early afternoon',
  ],
  [
    'afternoon',
    'late afternoon|early in the afternoon|late in the afternoon|at lunchtime|at lunch time|around lunchtime|over lunch|during lunch',
  ],
  [
    'evening',
    'вечером|вечерком|под вечер|к вечеру|ближе к вечеру|ближе к ночи|поздно вечером|поздним вечером|ранним вечером|в вечернее время',
  ],
  [
    'evening',
    'в вечерние часы|после работы|на вечерок|in the evening|in the evenings|this evening|tonight|after work|early evening|late evening',
  ],
  [
    'evening',
    'towards evening|the evening|late in the evening|early in the evening|end of the day|at the end of the day|к концу дня|в конце дня|в конце рабочего дня|к концу рабочего дня',
  ],
  ['night', 'ночью|поздно ночью|at night|in the night|late at night|the night'],
  ['any', 'любое время|в любое время|в любое удобное время|в любое время дня|любое удобное время|время любое|время не важно|время неважно'],
  [
    'any',
    'во сколько угодно|в сколько угодно|в какое угодно время|во сколько хотите|во сколько скажете|во сколько вам удобно|во сколько удобно|хоть во сколько',
  ],
  [
    'any',
    'в любой час|когда угодно|по времени без разницы|по времени все равно|any time|anytime|at any time|any time at all|any time of day|whenever',
  ],
])

// A noun alone is a part of the day only as an answer or beside a date: `вечер`, "friday morning".
const nouns = phrases<DayPart>([
  ['morning', 'утро|утренний|утреннее|утренние|morning|mornings|first thing'],
  ['afternoon', 'дневное время|дневное|дневной|afternoon|afternoons|day time|lunchtime'],
  ['evening', 'вечер|вечерний|вечернее|вечерок|evening|evenings'],
  ['night', 'ночь|night'],
])
const leads = wordSet('на this in the for by early late on')

// Only an answer to "when" makes these speak of time.
const indifferent = phrases<DayPart>([
  [
    'any',
    'любое|без разницы|все равно|неважно|не важно|не принципиально|не имеет значения|как вам удобно|когда вам удобно|как удобно|когда удобно',
  ],
  ['any', 'в любой момент|разницы нет|нет разницы|мне без разницы|на ваше усмотрение|как скажете|по барабану|хоть когда'],
  [
    'any',
    "doesn't matter|does not matter|don't mind|do not mind|i'm flexible|flexible|no preference|don't care|all the same|up to you|you choose",
  ],
  ['any', 'whatever works|whatever suits|whatever time|either is fine|anything works|anything is fine|no difference|makes no difference'],
])

export interface PartContext {
  readonly asked: boolean
  /** Whether the word at a place speaks of a date. */
  readonly dated: (at: number) => boolean
}

/** A part of the day at `at`. `день` is none: `на день`, `целый день` and `рабочий день` say how long. */
export function dayPartAt(words: readonly Word[], at: number, {asked, dated}: PartContext): TimeItem | undefined {
  const phrase = phraseAt(firm, words, at)
  if (phrase) return partItem(phrase.value, at, phrase.to, phrase.value === 'any' ? 0.8 : 0.9)
  const noun = phraseAt(nouns, words, at)
  if (noun && (asked || dated(at - 1) || dated(noun.to) || leads.has(words[at - 1]?.text ?? '')))
    return partItem(noun.value, at, noun.to, 0.8)
  if (asked && words.length === 1 && words[at]!.text === 'день') return partItem('afternoon', at, at + 1, 0.6)
  const any = asked ? phraseAt(indifferent, words, at) : undefined
  return any && partItem(any.value, at, any.to, 0.7)
}

const partItem = (part: DayPart, from: number, to: number, confidence: number): TimeItem => ({
  sense: {kind: 'part', part},
  from,
  to,
  confidence,
})
