import type {Field} from '../../../skillbase/schema/field.ts'
import {numeral} from '../../nlu/numerals.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Token} from '../../nlu/types.ts'
import type {Line} from '../scenario/line.ts'
import {isBirthDate} from '../scenario/moment-kind.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** What the field is asked for by, in both languages. */
export const asksIn = ({askLine}: Pick<ScenarioField, 'askLine'>): string =>
  [...askLine.ru, ...askLine.en].map(({source}) => source).join(' ')

/** Stems under which a field is spoken of: the words for its type and the nouns of its own question. */
export function fieldKeys(id: string, field: Field, ask: Line): ReadonlySet<string> {
  const own = [...ask.ru, ...ask.en].flatMap((template) => tokenize(template.source.replaceAll(/\{[{%].*?[%}]\}/g, ' ')))
  const options = new Set(optionWords(field).flatMap((word) => stemKeys(word)))
  // «Младше двадцати двух?» is not named by a number, nor "if it's this one" by two small words.
  const fromAsk = own
    .filter((token) => !numeral(token, 'ru') && !numeral(token, 'en') && !contraction.test(token.text))
    .map((token) => token.text)
    .filter((word) => word.length > 3 && !stopKeys.has(stemKeys(word)[0]!) && !stemKeys(word).some((key) => options.has(key)))
  const type = isBirthDate(id, field) ? birthWords : typeWords[field.type]
  return new Set([...type.split(' '), ...fromAsk, ...id.toLowerCase().split('_')].flatMap((word) => stemKeys(word)))
}

const contraction = /^(?:it|that|what|who|there|here|let)'s$|'(?:m|re|ve|ll|d|t)$/

/** Words of the options: «кошка, собака или другое» asks with them, and they name no field. */
const optionWords = ({options}: Field): string[] => tokenize(JSON.stringify(options ?? [])).map((token) => token.text)

/** How many of the words are words for the field: «дата рождения» has two for a birth date and one for any other. */
export const mentions = (field: ScenarioField, tokens: readonly Token[]): number =>
  tokens.filter((token) => stemKeys(token.text).some((key) => field.keys.has(key))).length

export const mentionsField = (field: ScenarioField, tokens: readonly Token[]): boolean => mentions(field, tokens) > 0

/** Whether an option of the field is spoken of. */
export const namesOption = ({optionKeys}: ScenarioField, tokens: readonly Token[]): boolean =>
  tokens.some(({text}) => text.length > 3 && stemKeys(text).some((key) => optionKeys.has(key)))

/** The field most words speak of, if any does; the first of several. */
export const mostMentioned = (fields: readonly ScenarioField[], tokens: readonly Token[]): ScenarioField | undefined =>
  fields
    .filter((field) => mentionsField(field, tokens))
    // Of two that are named alike, the one a summary read out, and no birth date unless it is called so.
    .toSorted(
      (a, b) =>
        mentions(b, tokens) - mentions(a, tokens) ||
        (isBirth(tokens) ? Number(b.isBirth) - Number(a.isBirth) : 0) ||
        Number(b.isReadBack) - Number(a.isReadBack) ||
        Number(a.isBirth) - Number(b.isBirth),
    )[0]

/** «Дата рождения неправильная» calls it so, though «дата» is the word for any other day. */
const isBirth = (tokens: readonly Token[]): boolean => tokens.some(({text}) => /^(?:рожд|родил|birth|born)/.test(text))

/** «Номер получателя»: of somebody other than who is calling. */
export const isOfAnother = ({id, askLine}: ScenarioField): boolean =>
  /получател|адресат|именинн|recipient|receiver|addressee/i.test([id, asksIn({askLine})].join(' '))

const birthWords = 'рождения родился родилась birth birthday born'

const typeWords: Readonly<Record<Field['type'], string>> = {
  phone: 'телефон номер мобильный phone number',
  person_name: 'имя имени зовут фамилия отчество name surname',
  date: 'дата день число date day',
  time: 'время час часы времени time hour',
  email: 'почта имейл емейл мейл email mail',
  number: 'количество число сколько number amount',
  enum: '',
  address: 'адрес улица дом address street',
  yesno: '',
  text: '',
}

// Words of any question; they would make every field sound like every other.
const stopKeys = new Set(
  (
    'какой какая какое какую каком каких какие назовите скажите продиктуйте подскажите укажите пожалуйста записать запишем запишите вас ваш ваша ваше ваши вам удобно нужно нужен хотите хотели бы можно ' +
    'число числа числом который этот этого этой могу сейчас просто словах двух скажем ещё как что на для сколько когда где если или это быть есть было будет этому такое такой звоните этот ' +
    'what which would could like please your name tell give have need want with from does will that this when where much many work works best prefer should just'
  )
    .split(' ')
    .map((word) => stemKeys(word.replaceAll('ё', 'е'))[0]!),
)
