import {numeral} from './numerals.ts'
import type {Chosen} from './choice-hit.ts'
import type {Choice, Found, Token, Utterance} from './types.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const nouns = set(
  'вариант варианта вариантом пункт пункта номер номером опция опцию услуга услугу цифра один зал зала тариф тарифа пакет пакета план комната кабинет группа уровень комплект hall plan package room level group option choice number one item service variant',
)
const small = set(
  "давайте давай пожалуйста хочу мне тогда лучше можно возьму выберу выбираю пусть будет это тот та то the please take i i'd like will go with want let's id под по that for да ну ага угу хорошо ладно окей ок наверное конечно пожалуй я мы нам бы был была берем беру выбираем yes yeah yep ok okay sure i'll i'd we'll gonna think guess maybe is was it it's здравствуйте привет алло добрый день вечер вот так если спасибо значит же hello hi hey so like um if possible thanks thank you",
)
const last = set('последний последняя последнее последнюю последнего last')
const beforeLast = set('предпоследний предпоследнее предпоследнюю')

const labels = set('вариант варианта пункт номер номером опция опцию option choice number item variant')

/**
 * Whether a place in the list is named and called one: «номер четыре», "number four", «четвёртый вариант». Where the list is shorter, that
 * is no option, however much the word sounds like one.
 */
export const namesPlace = ({tokens, lang}: Utterance): boolean =>
  tokens.every(({text}) => small.has(text) || nouns.has(text) || numeral({...tokens[0]!, text}, lang) !== undefined) &&
  tokens.some((token, at) => labels.has(token.text) && (isPlace(tokens[at + 1], lang) || numeral(tokens[at - 1], lang)?.ordinal === true))

const isPlace = (token: Token | undefined, lang: Utterance['lang']): boolean => {
  const read = numeral(token, lang)
  return read !== undefined && !read.collective
}

/** An option by its place in the list that was read out: `второй вариант`, `номер два`, `the last one`. Other words around it forbid that. */
export function countedChoice({tokens, lang}: Utterance, options: readonly Choice[]): Found<Chosen> | undefined {
  const content = tokens.flatMap((token, at) => (small.has(token.text) ? [] : [{token, at}]))
  const named = content.some(({token}) => nouns.has(token.text))
  const places = content.filter(
    ({token, at}) =>
      !nouns.has(token.text) ||
      (token.text === 'one' && (content.length === 1 || labels.has(tokens[at - 1]?.text ?? ''))) ||
      token.text === 'один',
  )
  const [only] = places
  if (
    places.length !== 1 ||
    !only ||
    tokens[only.at - 1]?.text === 'ни' ||
    /^(?:раз|раза|time|times)$/.test(tokens[only.at + 1]?.text ?? '')
  )
    return undefined
  const place = placeOf(only.token, lang, options.length, named || content.length === 1)
  const option = place === undefined ? undefined : options[place - 1]
  return option && {value: {option: option.id}, from: only.at, to: only.at + 1, confidence: 0.8}
}

function placeOf(token: Token, lang: Utterance['lang'], count: number, bare: boolean): number | undefined {
  if (last.has(token.text)) return count
  if (beforeLast.has(token.text)) return count - 1
  if (token.text === 'former') return 1
  if (token.text === 'latter') return count
  const read = numeral(token, lang) ?? numeral(token, lang === 'ru' ? 'en' : 'ru')
  return read && bare && !read.collective && read.value >= 1 && read.value <= count ? read.value : undefined
}
