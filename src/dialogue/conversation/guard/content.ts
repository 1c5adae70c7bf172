import {acceptedValues, factsFor} from '../../engine/draft.ts'
import {spokenValue} from '../../engine/voice.ts'
import {isCourtesy} from './courtesy.ts'
import {numeral} from '../../nlu/numerals.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Lang, Token} from '../../nlu/types.ts'
import type {GuardContext} from './guard-context.ts'
import {momentsIn, numberRuns} from './moments.ts'

/**
 * Something said that is in no way the engine's to say. A model puts a line into other words and adds none of content: each sentence
 * keeps to the words of the line it replaces, or to those of one fact, with the numbers of that fact, and denies only what it denies.
 */
export function contentFault(line: string, context: GuardContext): string | undefined {
  for (const sentence of sentencesOf(line)) {
    const fault = faultOf(sentence, context)
    if (fault) return fault
  }
  return undefined
}

function faultOf(sentence: string, context: GuardContext): string | undefined {
  const {scenario, turn} = context
  const {lang} = turn.state
  const values = Object.entries(acceptedValues(turn.state)).map(([id, value]) => spokenValue(scenario, id, value, lang, context.now.date))
  const own = sourceOf([turn.text, ...values, scenario.persona.name, scenario.persona.company].join(' . '), lang)
  const said = sourceOf(sentence, lang)
  // «Про парковку не подскажу»: whatever it is about.
  if (admits.test(sentence) && said.denials === 1) return undefined
  const words = contentOf(sentence, context)
  const strange = words.find((word) => !isKnown(word, own.stems) && !isAsked(word, context))
  const denies = said.denials > 0 && own.denials === 0
  if (strange === undefined && !denies) return undefined
  if (isFact(words, said, context)) return undefined
  return strange === undefined ? 'denial' : `content ${strange}`
}

/** One fact, and no mixture of two: its words, its numbers, and a denial only where it has one. */
function isFact(words: readonly string[], said: Source, context: GuardContext): boolean {
  const {scenario, turn, facts} = context
  const {lang} = turn.state
  const told = [
    ...Object.entries(factsFor(scenario, lang)).map(([key, text]) => ({text, subject: subjectOf(key, context)})),
    ...facts.map((text) => ({text, subject: ''})),
  ]
  return told.some(({text, subject}) => {
    const fact = sourceOf(text, lang)
    const about = sourceOf(subject, lang)
    return (
      words.some((word) => isKnown(word, fact.stems)) &&
      words.every((word) => isKnown(word, fact.stems) || isKnown(word, about.stems)) &&
      said.denials === fact.denials &&
      said.numbers.every((run) => fact.numbers.some((known) => known.join(' ') === run.join(' ')))
    )
  })
}

/** `price_haircut` is about the haircut, even if its text does not say so. */
function subjectOf(key: string, {scenario, turn}: GuardContext): string {
  const choices = [...scenario.fields.values()].flatMap((field) => [...field.optionSay])
  return choices
    .flatMap(([id, say]) =>
      key
        .toLowerCase()
        .split(/[_\s-]+/)
        .includes(id.toLowerCase())
        ? [say[turn.state.lang]]
        : [],
    )
    .join(' ')
}

interface Source {
  readonly stems: ReadonlySet<string>
  readonly numbers: readonly (readonly number[])[]
  readonly denials: number
}

function sourceOf(text: string, lang: Lang): Source {
  const tokens = tokenize(text)
  return {
    stems: new Set(tokens.flatMap((token) => stemKeys(token.text))),
    numbers: numberRuns(tokens, lang),
    denials: tokens.filter((token) => denial.test(token.text)).length,
  }
}

/** Words of substance: no days, hours and numbers, which are checked as what they mean, and nothing that holds talk together. */
function contentOf(sentence: string, {turn, now}: GuardContext): string[] {
  const {lang} = turn.state
  return momentsIn(sentence, lang, now)
    .rest.filter((token) => token.text.length > 2 && !isNumber(token, lang) && !denial.test(token.text) && !isCourtesy(token.text))
    .map((token) => token.text)
}

const isNumber = (token: Token, lang: Lang): boolean => numeral(token, lang) !== undefined

const isKnown = (word: string, stems: ReadonlySet<string>): boolean => stemKeys(word).some((stem) => stems.has(stem))

/** The words for the field that is asked for: «имя», «телефон». */
function isAsked(word: string, {scenario, turn: {state}}: GuardContext): boolean {
  const field = state.pending.kind === 'ask' ? scenario.fields.get(state.pending.field) : undefined
  return field !== undefined && stemKeys(word).some((stem) => field.keys.has(stem))
}

const sentencesOf = (line: string): string[] => line.match(/[^.!?…;]+[.!?…;]*/gu) ?? []

const denial = /^(?:не|нет|ни|без|нельзя|никогда|никак\S*|никто|ничего|not|no|never|none|nothing|without|cannot|\S+n't)$/

const admits =
  /не (?:знаю|подскажу|могу|расслышал|понял|разобрал|уверен)|нет (?:такой )?(?:информации|сведений|данных)|(?:don['’]?t|do not|didn['’]?t|did not|can(?:['’]?t|not)|couldn['’]?t) (?:know|have|say|tell|hear|catch|get|make)|not sure|no problem|не торопитесь|не волнуйтесь|не проблема|no worries|no rush/i
