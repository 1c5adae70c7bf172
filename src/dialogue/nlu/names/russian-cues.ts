import type {Case, NamePart} from './decline.ts'
import type {Word} from './words.ts'

/** Words that announce a name. */
export interface Cue {
  /** Word span of the cue. */
  readonly from: number
  readonly to: number
  readonly cases: Partial<Record<Case, number>>
  /** The next word is a name even when nobody knows it. */
  readonly strong: boolean
  readonly part?: NamePart
}

const nominative = {nom: 1, ins: 0.6}
const direct = {acc: 1, gen: 0.3}
const under = {gen: 1, nom: 1}

type Shape = Omit<Cue, 'from' | 'to'>
const introduced: Shape = {cases: nominative, strong: true}
const hinted: Shape = {cases: {nom: 1}, strong: false}

const before: readonly (readonly [string, Shape])[] = [
  [
    'меня зовут|зовут меня|меня звать|звать меня|мое имя|имя мое|полное имя|мое полное имя|зовите меня|зови меня|называйте меня|можно просто|меня зовут просто|звать|зовут|имя фамилия|имя и фамилия|фамилия и имя|фамилия имя|фамилия имя отчество|имя отчество|фио|имя отчество фамилия',
    introduced,
  ],
  [
    'фамилия имя и отчество|ф и о|мое фио|имя клиента|имя пациента|имя ребенка|имя гостя|имя моего ребенка|на вы меня зовут|величать|представлюсь',
    introduced,
  ],
  ['по имени|под именем', {cases: {nom: 1, gen: 0.5}, strong: true}],
  ['на имя|бронь на имя|от имени', {cases: under, strong: true}],
  ['на фамилию|под фамилией|по фамилии', {cases: {nom: 1, gen: 0.6}, strong: true, part: 'last'}],
  [
    'говорит|звонит|беспокоит|вас беспокоит|беспокоит вас|вас приветствует|приветствует|с вами говорит|вам звонит|на связи|у телефона|на проводе|на линии|слушает|пишется|пациент|пациентка|клиент|клиентка|гость|господин|госпожа|гражданин|гражданка|я|это|это я',
    hinted,
  ],
  ['вы говорите с|вы разговариваете с|разговариваете с|говорите с', {cases: {ins: 1}, strong: false}],
  ['я от|от', {cases: {gen: 1}, strong: false}],
  [
    'запишите|записать|запиши|записывайте|запишем|пишите|пиши|оформите|забронируйте|запишите меня|записывайте меня',
    {cases: {acc: 1, nom: 0.7}, strong: false},
  ],
  ['запишите как|запишите меня как|меня запишите как|записывайте как|запишите просто', {cases: {nom: 1, acc: 0.6}, strong: true}],
]
const labels: Readonly<Record<string, NamePart>> = {
  фамилия: 'last',
  фамилию: 'last',
  имя: 'first',
  отчество: 'patronymic',
  батюшке: 'patronymic',
}

const table = new Map<string, {words: readonly string[]; shape: Shape}[]>()
for (const [phrases, shape] of before)
  for (const phrase of phrases.split('|')) {
    const words = phrase.split(' ')
    const list = table.get(words[0]!) ?? []
    list.push({words, shape})
    table.set(
      words[0]!,
      list.sort((a, b) => b.words.length - a.words.length),
    )
  }

const booking = /^(?:запи[сш]|пиши|перепи|брон|заброн|оформ|заказ|резерв|зарезерв|стол|визит|талон|прием)/

/** The cue that starts at `at`, the longest one. `asked`: the bot wants a name just now, so "на …" and "для …" mean people. */
export function cueAt(words: readonly Word[], at: number, asked: boolean): Cue | undefined {
  for (const {words: phrase, shape} of table.get(words[at]!.text) ?? [])
    if (phrase.every((word, index) => words[at + index]?.text === word)) return {...shape, from: at, to: skipKin(words, at + phrase.length)}
  const word = words[at]!.text
  const part = labels[word]
  if (part) return {from: at, to: skipOwner(words, at + 1), cases: {nom: 1, acc: 0.3}, strong: true, part}
  if (word !== 'на' && word !== 'для' && word !== 'за') return undefined
  const to = skipKin(words, at + 1)
  // "на машину", "на любовь": only booking something makes "на" announce a person.
  if (!asked && to === at + 1 && !words.some(({text}, index) => index < at && booking.test(text))) return undefined
  return {from: at, to, cases: word === 'для' ? {gen: 1} : {...direct, nom: 0.1}, strong: false}
}

/** "на мужа Сергея", "для моей дочери Анны". */
function skipKin(words: readonly Word[], at: number): number {
  let to = at
  while (to < words.length && kin.test(words[to]!.text)) to++
  return to
}

const kin =
  /^(?:муж[ау]?|мужем|жен[ауые]|сын[ау]?|сыночк[ау]|дочь|дочери|дочк[ауеи]|доченьк[ауи]|мам[ауеы]|пап[ауеы]|брат[ау]?|сестр[ауеы]|бабушк[ауеи]|дедушк[ауеи]|ребен(?:ок|ка|ку)|подруг[ауеи]|друг[ау]?|внук[ау]?|внучк[ауеи]|тещ[ауеи]|свекровь|теть?[яюи]|дяд[яюи]|племянник[ау]?|племянниц[ауеы]|мо(?:й|я|его|ю|ей|ему)|сво(?:его|ю|ей)|нашего|нашу|нашей|господин[а]?|госпож[ауи]|гражданин[а]?|гражданк[ауи]|девушк[ау]|клиент[а]?|клиентк[ау]|пациент[а]?|пациентк[ау])$/

/** "фамилия у меня будет Иванов". */
function skipOwner(words: readonly Word[], at: number): number {
  let to = at
  while (
    to < words.length &&
    /^(?:моя|мое|мой|у|меня|нас|него|нее|будет|такая|такое|вот|это|клиента|пациента|ребенка|его|ее|пишется|есть|сложная|простая|редкая|смешная|странная|девичья|двойная|обычная|необычная|красивая|редкое|необычное|простое)$/.test(
      words[to]!.text,
    )
  )
    to++
  return to
}

/** What may follow a name that nothing announced: "Анна меня зовут", "Иванов беспокоит". The value is how many words it takes. */
export function cueAfter(words: readonly Word[], at: number): {readonly to: number; readonly strong: boolean} | undefined {
  for (const [phrase, strong] of after)
    if (phrase.every((word, index) => words[at + index]?.text === word)) return {to: at + phrase.length, strong}
  return undefined
}

const after: readonly (readonly [readonly string[], boolean])[] = (
  [
    ['меня зовут', true],
    ['зовут меня', true],
    ['мое имя', true],
    ['моя фамилия', true],
    ['меня звать', true],
    ['вас беспокоит', true],
    ['беспокоит', true],
    ['на связи', false],
    ['на проводе', false],
    ['на линии', false],
    ['у телефона', false],
    ['у аппарата', false],
    ['зовут', false],
    ['звонит', false],
    ['говорит', false],
    ['слушает', false],
    ['это я', false],
    ['по паспорту', false],
  ] as const
).map(([phrase, strong]) => [phrase.split(' '), strong])
