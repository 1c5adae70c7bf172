import {optionList} from './ask.ts'
import {count, type Draft, note, patch, say, sayLine} from './draft.ts'
import {asksForHours} from './asks-for-hours.ts'
import {asksClosedDay, asksUnknownHoliday} from './closed-days.ts'
import {allOfTopic, findFact, twoFacts} from './facts.ts'
import {mostMentioned} from './reading/field-words.ts'
import type {ScenarioField} from './scenario/scenario.ts'
import {tokenize} from '../nlu/tokens.ts'
import {noLine} from './scenario/line.ts'
import {spokenHours} from './say-hours.ts'

/** A passage of the knowledge base that may be read out. */
export interface Passage {
  readonly text: string
  readonly source: string
  readonly score: number
}

/** Answers from the skillbase's facts, then from passages that were found beforehand. True when an answer was found. */
export function answer(draft: Draft, question: string, passages: readonly Passage[] = []): boolean {
  count(draft, 'questions')
  if (draft.state.counters.questions > draft.scenario.limits.questions) {
    say(draft, 'too_many_questions')
    note(draft, 'answer', 'too many questions')
    return false
  }
  if (asksClosedDay(draft, question)) {
    say(draft, 'reject.closed_day', {kind: 'answer'})
    note(draft, 'answer', 'closed that day')
    return true
  }
  const both = twoFacts(draft, question)
  if (both) {
    speak(draft, 'fact.both', both.map(({text}) => text.replace(/[.\s]*$/, '.')).join(' '))
    note(draft, 'answer', `facts ${both.map(({key}) => key).join(', ')}`)
    return true
  }
  const fact = asksUnknownHoliday(draft, question) ? undefined : (findFact(draft, question) ?? allOfTopic(draft, question))
  if (fact) {
    speak(draft, `fact.${fact.key}`, fact.text)
    patch(draft, {lastFact: {key: fact.key, turn: draft.state.counters.turns}})
    note(draft, 'answer', `fact ${fact.key}`)
    return true
  }
  const hours = asksForHours(question) && !asksUnknownHoliday(draft, question) ? spokenHours(draft) : undefined
  if (hours) {
    speak(draft, 'fact.hours', hours)
    note(draft, 'answer', 'opening hours')
    return true
  }
  const choices = optionsAsked(draft, question)
  if (choices) {
    say(draft, 'reask.enum', {kind: 'answer', value: optionList(choices, draft)})
    note(draft, 'answer', `options of ${choices.id}`)
    return true
  }
  const passage = passages.find((each) => each.score >= (draft.scenario.knowledge?.minScore ?? 1))
  if (passage) {
    speak(draft, 'passage', passage.text)
    note(draft, 'answer', `passage ${passage.source} ${passage.score.toFixed(2)}`)
    return true
  }
  notFound(draft)
  note(draft, 'answer', 'not found')
  return false
}

/** Whether a fact answers the question, without answering it. */
export const isAnswerable = (draft: Draft, question: string): boolean =>
  findFact(draft, question) !== undefined ||
  twoFacts(draft, question) !== undefined ||
  allOfTopic(draft, question) !== undefined ||
  (asksForHours(question) && spokenHours(draft) !== undefined) ||
  optionsAsked(draft, question) !== undefined

/** «Какие цветы у вас есть?» asks for the options of a field, of the one in the air or of one that is named. */
function optionsAsked({scenario, state}: Draft, question: string): ScenarioField | undefined {
  const text = question.toLowerCase()
  if (asksWhatYouDo.test(text)) return [...scenario.fields.values()].find((field) => field.choices.length > 1)
  if (!asksWhich.test(text)) return undefined
  const {pending} = state
  const asked = pending.kind === 'ask' ? scenario.fields.get(pending.field) : undefined
  const fields = [...scenario.fields.values()].filter((field) => field.type === 'enum')
  const named = mostMentioned(fields, tokenize(question))
  if (asked?.type === 'enum' && (!named || named.id === asked.id)) return asked
  // «Что у вас есть?», before anything was asked for.
  return (
    named ?? (!asked && /^(?:а |и |ну |скажите |so |and )*(?:что|what) /.test(text) && text.split(' ').length < 6 ? fields[0] : undefined)
  )
}

const asksWhatYouDo =
  /что (?:\S+ ){0,2}(?:делаете|умеете|предлагаете|оказываете)|чем (?:\S+ ){0,2}занимаетесь|какие (?:\S+ ){0,2}услуги|what (?:services|can you do|do you (?:do|offer))/

const asksWhich =
  /(?:какие|какой|какая|что|чего) (?:\S+ ){0,3}(?:есть|бывают|бывает|предлагаете|делаете|можно выбрать|на выбор|варианты|имеются)|(?:из чего|какие варианты|на выбор)|(?:what|which) (?:\S+ ){0,3}(?:do you have|have you got|are there|can i choose|options|do you offer)/

function notFound(draft: Draft): void {
  const own = draft.scenario.knowledge?.notFound ?? noLine
  if (!sayLine(draft, own, {kind: 'answer', key: 'not_found'})) say(draft, 'not_found', {kind: 'answer'})
}

/** A fact as a sentence of its own. */
function speak(draft: Draft, key: string, text: string): void {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1)
  const ended = /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
  sayLine(draft, {...noLine, [draft.state.lang]: [{source: ended, variables: [], render: () => ended}]}, {kind: 'answer', key})
  patch(draft, {flags: {...draft.state.flags, answered: true}})
}
