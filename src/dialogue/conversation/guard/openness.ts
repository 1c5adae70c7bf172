import {acceptedValues} from '../../engine/draft.ts'
import type {Scenario, ScenarioField} from '../../engine/scenario/scenario.ts'
import type {DialogueState} from '../../engine/state.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Lang} from '../../nlu/types.ts'
import type {GuardContext} from './guard-context.ts'
import {type Sentence, sentencesOf} from './sentences.ts'
import {
  agreeing,
  anyInterrogative,
  conditional,
  courtesyFrames,
  frame,
  generic,
  indefinite,
  interrogativesOf,
  isPredicate,
  pointing,
  tag,
  telling,
  whether,
  whichever,
} from './openness-words.ts'
import {isAgreement, isPlain, isTopicNoun} from './words.ts'

/**
 * Whether a line leaves the caller as free an answer as the engine's question does. «Любой день вам подойдёт, да?» in place of «На какой
 * день?» is answered with a yes, which names no day: both sides would talk past each other, and the caller has been led.
 */
export function opennessFault(line: string, {scenario, turn: {text, state}}: GuardContext): string | undefined {
  const {lang, pending} = state
  const wanted = pending.kind === 'ask' ? scenario.fields.get(pending.field) : undefined
  const [own, asking] = [text, line].map((each) => sentencesOf(each).filter(({asks}) => asks))
  if (own!.length === 0) return undefined
  if (asking!.length === 0) return 'no question'
  // «Если этот же, так и скажите» only adds to a question.
  const main = own!.filter(({text: sentence}) => !conditional.test(sentence.toLowerCase()))
  const seen = {lang, wanted, names: namesIn(scenario, state), own: new Set(main.flatMap(({tokens}) => tokens.map(({text: word}) => word)))}
  if (main.some((sentence) => leads(sentence.text, seen))) return undefined
  // What the engine says in so many words may stay.
  const told = new Set(own!.map(sameWords))
  const fresh = asking!.filter((sentence) => !told.has(sameWords(sentence)))
  if (fresh.some((sentence) => leads(sentence.text, seen))) return 'leading question'
  const ways = new Set(own!.map((sentence) => wayOf(sentence.text, seen)))
  if (isClosed(own!, ways, wanted)) {
    // A question of yes or no stays one; «какая парковка?» takes it for granted that there is to be one.
    const isOpened = wanted?.type === 'yesno' && fresh.some((sentence) => wayOf(sentence.text, seen) === 'word')
    return isOpened && !ways.has('word') ? 'other question' : undefined
  }
  const other = fresh.map((sentence) => wayOf(sentence.text, seen))
  return other.every((way) => way !== undefined && (way !== 'choice' || ways.has('choice') || wanted?.type === 'enum'))
    ? undefined
    : 'closed question'
}

const namesIn = ({fields}: Scenario, state: DialogueState): ReadonlySet<string> =>
  new Set(
    Object.entries(acceptedValues(state))
      .filter(([id]) => fields.get(id)?.type === 'person_name')
      .flatMap(([, value]) => wordsOf(String(value).toLowerCase())),
  )

const sameWords = ({tokens}: Sentence): string => tokens.map(({text}) => text).join(' ')

/**
 * Whether yes or no answers the engine's question: it is for one, or for free words and put so («есть пожелания?»), or it asks for a value in
 * no way that is known here.
 */
function isClosed(own: readonly Sentence[], ways: ReadonlySet<Way | undefined>, wanted: ScenarioField | undefined): boolean {
  if (!wanted || wanted.type === 'text') return ways.has(undefined)
  if (wanted.type === 'yesno') return true
  return ways.size === 1 && ways.has(undefined) && !own.some(({tokens}) => tokens.some(({text}) => telling.test(text)))
}

interface Seen {
  readonly lang: Lang
  readonly wanted: ScenarioField | undefined
  /** Of the caller: «Анна, ваш телефон?» */
  readonly names: ReadonlySet<string>
  /** Words of the engine's own question. */
  readonly own: ReadonlySet<string>
}

/** How a question asks openly: by an interrogative, as a request for the thing, by its name alone, or with options; nothing when yes answers it. */
type Way = 'word' | 'request' | 'name' | 'choice'

function wayOf(question: string, seen: Seen): Way | undefined {
  const {lang, wanted, names} = seen
  const plain = politely(question)
  const words = wordsOf(plain)
  if (conditional.test(plain)) return undefined
  const isName = (word: string) => wanted !== undefined && (isTopicNoun(word, lang, wanted) || namesNoun(word, wanted))
  if (asksByWord(words, seen, isName)) return 'word'
  if (/(?<!\p{L})(?:или|либо|or)(?!\p{L})/u.test(plain) && wanted?.type !== 'yesno') return 'choice'
  if (wanted?.type === 'text' && words.some((word) => telling.test(word))) return 'request'
  if (!words.some(isName) || words.some((word) => anyInterrogative.test(word))) return undefined
  // "Do you know the date?", «у вас телефон?» ask whether.
  if (whether.test(words.join(' ')) || agreeing.test(plain)) return undefined
  const isFree = (word: string) =>
    telling.test(word) || names.has(word) || (!isPredicate(word) && (isPlain(word, lang) || isAgreement(word, lang)))
  const others = words.filter((word) => !isName(word) && !isFree(word))
  if (telling.test(words.join(' ')) && others.every((word) => frame.test(word))) return indefinite.test(plain) ? undefined : 'request'
  return others.length === 0 ? 'name' : undefined
}

/** «Какой» and "what" ask for whatever stands with them: for a day only beside a word for it. «Когда» can ask for nothing else. */
function asksByWord(words: readonly string[], {wanted}: Seen, isName: (word: string) => boolean): boolean {
  if (!wanted) return words.some((word) => anyInterrogative.test(word))
  const found = words.filter((word) => interrogativesOf[wanted.type].test(word))
  return found.some((word) => !generic.test(word)) || (found.length > 0 && (isLoose(wanted) || words.some(isName)))
}

/** Where the engine's own words say what is asked for, as far as anything does. */
const isLoose = ({type}: ScenarioField): boolean => type === 'enum' || type === 'text' || type === 'yesno'

/** Of the words a field is known by those of its question and its id, no verbs: «удобно» is asked with, and is not what is asked for. */
const namesNoun = (word: string, {keys, type}: ScenarioField): boolean =>
  type !== 'yesno' && !isPredicate(word) && !frame.test(word) && stemKeys(word).some((key) => !key.startsWith('~') && keys.has(key))

/** A tag behind it wants a yes, and «любой день», "this day" have chosen already. */
function leads(question: string, {own, wanted, lang}: Seen): boolean {
  const plain = politely(question)
  if (tag.test(plain)) return true
  const words = wordsOf(plain)
  const isValue = wanted !== undefined && wanted.type !== 'text' && wanted.type !== 'yesno'
  return words.some((word, at) => {
    if (own.has(word)) return false
    if (isValue && whichever.test(word)) return true
    const [previous, next] = [words[at - 1], words[at + 1]]
    const isName = (each: string | undefined) => each !== undefined && wanted !== undefined && isTopicNoun(each, lang, wanted)
    return pointing.test(word) && (next === undefined || next === 'же' || isName(next) || isName(previous))
  })
}

const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.text)

/** Without the frame of courtesy around a question that is no condition: «не подскажете ли», "if you don't mind". */
const politely = (question: string): string =>
  question.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'").replaceAll(courtesyFrames, ' скажите ')
