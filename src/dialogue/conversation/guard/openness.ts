import type {ScenarioField} from '../../engine/scenario/scenario.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Lang} from '../../nlu/types.ts'
import type {GuardContext} from './guard-context.ts'
import {type Sentence, sentencesOf} from './sentences.ts'
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
  const seen = {lang, wanted, own: new Set(main.flatMap(({tokens}) => tokens.map(({text: word}) => word)))}
  if (main.some((sentence) => leads(sentence.text, seen))) return undefined
  if (asking!.some((sentence) => leads(sentence.text, seen))) return 'leading question'
  const ways = new Set(own!.map((sentence) => wayOf(sentence.text, seen)))
  if (isClosed(own!, ways, wanted)) {
    // A question of yes or no stays one; «какая парковка?» takes it for granted that there is to be one.
    const isOpened = wanted?.type === 'yesno' && asking!.some((sentence) => wayOf(sentence.text, seen) === 'word')
    return isOpened && !ways.has('word') ? 'other question' : undefined
  }
  // What the engine says in so many words may stay: «Если этот же, так и скажите.»
  const told = new Set(own!.map(sameWords))
  const other = asking!.filter((sentence) => !told.has(sameWords(sentence))).map((sentence) => wayOf(sentence.text, seen))
  return other.every((way) => way !== undefined && (way !== 'choice' || ways.has('choice') || wanted?.type === 'enum'))
    ? undefined
    : 'closed question'
}

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
  /** Words of the engine's own question. */
  readonly own: ReadonlySet<string>
}

/** How a question asks openly: by an interrogative, as a request for the thing, by its name alone, or with options; nothing when yes answers it. */
type Way = 'word' | 'request' | 'name' | 'choice'

function wayOf(question: string, seen: Seen): Way | undefined {
  const {lang, wanted} = seen
  const plain = politely(question)
  const words = wordsOf(plain)
  if (conditional.test(plain)) return undefined
  const isName = (word: string) => wanted !== undefined && (isTopicNoun(word, lang, wanted) || namesNoun(word, wanted))
  if (asksByWord(words, seen, isName)) return 'word'
  if (/(?<!\p{L})(?:или|либо|or)(?!\p{L})/u.test(plain) && wanted?.type !== 'yesno') return 'choice'
  if (wanted?.type === 'text' && words.some((word) => telling.test(word))) return 'request'
  if (!words.some(isName) || words.some((word) => anyInterrogative.test(word))) return undefined
  // "Do you know the date?" asks whether.
  if (whether.test(words.join(' ')) || agreeing.test(plain)) return undefined
  const others = words.filter((word) => !isName(word) && (predicate.test(word) || (!isPlain(word, lang) && !isAgreement(word, lang))))
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
  type !== 'yesno' && !predicate.test(word) && stemKeys(word).some((key) => !key.startsWith('~') && keys.has(key))

/** A tag behind it wants a yes, and «любой день», "this day" have chosen already. */
function leads(question: string, {own, wanted, lang}: Seen): boolean {
  const plain = politely(question)
  if (tag.test(plain)) return true
  const words = wordsOf(plain)
  return words.some((word, at) => {
    if (own.has(word)) return false
    if (whichever.test(word)) return true
    const [previous, next] = [words[at - 1], words[at + 1]]
    const isName = (each: string | undefined) => each !== undefined && wanted !== undefined && isTopicNoun(each, lang, wanted)
    return pointing.test(word) && (next === undefined || next === 'же' || isName(next) || isName(previous))
  })
}

const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.text)

/** Without the frame of courtesy around a question that is no condition: «не подскажете ли», "if you don't mind". */
const politely = (question: string): string =>
  question.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'").replaceAll(courtesyFrames, ' скажите ')

const courtesyFrames =
  /(?:не )?(?:подскажете|скажете|назовете|напомните|уточните|продиктуете) ли|можно ли (?=узнать|уточнить|спросить)|если (?:вам |вас )?не (?:сложно|трудно|затруднит)|если можно|if (?:you don't mind|i may|you please|that's (?:okay|ok|all right|alright))|could you please/gu

const conditional = /(?<!\p{L})(?:ли|если|whether|if)(?!\p{L})/u
const tag =
  /(?:[\s,—–-])(?:да|так|верно|правильно|хорошо|ладно|ок|окей|идет|договорились|согласны|правда|не так ли|не правда ли|right|yes|yeah|okay|ok|alright|all right|correct|sure|good|fine|(?:is|are|do|does|did|was|were|would|will|can|could|have|has)n't (?:it|you|they|we|that))\s*[?!.…]*$/u
const whichever =
  /^(?:люб(?:ой|ая|ое|ую|ого|ому|ом|ые|ых)|всякий|(?:какой|какая|какое|какую|какие|когда|кто|что|чей|где)-(?:нибудь|то|либо)|any|anytime|anyone|whichever|whatever|whenever|some|either|every|each)$/
const pointing = /^(?:эт(?:от|у|а|о|ом|им|их)|тот|ту|том|такой|такую|такое|this|that|these|those)$/
/** To tell, as a request or as a wish to be told. */
const telling =
  /(?:^| )можно ваш|(?:^| )(?:назовите|скажите|подскажите|продиктуйте|уточните|укажите|сообщите|оставьте|расскажите|опишите|представьтесь|выберите|повторите|напомните|узнать|уточнить|спросить|подскажете|скажете|назовете|продиктуете|tell|give|say|describe|choose|spell|name|share|have|get|take)(?: |$)/
/** What may stand in such a request besides. */
const frame =
  /^(?:можно|могу|могли|можете|бы|может|могу|узнать|уточнить|спросить|подсказать|подскажете|скажете|назовете|назвать|продиктовать|продиктуете|пожалуйста|напомните|could|can|may|might|would|will|have|get|take|give|tell|share|say|spell|mind|like|need|i'd|please|to|just|put|down)$/
const whether = /(?:^| )(?:(?:do|does|did|is|are) (?:you|we|i|it|the|your|that|there)|(?:have|has) (?:you|we|i|it))(?: |$)/
/** An agreement that the name hangs on: "okay on the date?" */
const agreeing = /(?<!\p{L})(?:okay|ok|fine|good|alright|хорошо|ладно|ок) (?=(?:on|with|for|с|по|на|про)(?!\p{L}))/u
const indefinite = /(?<!\p{L})(?:a|an|any|some)(?: \p{L}+)?(?:\s*[?!.,]|$)/u
/** That something suits, is needed, is there or is to be done: with it a name is a statement to agree to. */
const predicate =
  /^(?:зовут$|звать$|назыв|обращ|удоб|подойд|подход|устро|устраив|нуж|есть$|имеется$|буд|хот|хоч|интерес|запис|запиш|годит|жела|план|предпоч|work|suit|good|best|fine|want|need|like|prefer|have$|has$|is$|are$|will$|book|do$|does$)|(?:ть|ться|чь)$/

const which = ['как(?:ой|ая|ое|ие|ую|ом|их|ого|ому|им|ими)', 'котор\\p{L}+', 'что', 'чего', "what(?:'s)?", 'which']
const generic = new RegExp(`^(?:${which.join('|')})$`, 'u')
const words = (...extra: readonly string[]): RegExp => new RegExp(`^(?:${[...which, ...extra].join('|')})$`, 'u')

/** The interrogatives that may ask for a value of a kind: «как вам завтра?» asks for no day. */
const interrogativesOf: Readonly<Record<ScenarioField['type'], RegExp>> = {
  date: words('когда', 'when', "when's"),
  time: words('когда', 'сколько', 'скольки', 'when', "when's"),
  number: words('сколько', 'скольким', 'скольких', 'насколько', 'how'),
  person_name: words('как', 'кто', 'кого', 'кому', 'кем', 'чье', 'чья', 'чей', 'who', 'whom', 'whose', "who's", 'how'),
  phone: words('как', 'куда', 'how', 'where'),
  email: words('как', 'куда', 'how', 'where'),
  address: words('где', 'куда', 'откуда', 'where', "where's"),
  enum: words(
    'чем',
    'на что',
    'кому',
    'кто',
    'who',
    'где',
    'куда',
    'where',
    'когда',
    'when',
    'как',
    'how',
    'сколько',
    'зачем',
    'почему',
    'why',
  ),
  yesno: words('когда', 'сколько', 'где', 'кто', 'как', 'when', 'where', 'who', 'how', 'why'),
  text: words('чем', 'чему', 'кто', 'где', 'когда', 'куда', 'как', 'почему', 'зачем', 'who', 'where', 'when', 'how', 'why'),
}
const anyInterrogative = words('чем', 'чему', 'кто', 'где', 'когда', 'куда', 'как', 'кому', 'who', 'where', 'when', 'how', 'why')
