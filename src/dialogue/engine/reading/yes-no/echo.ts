import {withoutFillers} from '../../../nlu/fillers.ts'
import {numeral} from '../../../nlu/numerals.ts'
import {stemKeys} from '../../../nlu/stem.ts'
import {tokenize, words} from '../../../nlu/tokens.ts'
import type {Token} from '../../../nlu/types.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import type {Reader} from '../reader.ts'

/** «Машина на ходу?» – «На ходу.», «Не на ходу.»: nothing but words of the question, and perhaps a "not". */
export function echoWhole({utterance, state}: Reader, field: ScenarioField): boolean | undefined {
  const {utterance: clean} = withoutFillers(utterance)
  if (clean.tokens.some(({text}) => /^(?:уже|already)$/.test(text)) && !isPastQuestion(field.askLine)) return undefined
  const words = clean.tokens.map((token) => token.text).filter((word) => !beside.test(word))
  const rest = words.filter((word) => !negation.test(word))
  if (rest.length === 0 || rest.length > 4) return undefined
  const asked = field.askLine[state.lang].flatMap((template) => tokenize(template.source)).map((token) => token.text)
  const keys = new Set(asked.flatMap(echoKeys))
  const isEcho = rest.every((word) => asked.includes(word) || echoKeys(word).some((key) => keys.has(key)))
  // Little words alone echo nothing: «у вас», «я».
  const says = rest.some((word) => word.length > 3 || /^(?:ходу|есть|now)$/.test(word))
  if (!isEcho || !says) return undefined
  if (words.some((word) => /^(?:не|not|isn't|doesn't|don't|never)$/.test(word))) return false
  // «Продлил», to whether they would like to, tells of something else.
  if (rest.some((word) => pastVerb.test(word)) && !isPastQuestion(field.askLine)) return undefined
  // «Нет, на ходу» may mean either.
  return rest.length === words.length ? true : undefined
}

const negation = /^(?:не|нет|not|no|isn't|doesn't|don't|never)$/
const beside =
  /^(?:ой|ай|хотя|простите|извините|oh|sorry|да|это|я|мы|она|он|оно|они|уже|конечно|точно|сейчас|пожалуйста|нужны|нужен|нужна|нужно|понадобится|понадобятся|спасибо|большое|огромное|thanks|thank|you|please|yes|it|it's|is|they|we|i|the)$/

/** The word by its stems, and by what means the same in an answer. */
const echoKeys = (word: string): string[] => [...stemKeys(word), ...(alike.find((group) => group.includes(word)) ?? []).slice(0, 1)]
const alike = [
  ['впервые', 'первый', 'первая', 'раз', 'разу'],
  ['сказать', 'говорите', 'скажите', 'говорить'],
  ['паспорт', 'возьму', 'захвачу'],
]

/** «Перезагружали?» – «Перезагружала, не помогло»: the verb comes first, what came of it is another matter. */
export function didAlready(reader: Reader, field: ScenarioField): boolean {
  const {utterance} = withoutFillers(reader.utterance)
  const [first] = utterance.tokens
  if (first === undefined) return false
  const isPast = field.askLine.ru.some(({source}) => /(?:ли|лись|лся|лась)(?: |\?|,)/.test(questionIn(source)))
  if (isPast && again.test(words(utterance.tokens))) return true
  // «Продлить не получится»
  if (utterance.tokens[1]?.text === 'не' && willNot.test(utterance.tokens[2]?.text ?? '')) return false
  return utterance.tokens.length > 1 && echo({...reader, utterance: {...utterance, tokens: [first]}}, field) === true
}

/** «Уже сто раз», «пробовал», «делала уже» */
const again =
  /^(?:(?:да|конечно|я|мы|уже) )*(?:(?:пробовал|делал|сделал|пытал)\S*|(?:сто|много|несколько|два|три|пять|десять|кучу) раза?|неоднократно|уже)(?: уже| конечно| все| всё| это| не помогло| не помогает| бесполезно)*$/

/** The verb of the question, or another of its root: «продлить» – «продлевайте». */
const isSaid = (key: string, verbs: ReadonlySet<string>): boolean =>
  verbs.has(key) || (key.startsWith('~') && [...verbs].some((verb) => verb.startsWith('~') && verb.length >= 5 && key.startsWith(verb)))

/**
 * «Вы оплатили?» – «Оплатил вчера.»: saying the verb of the question again is a yes, with «не» before it a no. A question with the verb in it
 * («а когда она кончилась?»), a condition, and what is done already or will be done some time answer nothing.
 */
export function echo({utterance: {tokens}, state, hints}: Reader, field: ScenarioField): boolean | undefined {
  const text = words(tokens)
  const asked = field.askLine[state.lang].map(({source}) => questionIn(source)).join(' ')
  const isOver = /(?:ли|лись|лся|лась)(?: |\?|,)|\b(?:did|have|has|was|were)\b/.test(asked)
  if (hints.isQuestion || unsettled.test(text) || (!isOver && /(?:^| )(?:уже|already)(?: |$)/.test(text))) return undefined
  const question = tokenize(asked).filter((token) => token.text.length > 4 && !numeral(token, state.lang))
  const verbs = new Set(question.flatMap((token) => stemKeys(token.text)).filter((key) => key.startsWith('~') || /^[a-z]/.test(key)))
  const at = tokens.findIndex((token) => token.text.length > 4 && stemKeys(token.text).some((key) => isSaid(key, verbs)))
  if (at === -1 || (state.lang === 'en' && isNoun(tokens, at))) return undefined
  if (pastVerb.test(tokens[at]!.text) && !isOver) return undefined
  // «Продлять не буду», «продлить не получится»
  if (tokens[at + 1]?.text === 'не' && willNot.test(tokens[at + 2]?.text ?? '')) return false
  return !tokens.slice(Math.max(0, at - 2), at).some((token) => /^(?:не|ни|not|never|didn't|don't|haven't|won't)$/.test(token.text))
}

/** "The insurance", "my own insurance": a noun of the question says nothing; the verb stands in front, behind nobody but the speaker. */
const isNoun = (tokens: readonly Token[], at: number): boolean =>
  at > 3 || /^(?:a|an|the|my|our|own|this|that|any|some|your|of|for|much|what|child)$/.test(tokens[at - 1]?.text ?? '')

/** «Прививка есть?» – «Привита.», «не привита»: one word of the same root. */
export function echoRoot({utterance}: Reader, {askLine}: ScenarioField): boolean | undefined {
  const {tokens} = withoutFillers(utterance).utterance
  const said = tokens.filter(({text}) => !negation.test(text) && !beside.test(text))
  const [word] = said
  // «Я уже продлил», to whether they would like to
  if ((pastVerb.test(word?.text ?? '') || tokens.some(({text}) => /^(?:уже|already)$/.test(text))) && !isPastQuestion(askLine))
    return undefined
  if (said.length !== 1 || !word || tokens.length > 3 || word.text.length < 6) return undefined
  const asked = [...askLine.ru, ...askLine.en].flatMap(({source}) => tokenize(questionIn(source)))
  const isOfRoot = asked.some(({text}) => text.length > 5 && text.slice(0, 5) === word.text.slice(0, 5))
  return isOfRoot ? !tokens.some(({text}) => /^(?:не|нет|not|no)$/.test(text)) : undefined
}

const pastVerb = /^.{3,}(?:[аяиыеуо]л(?:а|и|о|ся|ась|ись)?)$/
const willNot = /^(?:буду|будем|стану|станем|хочу|хотим|получится|получается|выйдет|смогу|сможем|могу|можем|планирую|собираюсь)$/

const isPastQuestion = ({ru, en}: ScenarioField['askLine']): boolean =>
  [...ru, ...en].some(({source}) => /(?:ли|лись|лся|лась)(?: |\?|,)|\b(?:did|have|has|was|were)\b/.test(questionIn(source)))

/** Of all that is said before it only the sentence that asks. */
const questionIn = (source: string): string => source.match(/[^.!?]*\?/g)?.join(' ') ?? source

const unsettled = /(?:^| )(?:если|разве|неужели|потом|попозже|как-нибудь|сам|сама|if|whether|maybe later|someday)(?: |$)/

/** «Сможете прийти?» – «Подойду», «приду, но опоздаю»: one word for another. */
export function isComing({utterance, state}: Reader, field: ScenarioField): boolean | undefined {
  const asked = field.askLine[state.lang].map(({source}) => questionIn(source)).join(' ')
  if (!/прийти|прид[её]те|подойти|подъехать|приехать|приед[еу]|будете|жд[её]м/i.test(asked)) return undefined
  const text = words(utterance.tokens)
  // «Я не смогу, вместо меня придёт бабушка»: somebody comes.
  if (/(?:^| )(?:прид[её]т|приедет|будет|подойд[её]т) /.test(text)) return undefined
  return away.test(text) ? false : coming.test(text) ? true : undefined
}

const away = /(?:^| )не (?:приду|прид[её]м|смогу|сможем|получится|подойду|приеду|приедем|буду|успею|успеем)(?: |$)/

const coming =
  /^(?:(?:да|ну|понятно|хорошо|конечно|ок|я|мы|постараюсь|обязательно|наверное|думаю|надеюсь|что|скорее|всего|должна|должен|должны) )*(?:смогу|сможем|успею|успеть|получится|приду|прид[её]м|подойду|подойд[её]м|подъеду|приеду|приедем|подъеду|буду|будем|явлюсь|вс[её] в силе|в силе|прийти|быть)(?: |$)/
