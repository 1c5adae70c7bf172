import {words} from '../../../nlu/tokens.ts'
import {withoutFillers} from '../../../nlu/fillers.ts'
import {extractChoice} from '../../../nlu/choice.ts'
import type {ExtractContext, Found} from '../../../nlu/types.ts'
import {mentionsField} from '../field-words.ts'
import type {Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {speaks} from '../spoken-language.ts'

/** An option that is also a plain answer («да», «нет», «любой») counts only when it was asked for; and never out of a mere question. */
export function readOption(reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  if (!context.asked && reader.hints.isQuestion) return undefined
  if (noneOfThem.test(words(reader.utterance.tokens))) return undefined
  const found =
    (reader.hints.wantsChange ? afterChange(reader, context) : undefined) ??
    (context.asked ? afterWish(reader, context) : undefined) ??
    extractChoice(reader.utterance, context) ??
    (context.asked ? doingWithout(reader, field) : undefined) ??
    timeOption(reader, context) ??
    (context.asked ? theOther(reader, field, context) : (telling(reader, context) ?? bookedFor(reader, context)))
  if (!found) return undefined
  // «Хочу заказать букет», where the next question is about «букет» as well: the noun alone tells no «сборный букет» from another.
  if (found.confidence < 0.6 && !found.alts && isCommonNoun(reader, field, found)) return undefined
  // «Дайте живого флориста» wants a person, and no bouquet to a florist's taste.
  if (reader.hints.intents.has('handoff') && found.confidence < 0.9) return undefined
  const said = reader.utterance.tokens.slice(found.from, found.to).map((token) => token.text)
  // «Вы говорите по-английски?» chooses no subject to learn.
  if (reader.hints.intents.has('switch_language') && speaks(reader.utterance.text) && said.some((word) => languageName.test(word)))
    return undefined
  // «Детские кресла есть?» asks for chairs.
  if (context.asked && reader.hints.isQuestion && isOfAnotherThing(reader, found)) return undefined
  // «Сколько стоит букет» chooses no bouquet by half its name.
  if (context.asked) return reader.hints.isQuestion && found.confidence < 0.8 ? undefined : found
  // Half a name of an option is a guess, and nobody asked.
  if (found.confidence < 0.6 && !found.alts && !isAdjective.test(said.join(' '))) return undefined
  if (said.every((word) => plainAnswers.has(word)) || !mayReplace(reader, field, found)) return undefined
  return found
}

/** A noun that the flow's other number or text questions have too. */
const isCommonNoun = ({scenario, utterance}: Reader, {id}: ScenarioField, {from, to}: Found<unknown>): boolean =>
  to - from === 1 &&
  !isAdjective.test(utterance.tokens[from]!.text) &&
  [...scenario.fields.values()].some(
    (other) => other.id !== id && other.type === 'number' && mentionsField(other, utterance.tokens.slice(from, to)),
  )

/** An adjective of an option before a noun that none of them has. */
const isOfAnotherThing = ({utterance: {tokens}}: Reader, {from, to}: Found<unknown>): boolean =>
  to - from === 1 && isAdjective.test(tokens[from]!.text) && /^\p{L}{4,}[аыиья]$/u.test(tokens[to]?.text ?? '')

/** «Ни один не подходит», «утром не могу, вечером тоже» */
const noneOfThem =
  /(?:^| )ни (?:один|одна|одно|одного|одну|тот|та|то)(?: из | не (?:подход|нрав|хоч|нуж|устра|интерес)| вариант| ни |$)|(?:^| )не (?:могу|смогу|получ\S+|подход\S+) .*(?:тоже|также)(?: не\S*| нет)?$|neither|none of/

/** «Да, приду на вечерний»: an adjective that only one option has, in a short answer to something else. */
function telling({utterance, hints}: Reader, context: ExtractContext): Found<unknown> | undefined {
  if (hints.isQuestion || utterance.tokens.length > 6) return undefined
  const found = extractChoice(utterance, {...context, asked: true})
  const said = found && utterance.tokens.slice(found.from, found.to)
  return said?.length === 1 && said[0]!.text.length > 5 && isAdjective.test(said[0]!.text) ? found : undefined
}

/** «Запишите меня на проверку»: a word behind «на» that only one option has. */
function bookedFor({utterance, hints}: Reader, context: ExtractContext): Found<{readonly option: string}> | undefined {
  if (hints.isQuestion || !hints.intents.has('book')) return undefined
  const at = utterance.tokens.findIndex(({text}, place) => /^(?:на|for)$/.test(text) && utterance.tokens[place + 1] !== undefined)
  const found =
    at === -1 ? undefined : extractChoice({...utterance, tokens: utterance.tokens.slice(at + 1, at + 3)}, {...context, asked: true})
  return found && !found.alts && found.from === 0 ? {...found, confidence: 0.6, from: at + 1, to: found.to + at + 1} : undefined
}

const isAdjective = /^\p{L}+(?:ый|ий|ой|ая|яя|ое|ую|юю|ого|его|ому|ым|им)$/u

/** «Утром не могу», where there are only two: the other one. */
function theOther({utterance, hints}: Reader, {choices}: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  const text = words(utterance.tokens)
  // «Не электронный»
  const isPlain = /^(?:(?:нет|ну|лучше|только|no) )*(?:не|not) (?:the )?\S+$/.test(text)
  if (
    choices.length !== 2 ||
    hints.isQuestion ||
    (!isPlain && !/(?:^| )(?:не (?:могу|подход\S+|получ\S+|удобно|устраивает)|неудобно|can't|doesn't work)(?: |$)/.test(text))
  )
    return undefined
  const rest = utterance.tokens.map((token) => (/^(?:не|неудобно|can't|doesn't)$/.test(token.text) ? {...token, text: 'да'} : token))
  const denied = extractChoice({...utterance, tokens: rest}, context)
  const other = denied && !denied.alts ? choices.find(({id}) => id !== denied.value.option) : undefined
  return other && {value: {option: other.id}, from: denied!.from, to: denied!.to, confidence: 0.7}
}

/** «Не надо», «никакой», where one of the options is to have none. */
function doingWithout({utterance, hints}: Reader, {choices}: ScenarioField): Found<unknown> | undefined {
  if (hints.isQuestion || !withoutAny.test(words(withoutFillers(utterance).utterance.tokens))) return undefined
  const [none, ...others] = choices.filter(({id, ru = [], en = []}) => [id, ...ru, ...en].some((name) => isNone.test(name)))
  return none && others.length === 0 ? {value: {option: none.id}, from: 0, to: utterance.tokens.length, confidence: 0.75} : undefined
}

const isNone = /^(?:без |никак|ничего|не нуж|не надо|нет$|нет |no |none|nothing|without)/i
const withoutAny =
  /^(?:(?:нет|да|а|ну|мне|нам|я|мы|no|i) )*(?:никак(?:ой|ого|ая|ую|ие|их|ому)|не (?:надо|нуж(?:ен|на|но|ны)|хочу|хотим)|без (?:него|нее|них|всего)|ничего(?: не (?:надо|нужно))?|обойд(?:усь|емся)|нет|none|nothing|without(?: it)?|(?:don't|do not) (?:need|want) (?:it|one|any))(?: спасибо| мне| нам| пожалуйста| не надо| не нужно| thanks| thank you)*$/

/** «Утром работаю, давайте вечером»: what stands behind the wish. */
function afterWish({utterance}: Reader, context: ExtractContext): Found<unknown> | undefined {
  const at = utterance.tokens.findLastIndex((token) => /^(?:давайте|давай|лучше|тогда|значит|поэтому|let's|rather|so)$/.test(token.text))
  if (at < 1) return undefined
  const found = extractChoice({...utterance, tokens: utterance.tokens.slice(at + 1)}, context)
  return found && !found.alts ? {...found, from: found.from + at + 1, to: found.to + at + 1} : undefined
}

/** What is known is replaced on a wish only: «и ещё кондиционер проверьте» adds to it, «там на конце ещё один» has nothing to do with it. */
function mayReplace({state, hints, utterance, scenario}: Reader, {id}: ScenarioField, {from, to}: Found<unknown>): boolean {
  if (state.fields[id]!.value === undefined || hints.wantsChange || hints.denies) return true
  if (state.pending.kind === 'confirm_state' || state.pending.kind === 'what_to_change') return true
  const text = words(utterance.tokens)
  if (/(?:^| )(?:ещ[её]|также|тоже|заодно|плюс|also|too|as well|plus)(?: |$)/.test(text)) return false
  const isWhole = (to - from) * 2 >= utterance.tokens.length && scenario.states.get(state.state)!.type !== 'collect'
  // «На педикюр», while the day is asked for: nothing but another option.
  const isBare = utterance.tokens.every(
    ({text: word}, at) => (at >= from && at < to) || /^(?:на|в|и|а|к|ко|мне|бы|можно|сразу|the|a|for)$/.test(word),
  )
  return isWhole || isBare || replacing.test(text)
}

const replacing =
  /(?:^| )(?:лучше|давайте|давай|хочу|хотел|хотела|запишите|нужн\S+|можно|вообще|всё-таки|все-таки|передумал|передумала|ой|точнее|вернее|want|would|rather|make it|actually|instead|need|changed|sorry)(?: |$)/

/** An option in the words of a day or an hour, which the calendar has read before. */
function timeOption({timed}: Reader, context: ExtractContext): Found<unknown> | undefined {
  const found = timed && extractChoice(timed, context)
  const said = timed?.tokens.slice(found?.from, found?.to).map((token) => token.text)
  return found && temporal.test(said!.join(' ')) ? found : undefined
}

export const temporal =
  /(?:^| )(?:сегодня|(?:после)?завтра|сейчас|утр|вечер|дн[её]м|день|обед|ноч|понедельн|вторник|сред[ауы]|четверг|пятниц|суббот|воскресен|будн|выходн|today|tomorrow|morning|afternoon|evening|night|noon|weekend|weekday)/i

const languageName = /англ|инглиш|русск|english|russian/

const plainAnswers = new Set([
  'да',
  'нет',
  'не',
  'никак',
  'любой',
  'любая',
  'другое',
  'yes',
  'no',
  'none',
  'any',
  'other',
  ...'другой другая другого другую другие других другому'.split(' '),
])

/** «Зал поменяйте на веранду»: what it is to be changed to stands behind the verb. */
function afterChange({utterance}: Reader, context: ExtractContext): Found<unknown> | undefined {
  const at = utterance.tokens.findIndex((token) => /^(?:(?:по|за|из)?мен|перенес|перепи|исправ|chang|switch|mak)/.test(token.text))
  if (at === -1) return undefined
  // «Поменяйте йогу на пилатес»
  const to = utterance.tokens.findLastIndex((token, index) => index > at + 1 && /^(?:на|to|for)$/.test(token.text))
  const changed = to === -1 ? undefined : extractChoice({...utterance, tokens: utterance.tokens.slice(to + 1)}, context)
  if (changed) return {...changed, from: at, to: changed.to + to + 1, corrected: true}
  const found = extractChoice({...utterance, tokens: utterance.tokens.slice(at + 1)}, context)
  return found && {...found, from: found.from + at + 1, to: found.to + at + 1, corrected: true}
}
