import {acceptedValues} from '../../engine/draft.ts'
import type {ScenarioField} from '../../engine/scenario/scenario.ts'
import {spokenInFull} from '../../engine/voice.ts'
import {numeral} from '../../nlu/numerals.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Lang, Token} from '../../nlu/types.ts'
import {isAtALoss, withoutAdmissions} from './at-a-loss.ts'
import type {GuardContext} from './guard-context.ts'
import {isMomentWord, momentsIn, numberRuns} from './moments.ts'
import {deniesSame, isNegator} from './negation.ts'
import {isExact, tellsSame} from './sameness.ts'
import {clausesOf, type Sentence, sentencesOf} from './sentences.ts'
import {isAgreement, isAsking, isPlain} from './words.ts'

/**
 * What a line says beyond the engine's: a model may only put that differently. Each word of content has to stand there, in a value that is
 * known, or on a closed list; nothing may be denied that the engine does not deny, and nothing that it does may go missing.
 */
export function contentFault(line: string, context: GuardContext): string | undefined {
  const {turn} = context
  // That nothing was heard, or is known, may be said in any words.
  const [own, other] = isAtALoss(turn) ? [withoutAdmissions(turn.text), withoutAdmissions(line)] : [turn.text, line]
  const ground = groundOf(own, context)
  const said = clausesOf(other, ground.lang)
  for (const sentence of said) {
    const word = sentence.asks ? newInQuestion(sentence, ground) : newInStatement(sentence, ground)
    if (word !== undefined) return `word ${word}`
  }
  if (!deniesSame(other, own)) return 'negation'
  return skipsOptions(said, ground, context) ? 'options' : undefined
}

interface Ground {
  readonly lang: Lang
  /** Stems of the values that are known and of the company's name: they may be told in any order. */
  readonly known: ReadonlySet<string>
  /** Numbers that are known: «два» is also «двое». */
  readonly numbers: ReadonlySet<number>
  /** The engine's own statements. */
  readonly told: readonly Sentence[]
  /** Stems of the engine's own questions. */
  readonly questions: ReadonlySet<string>
  readonly asked: ScenarioField | undefined
  /** Words of days and hours: whether they mean one that the engine means is checked elsewhere. */
  readonly momentsOf: (sentence: Sentence) => ReadonlySet<string>
  readonly mayAgree: boolean
  /** Stems of the bot's own name, by which it calls nobody but itself. */
  readonly name: ReadonlySet<string>
}

function groundOf(own: string, context: GuardContext): Ground {
  const {scenario, turn, now, said} = context
  const {lang, pending} = turn.state
  const sentences = sentencesOf(own)
  const known = knownIn(context)
  return {
    lang,
    known: new Set([...stemsOf(known), ...freeStems(context)]),
    numbers: new Set(numberRuns(tokenize(known), lang).flat()),
    told: sentences.filter(({asks}) => !asks),
    questions: new Set(sentences.filter(({asks}) => asks).flatMap(({text}) => stemsOf(text))),
    name: new Set(stemsOf(scenario.persona.name ?? '')),
    asked: 'field' in pending ? scenario.fields.get(pending.field) : undefined,
    momentsOf({text, tokens}) {
      const {words} = momentsIn(text, lang, now)
      return new Set(tokens.filter((token) => words.has(token.text) && isMomentWord(token, lang)).map((token) => token.text))
    },
    mayAgree: !isAtALoss(turn) && !isQuestion.test(said.toLowerCase()),
  }
}

function knownIn({scenario, turn: {state, acts}, now}: GuardContext): string {
  const spoken = Object.entries(acceptedValues(state))
    .filter(([id]) => scenario.fields.get(id)?.type !== 'text')
    .map(([id, value]) => spokenInFull(scenario, id, value, state.lang, now.date))
  const acks = acts.filter(({kind}) => kind === 'ack').map(({text}) => text)
  return [...acks, ...spoken, scenario.persona.company].filter(Boolean).join(' . ')
}

/** Of the caller's own words not the verbs: «сделайте скидку» is a wish, «сделаем скидку» a promise. */
const freeStems = ({scenario, turn: {state}}: GuardContext): string[] =>
  Object.entries(acceptedValues(state))
    .filter(([id]) => scenario.fields.get(id)?.type === 'text')
    .flatMap(([, value]) => stemsOf(String(value)).filter((key) => !key.startsWith('~')))

/** The first word of a question that is neither the engine's nor one that only asks. */
function newInQuestion({tokens, ...sentence}: Sentence, {lang, known, questions, asked, mayAgree, momentsOf}: Ground): string | undefined {
  const moments = momentsOf({tokens, ...sentence})
  const isFree = (word: string) =>
    isPlain(word, lang) || isAsking(word, lang, asked) || moments.has(word) || (mayAgree && isAgreement(word, lang))
  const isOwn = (word: string) => stemKeys(word).some((key) => questions.has(key) || known.has(key) || asked?.keys.has(key))
  return tokens.find((token) => !isFree(token.text) && !isOwn(token.text) && !isNegator(token))?.text
}

/** The first word of a statement that is neither known nor said by the one statement of the engine that it puts differently. */
function newInStatement(sentence: Sentence, {lang, known, numbers, told, mayAgree, name, momentsOf}: Ground): string | undefined {
  const moments = momentsOf(sentence)
  const isOfBot = sentence.tokens.some(({text}) => /^(?:я|меня|i|i'm|my)$/.test(text))
  const isFree = (word: string) =>
    moments.has(word) ||
    isPlain(word, lang) ||
    (mayAgree && isAgreement(word, lang)) ||
    stemKeys(word).some((key) => (known.has(key) && !lengths.test(word)) || (isOfBot && name.has(key)))
  const isKnownNumber = (token: Token) => numbers.has(numeral(token, lang)?.value ?? NaN)
  const beyond = sentence.tokens.filter((token) => !isFree(token.text) && !isKnownNumber(token)).map(({text}) => text)
  const isTold = (own: Sentence) => {
    if (isExact(own.text, lang)) return tellsSame(sentence.text, own.text, lang)
    const stems = new Set(own.tokens.flatMap(({text}) => stemKeys(text)))
    return beyond.every((word) => stemKeys(word).some((key) => stems.has(key)))
  }
  return beyond.length === 0 || told.some(isTold) ? undefined : beyond[0]
}

/** «Стрижка час»: beside no hour they say how long something takes, though the hour is known. */
const lengths = /^(?:час|минут|hour|minute)/

/** Of the options that the engine puts to choice the line names some: the others would be gone. */
function skipsOptions(said: readonly Sentence[], {asked, questions, lang}: Ground, {turn: {state}}: GuardContext): boolean {
  if (asked?.type !== 'enum' || state.fields[asked.id]!.value !== undefined) return false
  const heard = new Set(said.flatMap(({tokens}) => tokens.flatMap(({text}) => stemKeys(text))))
  const offered = asked.choices
    .map(({id}) => stemsOf(asked.optionSay.get(id)?.[lang] ?? ''))
    .filter((stems) => stems.some((stem) => questions.has(stem)))
  const named = offered.filter((stems) => stems.some((stem) => heard.has(stem)))
  return named.length > 0 && named.length < offered.length
}

const stemsOf = (text: string): string[] => tokenize(text).flatMap((token) => stemKeys(token.text))

/** «Конечно!» to «а с собакой можно?» is an answer. */
const isQuestion =
  /\?|(?<!\p{L})(?:ли|можно|есть|сколько|где|почему|бывает|у вас|can|do you|is there|are there|will you|could you)(?!\p{L})/u
