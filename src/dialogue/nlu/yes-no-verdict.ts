import type {YesNo} from './yes-no.ts'
import type {AnswerKind} from './yes-no-words.ts'

/** Kinds that lead from one answer to the next and answer nothing. */
export const linking: ReadonlySet<AnswerKind> = new Set(['but', 'turn', 'wait'])

/** One phrase of an answer, by the places of its words. */
export interface Answer {
  readonly kind: AnswerKind
  readonly from: number
  readonly to: number
  /** Read from the negation alone: «не планирую». */
  readonly weak: boolean
}

interface Verdict {
  readonly answer?: YesNo['yesno']
  /** Only the plain word was said so far. */
  readonly bare?: boolean
  /** «Да нет». */
  readonly both?: boolean
  /** What was said is being taken back: the next answer stands for itself. */
  readonly turned?: boolean
  /** Nobody has agreed to what they want to think over. */
  readonly waits?: boolean
}

/** What the answers of an utterance come to, from left to right; nothing when they answer nothing. */
export function judge(answers: readonly Answer[], isOffer: boolean): YesNo['yesno'] | undefined {
  if (answers.every(({kind}) => kind === 'enough') || answers.some(({kind}) => kind === 'other')) return undefined
  const {answer, waits} = answers.reduce<Verdict>((verdict, each) => weigh(verdict, each, isOffer), {})
  return waits === true && answer === 'yes' ? undefined : (answer ?? 'unsure')
}

/** The verdict so far, and what the next answer makes of it. */
function weigh(verdict: Verdict, part: Answer, isOffer: boolean): Verdict {
  const {kind, weak} = part
  if (kind === 'but' || kind === 'turn') return {...verdict, turned: true}
  if (kind === 'wait') return {...verdict, turned: true, waits: true}
  // «Да, ой, не опоздаю»: the "not" belongs to what is told.
  if (!verdict.turned) return weighOn(verdict, part, isOffer)
  return kind === 'hedge' || (kind === 'refuse' && weak) ? verdict : weighOn({}, part, isOffer)
}

function weighOn(verdict: Verdict, {kind, weak}: Answer, isOffer: boolean): Verdict {
  const {answer, bare = false, both = false} = verdict
  switch (kind) {
    case 'bare_yes':
      return answer === undefined || (answer === 'no' && bare) ? {answer: 'yes', bare: true} : verdict
    case 'bare_no':
    case 'polite_no':
      if (answer === 'unsure' || (answer === 'no' && !bare)) return verdict
      return {answer: 'no', bare: true, both: answer === 'yes' && bare}
    case 'confirm':
      return answer === 'no' && !bare ? verdict : {answer: 'yes'}
    case 'fine':
      return answer === 'no' && (isOffer || !bare) ? verdict : {answer: 'yes'}
    case 'accept':
      return answer === 'no' ? verdict : {answer: 'yes'}
    case 'sure':
      return answer === undefined ? {answer: 'yes'} : verdict
    case 'refuse':
      // «Да, не опоздаю»: a promise behind the answer does not take it back.
      return answer === 'yes' && weak && !bare ? verdict : {answer: 'no'}
    case 'no_more':
      return answer === undefined ? {answer: 'no', bare: true} : verdict
    case 'hedge':
      return both ? {answer: 'unsure'} : verdict
    case 'doubt':
      return answer === 'no' && !bare ? verdict : {answer: 'unsure'}
    case 'enough':
    case 'other':
    case 'but':
    case 'turn':
    case 'wait':
      return verdict
  }
}
