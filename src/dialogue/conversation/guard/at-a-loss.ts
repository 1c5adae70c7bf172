import type {Turn} from '../../engine/turn.ts'

/** The engine had nothing to say to a question, so whatever the model says to it must rest on something. */
export const isUnanswered = ({acts}: Turn): boolean => acts.some(({key}) => key === 'not_found' || key === 'line.not_found')

/** The engine has not understood, or does not know: whoever agrees to that has made something up. */
export const isAtALoss = (turn: Turn): boolean => isUnanswered(turn) || turn.acts.some(({key}) => key === 'line.not_understood')

/** «Не расслышал», "I don't know": says that something was not heard or is not known, in whatever words, and denies nothing else. */
export const isAdmission = (text: string): boolean => plain(text).search(admissions) !== -1

export const withoutAdmissions = (text: string): string => plain(text).replaceAll(admissions, ' ')

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'")

/** Says that something is not known, which answers a question: where none was asked it would make the caller's words one. */
export const admitsIgnorance = (text: string): boolean => plain(text).search(ignorance) !== -1

const notHeard = [
  'не (?:совсем |очень |вполне |так )?(?:расслышал|понял|разобрал|уловил|услышал)[аи]?',
  "(?:didn't|did not|couldn't|could not|can't) (?:quite )?(?:catch|get|hear|understand|follow|make)(?: (?:that|you|it|this))?(?: out)?",
]
const notKnown = [
  '(?:точно |этого |пока )*не (?:знаю|подскажу|скажу|уверена?)(?: точно| наверняка)?',
  '(?:этого |точно |пока )*не (?:могу|смогу) (?:этого |точно |вам )*(?:сказать|ответить|подсказать)',
  '(?:пока )?нет (?:такой |этой |точной |таких |этих )?(?:информации|сведений|данных)',
  "(?:really )?(?:don't|do not) (?:actually |really )?(?:know|have (?:that|this|any|the) information)(?: (?:that|this|it))?(?: for (?:sure|certain))?",
  "(?:am |'m )?not (?:quite |really )?(?:sure|certain)",
  "(?:can't|cannot|can not) (?:really )?(?:say|tell|answer)(?: (?:you|that|this|it))*(?: for (?:sure|certain))?",
  'no (?:such )?information',
]
const anyOf = (phrases: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'gu')
const ignorance = anyOf(notKnown)
const admissions = anyOf([...notHeard, ...notKnown])
