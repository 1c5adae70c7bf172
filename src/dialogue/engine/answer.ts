import {count, type Draft, note, patch, say, sayLine} from './draft.ts'
import {asksForHours, findFact} from './facts.ts'
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
  const fact = findFact(draft, question)
  if (fact) {
    speak(draft, `fact.${fact.key}`, fact.text)
    note(draft, 'answer', `fact ${fact.key}`)
    return true
  }
  const hours = asksForHours(question) ? spokenHours(draft) : undefined
  if (hours) {
    speak(draft, 'fact.hours', hours)
    note(draft, 'answer', 'opening hours')
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
  findFact(draft, question) !== undefined || (asksForHours(question) && spokenHours(draft) !== undefined)

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
