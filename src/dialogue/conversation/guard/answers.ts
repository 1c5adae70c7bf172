import {factsFor} from '../../engine/draft.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Lang} from '../../nlu/types.ts'
import {speakable} from '../../speech/index.ts'
import {isAdmission, withoutAdmissions} from './at-a-loss.ts'
import type {GuardContext} from './guard-context.ts'
import {deniedIn} from './negation.ts'
import {tellsSame} from './sameness.ts'
import {sentencesOf} from './sentences.ts'
import {isPlain} from './words.ts'

export interface Answered {
  /** There is an answer: one that a fact gives, or that nobody knows. */
  readonly isAnswered: boolean
  /** What the line says besides. */
  readonly rest: string
}

/** Takes a model's answer out of its line: sentences that tell a whole fact, and those that admit not to know. */
export function answersApart(line: string, context: GuardContext): Answered {
  const {lang} = context.turn.state
  const facts = statementsOf(context)
  const isAnswer = (text: string) => facts.some((fact) => tellsSame(text, fact, lang)) || admits(text, context)
  const sentences = sentencesOf(line).map(({text, asks}) => ({text, isAnswer: !asks && isAnswer(text)}))
  return {
    isAnswered: sentences.some((each) => each.isAnswer),
    rest: sentences
      .filter((each) => !each.isAnswer)
      .map(({text}) => text)
      .join(' '),
  }
}

let last: {readonly key: string; readonly statements: readonly string[]} | undefined

/** The facts sentence by sentence, as they are spoken; one that hangs on the sentence before it («Только…») goes with that. */
function statementsOf({scenario, turn: {state}, facts}: GuardContext): readonly string[] {
  const {lang} = state
  const all = [...Object.values(factsFor(scenario, lang)), ...facts]
  const key = `${lang} ${all.join('\n')}`
  if (last?.key !== key) last = {key, statements: all.flatMap((fact) => statements(fact, lang))}
  return last.statements
}

function statements(fact: string, lang: Lang): string[] {
  const found: string[] = []
  for (const {text} of sentencesOf(speakable(fact, {lang}))) {
    if (found.length > 0 && hanging.test(text)) found.push(`${found.pop()!.replace(/[.!?…]+$/, '')}, ${text}`)
    else found.push(text)
  }
  return found
}

const hanging = /^(?:только|лишь|кроме|но|однако|если|иначе|при этом|only|except|but|unless|if|otherwise|however)(?!\p{L})/iu

/** «К сожалению, про парковку не знаю»: not known is what the caller asked about, and nothing is said of it. */
function admits(text: string, {turn: {state}, said}: GuardContext): boolean {
  if (!isAdmission(text)) return false
  const {lang} = state
  const topic = new Set(tokenize(said).flatMap((token) => stemKeys(token.text)))
  return text.split(/[,;:—–]/).every((piece) => {
    const rest = withoutAdmissions(piece)
    if (deniedIn(rest).length > 0) return false
    const mayBe = /(?<!\p{L})(?:ли|whether|if)(?!\p{L})/iu.test(piece)
    // A clause of its own that the admission does not govern would be a statement.
    const mayName = mayBe || isAdmission(piece) || /(?<!\p{L})(?:про|насчет|насчёт|о|об|about)(?!\p{L})/iu.test(piece)
    return tokenize(rest).every(
      ({text: word}) =>
        isPlain(word, lang) || asides.has(word) || (claiming.has(word) ? mayBe : mayName && stemKeys(word).some((stem) => topic.has(stem))),
    )
  })
}

const asides = new Set(
  'про насчет точно честно говоря если ли поводу этого здесь about whether if for certain honestly actually'.split(' '),
)
/** What the caller asks with; repeated without «ли» it is the answer. */
const claiming = new Set('есть можно будет бывает имеется работает работаете да is are there can yes open free available'.split(' '))
