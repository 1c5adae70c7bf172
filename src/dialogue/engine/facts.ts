import {numeral} from '../nlu/numerals.ts'
import {stemKeys} from '../nlu/stem.ts'
import {extractChoice} from '../nlu/choice.ts'
import {tokenize, utterance as toUtterance} from '../nlu/tokens.ts'
import type {Choice, Token} from '../nlu/types.ts'
import {acceptedValues, type Draft, factsFor} from './draft.ts'
import {untilWhen, withoutOthersWork} from './asks-for-hours.ts'
import {asksPriceOfOther, ofQuestion} from './price-of-other.ts'
import {asksTopic, isTopic, isTopicName, keysOfTopic} from './fact-topics.ts'

interface Candidate {
  readonly key: string
  readonly text: string
  /** The question has a word that stands in this fact and in no other. */
  readonly isOwner: boolean
}

export interface FactAnswer {
  readonly key: string
  readonly text: string
}

/** The fact a question is about, if exactly one fits best. No fact is better than a wrong one: a price of another service is a lie. */
export function findFact(draft: Draft, question: string): FactAnswer | undefined {
  const facts = factsFor(draft.scenario, draft.state.lang)
  const asked = new Set(withoutOptions(draft, withoutOthersWork(question)).flatMap((token) => stemKeys(token.text)))
  // «Подготовка какая нужна?» asks for nothing to be brought along.
  if (/натощак|подготовка|не есть|(?:^| )fast(?:ing)?(?: |$)|empty stomach/i.test(question))
    for (const key of ['нужно', 'нужна', 'need'].flatMap((word) => stemKeys(word))) asked.delete(key)
  // «Подарочные карты есть?» asks for no way to pay.
  if (/подароч|скидочн|клубн|gift/i.test(question)) for (const key of ['карта', 'card'].flatMap((word) => stemKeys(word))) asked.delete(key)
  // «До скольки вы?» has no word of its own for the opening hours.
  if (untilWhen.test(question.toLowerCase())) for (const key of stemKeys('часы')) asked.add(key)
  for (const key of impliedTopics(question.toLowerCase())) asked.add(key)
  if (asksWhereYouAre(question)) for (const key of stemKeys('адрес')) asked.add(key)
  // «Сколько стоит доставка» names its subject; the flowers that were chosen are none.
  const isNamed =
    meets(keysOfTopic('price'), asked) &&
    Object.keys(facts).some((key) =>
      partsOf(draft, key).some((part) => !isPrice.test(part) && !optionIds(draft).has(part) && meets(partKeys(draft, part), asked)),
    )
  const context = isNamed ? new Set<string>() : contextKeys(draft)
  const named = namedOptions(draft, question)
  const owners = ownersOf(facts, question)
  const scored = Object.entries(facts)
    .map(([key, text]) => ({key, text, score: score(draft, {key, text, isOwner: owners.includes(key)}, asked, context, named)}))
    .filter((fact) => fact.score > 0 && isToThePoint(draft, question, fact.key, asked, named))
    .toSorted((a, b) => b.score - a.score)
  // «Сколько стоит стрижка и маникюр?»: of two that are named the general price tells of both.
  if (named.length > 1 && facts['price'] !== undefined && meets(keysOfTopic('price'), asked)) return {key: 'price', text: facts['price']}
  const [best, second] = scored
  const equals = scored.filter(({score: each}) => each === best?.score)
  if (
    equals.some(({key, text}) => isPrice.test(key) && money.test(text)) &&
    asksPriceOfOther(draft, [...stemsOf(facts).values()], question)
  )
    return undefined
  if (best && best.score >= 1 && second?.score !== best.score) return {key: best.key, text: best.text}
  // «Сколько стоит доставка» is answered by what is said of the delivery, where a price stands in it.
  const tied = best && best.score >= 1 ? scored.filter(({score: each, text}) => each === best.score && money.test(text)) : []
  const particular = tied.filter(({key}) => !/^(?:prices?|cost)$/.test(key))
  const priced = tied.length > 1 && particular.length > 0 ? particular : tied
  if (priced.length === 1 && meets(keysOfTopic('price'), asked)) return {key: priced[0]!.key, text: priced[0]!.text}
  return best && best.score >= 1 ? undefined : bySubject(draft, facts, question, asked, named)
}

/** «Адрес и цену»: two facts asked for in one breath, each by its own side of the «и». */
export function twoFacts(draft: Draft, question: string): readonly FactAnswer[] | undefined {
  const sides = question.split(/ (?:и|а также|and) /i)
  if (sides.length !== 2) return undefined
  const [first, second] = sides.map((side) => findFact(draft, side) ?? allOfTopic(draft, side))
  // «Сколько стоит маникюр и сколько по времени?»: the second half asks about the same.
  const again = subjectOf(draft, sides[0]!).map((name) => findFact(draft, `${sides[1]} ${name}`))
  const other = again.find((fact) => fact !== undefined && fact.key !== first?.key) ?? second
  return first && other && first.key !== other.key ? [first, other] : undefined
}

/** Names of the option that a question is about, where it is one. */
function subjectOf(draft: Draft, question: string): readonly string[] {
  const [only, ...others] = [...new Set(namedOptions(draft, question))]
  if (only === undefined || others.length > 0) return []
  const choice = [...draft.scenario.fields.values()].flatMap(({choices}) => choices).find(({id}) => id.toLowerCase() === only)
  return choice ? namesOf(choice).slice(0, 1) : []
}

/** How many facts of one kind may be told in a row. */
const mostTold = 4

/** «Сколько по времени?», and of nothing in particular: what is known of each, where no fact is about all. */
export function allOfTopic(draft: Draft, question: string): FactAnswer | undefined {
  const asked = new Set([...tokenize(question).flatMap((token) => stemKeys(token.text)), ...impliedTopics(question.toLowerCase())])
  const isAbout = asksHowLong.test(question.toLowerCase()) && namedOptions(draft, question).length === 0 && contextKeys(draft).size === 0
  const told = Object.entries(factsFor(draft.scenario, draft.state.lang)).filter(
    ([key]) => key.startsWith('duration_') && meets(keysOfTopic('duration'), asked),
  )
  if (!isAbout || told.length === 0 || told.length > mostTold) return undefined
  return {key: 'duration', text: told.map(([, text]) => text.replace(/[.\s]*$/, '.')).join(' ')}
}

/** «А где вы?», «где ваш салон?», and not «а где у вас туалет?» */
const asksWhereYouAre = (question: string): boolean =>
  comesWhere.test(question) ||
  (/(?:^| )(?:где|куда|where)(?: |$)/i.test(question) &&
    tokenize(question).every(
      ({text}) =>
        text.length <= 3 ||
        ofQuestion.test(text) ||
        stemKeys(text).some((key) => keysOfTopic('address').has(key)) ||
        /^(?:находит\S*|располож\S*|салон\S*|офис\S*|магазин\S*|клиник\S*|мастерск\S*|студи\S*|школ\S*|центр\S*|компани\S*|пункт\S*|сидите|сами|проход\S*|провод\S*|состо\S*|встреч\S*|сейчас|именно|точно|приезжать|подъезжать|подъехать|ехать|приехать|прийти|идти|located|based|office|shop|store|place|find|exactly|come)$/.test(
          text,
        ),
    ))

/** «Я с посылкой, куда подъехать?», «а вход где?» */
const comesWhere =
  /(?:^| )(?:куда|как к вам) (?:мне )?(?:подъехать|ехать|приехать|подойти|пройти|проехать)$|^(?:а |и |скажите )*(?:где (?:у вас )?вход|вход (?:у вас )?(?:где|откуда)|which (?:entrance|door))(?: |$)/i

const isPrice = /^(?:prices?|cost|tariff|general|all)$/

const money = /рубл|(?:бес)?плат|доллар|евро|dollar|pound|euro|free|процент/i

/** «Сколько абонемент?», «сколько его делают?», «почём?»: what is asked about without a word for it. */
function impliedTopics(question: string): readonly string[] {
  if (asksHowLong.test(question)) return stemKeys('долго')
  if (/(?:^| )поч[её]м(?: |$)/.test(question)) return stemKeys('цена')
  return asksHowMuch.test(question) ? stemKeys('цена') : []
}

const asksHowLong =
  /(?:^| )сколько (?:\S+ ){0,2}(?:по )?(?:времени|займ\S*|занима\S*|длит\S*|продолж\S*|жд\S*|ехать|дела\S*|готов\S*|изготов\S*|ид[её]т|уч(?:ить|ит|ат)\S*)(?: |$)/
const asksHowMuch =
  /(?<!(?:^| )во)(?:^| )сколько (?!мне |вам |тебе |ему |ей |лет|\S+ не (?:знаю|помню|скажу)|можно|по |врем|минут|час|дн|лет|раз|человек|штук|минимум|максимум|гост|мест)\S/

/** «А вещи застрахованы?»: no topic of ours, but half of what the question is about stands in one fact and in no other. */
function bySubject(
  draft: Draft,
  facts: Readonly<Record<string, string>>,
  question: string,
  asked: ReadonlySet<string>,
  named: readonly string[],
): FactAnswer | undefined {
  const owners = ownersOf(facts, question)
  const [key, ...others] = [...new Set(owners.filter((owner) => owner !== undefined))]
  const share = owners.filter((owner) => owner !== undefined).length / owners.length
  if (key === undefined || others.length > 0 || share < 0.5 || !isToThePoint(draft, question, key, asked, named)) return undefined
  return {key, text: facts[key]!}
}

/** For each word of content in the question the only fact that has it, if one only has. */
function ownersOf(facts: Readonly<Record<string, string>>, question: string): (string | undefined)[] {
  const content = tokenize(question).filter(
    (token) => token.text.length > 3 && !isTopic(token.text) && !ofQuestion.test(token.text) && !isNumber(token),
  )
  const stems = stemsOf(facts)
  return content.map((token) => {
    const keys = stemKeys(token.text)
    const having = Object.keys(facts).filter((key) => keys.some((stem) => stems.get(key)!.has(stem)))
    return having.length === 1 ? having[0] : undefined
  })
}

/** The stems in each fact; the facts of a skillbase stay as they are for all of its calls. */
function stemsOf(facts: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const known = factStems.get(facts)
  if (known) return known
  const stems = new Map(Object.entries(facts).map(([key, text]) => [key, new Set(tokenize(text).flatMap((token) => stemKeys(token.text)))]))
  factStems.set(facts, stems)
  return stems
}

const factStems = new WeakMap<object, ReadonlyMap<string, ReadonlySet<string>>>()

/** «А можно на пять» asks for no house number five. */
const isNumber = (token: Token): boolean => numeral(token, 'ru') !== undefined || numeral(token, 'en') !== undefined

/** A price is no answer to "how long", and the price of an oil change none to what brakes cost. */
function isToThePoint(draft: Draft, question: string, key: string, asked: ReadonlySet<string>, named: readonly string[]): boolean {
  const parts = partsOf(draft, key)
  const topic = parts.filter(isTopicName)
  if (topic.some((part) => /^(?:duration|time)$/.test(part)) && !ofTime.test(question)) return false
  const isOther = topic.length > 0 && !topic.some((part) => meets(partKeys(draft, part), asked))
  if (isOther && asksTopic(asked)) return false
  // «Что с моим заказом?» has a word of the price of something else, and asks for none.
  if (isOther && named.length === 0 && topic.some((part) => isPrice.test(part)) && parts.length > topic.length) return false
  // "Is whitening painful?" asks for no price.
  if (isOther && topic.some((part) => isPrice.test(part)) && saysMore(draft, question, asked)) return false
  const options = optionIds(draft)
  const own = parts.filter((part) => options.has(part))
  return own.length === 0 || named.length === 0 || own.some((part) => named.includes(part))
}

/** «Ламинирование делаете?» has the verb of «сколько делается», and asks for no time. */
const ofTime =
  /сколько|долг|длит|врем|занима|займ|час|минут|быстр|срок|дней|дня|недел|готов|how|long|take|last|duration|quick|time|hour|minute|days?(?: |$)/i

/** Whether the question has a word of content besides the options it names: an adjective or a verb that asks for something else. */
const saysMore = (draft: Draft, question: string, asked: ReadonlySet<string>): boolean => {
  const options = new Set([...draft.scenario.fields.values()].flatMap(({optionKeys}) => [...optionKeys]))
  return (
    asked.size > 0 &&
    tokenize(question).some(
      (token) =>
        token.text.length > 4 &&
        !ofQuestion.test(token.text) &&
        !isNumber(token) &&
        !isTopic(token.text) &&
        !stemKeys(token.text).some((key) => options.has(key)) &&
        tellsMore.test(token.text),
    )
  )
}

const tellsMore = /(?:ful|less|ous|ing|able|safe|hurt|hurts|больно|опасно|вредно|можно|делаете|нормально)$/

const optionIds = ({scenario}: Draft): Set<string> =>
  new Set([...scenario.fields.values()].flatMap((field) => field.choices.map((choice) => choice.id.toLowerCase())))

/** "Is the Maple Street flat still available?" asks for no street. */
function withoutOptions({scenario, state, local}: Draft, question: string): readonly Token[] {
  const spoken = toUtterance(question, state.lang)
  const spans = [...scenario.fields.values()].flatMap(({choices}) => {
    const found = choices.length > 0 ? extractChoice(spoken, {now: local, options: choices}) : undefined
    return found && found.to - found.from > 1 ? [found] : []
  })
  return spoken.tokens.filter((_, at) => !spans.some(({from, to}) => at >= from && at < to))
}

/** The options that the question names, of any field. */
function namedOptions({scenario, state, local}: Draft, question: string): string[] {
  const spoken = toUtterance(question, state.lang)
  return [...scenario.fields.values()].flatMap(({choices}) => {
    const found = choices.length > 0 ? extractChoice(spoken, {now: local, options: choices}) : undefined
    return found ? [found.value, ...(found.alts ?? [])].map(({option}) => String(option).toLowerCase()) : []
  })
}

/** Every part of the key that the question names counts; a part it does not name, and nothing in the call implies, counts against. */
function score(
  draft: Draft,
  {key, text, isOwner}: Candidate,
  asked: ReadonlySet<string>,
  context: ReadonlySet<string>,
  named: readonly string[],
): number {
  let total = 0
  let mayTranslate = isOwner
  const options = optionIds(draft)
  const chosen = new Set(context.size === 0 ? [] : Object.values(acceptedValues(draft.state)).map((value) => String(value).toLowerCase()))
  for (const part of partsOf(draft, key)) {
    const words = partKeys(draft, part)
    if (meets(words, asked) || isRootOf(part, asked) || (options.has(part) && named.includes(part))) total += 1
    else if (options.has(part) ? chosen.has(part) : meets(words, context)) total += 0.5
    // `price_airport`, of whose text alone the question has a word: «до аэропорта».
    else if (mayTranslate && !isTopicName(part)) {
      total += 1
      mayTranslate = false
    } else total -= 0.4
  }
  // The words of the fact itself break ties, and find facts whose key is a mere label.
  const own = new Set(
    tokenize(text)
      .filter((token) => token.text.length > 3 && !isTopic(token.text) && !isNumber(token))
      .flatMap((token) => stemKeys(token.text)),
  )
  const shared = [...own].filter((stem) => asked.has(stem)).length
  return total + Math.min(0.9, shared * 0.3)
}

/** «Аноним» is asked about by «анонимно». */
const isRootOf = (part: string, asked: ReadonlySet<string>): boolean =>
  /^[а-я]{5,}$/.test(part) && [...asked].some((key) => key.startsWith(part))

/** `price_home_visit` has two parts where `home_visit` is an option. */
function partsOf(draft: Draft, key: string): string[] {
  const words = key.toLowerCase().split(/[_\s-]+/)
  const options = optionIds(draft)
  const parts: string[] = []
  for (let at = 0; at < words.length;) {
    let to = words.length
    while (to > at + 1 && !options.has(words.slice(at, to).join('_'))) to--
    parts.push(words.slice(at, to).join('_'))
    at = to
  }
  return parts
}

/** Stems for one part of a key: a topic, an option of a field (`haircut` → стрижка), or the word itself. */
function partKeys({scenario}: Draft, part: string): ReadonlySet<string> {
  const keys = new Set(stemKeys(part))
  for (const key of keysOfTopic(part)) keys.add(key)
  for (const field of scenario.fields.values()) {
    const choice = field.choices.find((each) => each.id === part)
    if (!choice) continue
    const common = commonKeys(field.choices)
    // Of «семейный номер» the noun alone names no room of that kind.
    for (const name of namesOf(choice)) for (const key of ownKeys(name)) if (!common.has(key)) keys.add(key)
  }
  return keys
}

/** The keys of a name; of an adjective and its noun those of the adjective. */
const ownKeys = (name: string): string[] => {
  const [first, second, ...rest] = tokenize(name).filter(({text}) => text.length > 2)
  const isPair = first && second && rest.length === 0 && /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$/.test(first.text)
  return isPair ? [...stemKeys(first.text)] : nameKeys(name)
}

/** «Занятие» in «личное занятие» and «занятие в группе» names neither. */
function commonKeys(choices: readonly Choice[]): ReadonlySet<string> {
  const known = commonOf.get(choices)
  if (known) return known
  const each = choices.map((choice) => new Set(namesOf(choice).flatMap(nameKeys)))
  const common = new Set(each.flatMap((keys, at) => [...keys].filter((key) => each.some((other, index) => index !== at && other.has(key)))))
  commonOf.set(choices, common)
  return common
}

const commonOf = new WeakMap<readonly Choice[], ReadonlySet<string>>()

const namesOf = ({ru = [], en = []}: Choice): readonly string[] => [...ru, ...en]

/** What the call is about already: «а сколько стоит?» after choosing a haircut. */
function contextKeys(draft: Draft): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const [id, value] of Object.entries(acceptedValues(draft.state))) {
    const say = draft.scenario.fields.get(id)!.optionSay.get(String(value))
    for (const name of say ? [say.ru, say.en] : []) for (const key of nameKeys(name)) keys.add(key)
  }
  return keys
}

/** Articles and other short words name nothing. */
const nameKeys = (name: string): string[] =>
  tokenize(name)
    .filter((token) => token.text.length > 2)
    .flatMap((token) => stemKeys(token.text))

const meets = (words: ReadonlySet<string>, heard: ReadonlySet<string>): boolean => [...words].some((word) => heard.has(word))
