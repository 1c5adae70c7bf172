import {mentionsField} from '../../engine/reading/field-words.ts'
import type {ScenarioField} from '../../engine/scenario/scenario.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {GuardContext} from './guard-context.ts'

/** The engine waits for the answer to its own question: another one, or none, and both sides would talk past each other. */
export function questionFault(line: string, {scenario, turn: {text, state}}: GuardContext): string | undefined {
  const asked = questions(text)
  const asking = questions(line)
  if (asked.length > 0 && asking.length === 0) return 'no question'
  if (asking.length > Math.max(1, asked.length)) return 'questions'
  const {pending} = state
  const wanted = pending.kind === 'ask' ? scenario.fields.get(pending.field) : undefined
  const own = new Set(asksIn(text))
  const asks = asksIn(line)
  if (asks.some((kind) => !own.has(kind) && !(wanted && kindsOf[wanted.type].includes(kind)))) return 'other question'
  if (asksTwice(line) && !asksTwice(text)) return 'questions'
  const tokens = tokenize(asking.join(' '))
  if (!wanted || tokens.length === 0 || mentionsField(wanted, tokens)) return undefined
  return [...scenario.fields.values()].some((field) => field !== wanted && mentionsField(field, tokens)) ? 'other question' : undefined
}

const questions = (text: string): string[] => text.match(/[^.!?…]*\?/gu) ?? []

/** What a word asks for, where it can only ask for that. */
const kinds = {
  amount: /^(?:сколько|скольким|many|much)$/,
  hour: /^скольки$/,
  moment: /^(?:когда|when)$/,
  place: /^(?:где|куда|откуда|where)$/,
  person: /^(?:кто|кого|кому|кем|чей|чья|чье|чью|who|whose|whom)$/,
  reason: /^(?:почему|зачем|отчего|why)$/,
} as const
type Kind = keyof typeof kinds

const kindsOf: Readonly<Record<ScenarioField['type'], readonly Kind[]>> = {
  date: ['moment'],
  time: ['moment', 'hour'],
  number: ['amount'],
  person_name: ['person'],
  address: ['place'],
  phone: [],
  email: [],
  enum: [],
  yesno: [],
  text: [],
}

/** What the words of a line ask for; of «во сколько» the hour. */
function asksIn(line: string): Kind[] {
  const words = tokenize(questions(line).join(' ')).map((token) => token.text)
  return words.flatMap((word, at) => {
    const kind = (Object.keys(kinds) as Kind[]).find((each) => kinds[each].test(word))
    if (!kind) return []
    return [kind === 'amount' && /^(?:во|к|ко|до)$/.test(words[at - 1] ?? '') ? 'hour' : kind]
  })
}

/** «Какую дату и сколько вас будет», "what day and how many": joined, or of different kinds. */
function asksTwice(line: string): boolean {
  return questions(line).some((question) => {
    const at = [...question.toLowerCase().replaceAll('ё', 'е').matchAll(interrogatives)]
    return at.some(
      (found, index) => index > 0 && (formOf(found[0]) !== formOf(at[0]![0]) || joins.test(question.slice(0, found.index).toLowerCase())),
    )
  })
}

const interrogatives =
  /(?<![\p{L}-])(?:как(?:ой|ая|ое|ие|ую|ом|их|ого|ому|им|ими)?|когда|сколько|где|куда|кто|кого|кому|кем|что|чего|чем|чей|чья|чье|чью|почему|зачем|котор\p{L}+|what(?:'s)?|which|who|whose|when|where|how|why)(?![\p{L}-])/gu
/** A conjunction, and the preposition of the second question. */
const joins = /(?<!\p{L})(?:и|а|плюс|или|либо|and|or|plus)\s+(?:(?:также|еще|ещё|also|then)\s+)?(?:\p{L}{1,3}\s+)?$/u
const formOf = (word: string): string =>
  word
    .replace(/^как.+$/, 'какой')
    .replace(/^котор.+$/, 'какой')
    .replace(/^(?:what's|which)$/, 'what')
