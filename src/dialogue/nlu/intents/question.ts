import {numeral} from '../numerals.ts'
import type {Token} from '../types.ts'
import type {IntentMatch} from './intent-match.ts'
import type {View} from './view.ts'

/**
 * Questions by their shape rather than their words: the particle `ли`, a Russian verb in the second person plural of the present
 * (`работаете в субботу`), an infinitive after `можно`, a question mark.
 */
export function questionsIn({tokens}: View): readonly IntentMatch[] {
  const found: IntentMatch[] = []
  const add = (from: number, to: number) => found.push({id: 'question', from, to, confidence: 1})
  tokens.forEach((token, at) => {
    if (isParticle(tokens, at)) add(at - 1, at + 1)
    else if (isPresent(token.text) && asksAtStart(tokens, at)) add(at, at + 1)
    else if (token.text === 'можно' && asksForPermission(tokens, at)) add(at, at + 1)
    else if (token.text === 'вас' && asksAboutYou(tokens, at)) add(at - 1, at + 1)
    else if (token.stop === '?' && tokens.length > 2) add(at, at + 1)
  })
  if (asksOn(tokens) || (inverted.has(tokens[0]?.text ?? '') && tokens.length >= 3)) add(0, 1)
  return found
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const notAsking = set('то вряд едва мало всегда')

const isParticle = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === 'ли' && at > 0 && !notAsking.has(tokens[at - 1]!.text)

// Only the present tense ends so; the imperative is `-ите`, `-йте`, `-ьте`.
const present = /(?:[ауюяе]ете|[аеуя]етесь)$/
// Verbs of second conjugation look like imperatives; behind `вы` the common ones are questions all the same.
const secondConjugation = set('находитесь храните возите ставите лечите стрижете красите чините держите стоите производите готовите')
const saidAside = set('знаете понимаете слышаете считаете думаете желаете представляете ошибаетесь сможете будете хотите можете')

const isPresent = (text: string): boolean =>
  (present.test(text) ||
    secondConjugation.has(text) ||
    text === 'делаете' ||
    text === 'берете' ||
    text === 'возьмете' ||
    text === 'везете') &&
  !saidAside.has(text)

const lead = set('а и но вы ты еще же сейчас сегодня завтра вообще случайно у вас скажите подскажите здравствуйте алло день добрый')

/** `вы карты принимаете`, `а принимаете`: few words stand before the verb, and none denies or makes it a clause of its own. */
const asksAtStart = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens.slice(0, at)
  if (before.some(({text}) => /^(?:не|что|чтобы|если|раз|почему|зачем)$/.test(text))) return false
  return before.every(({text}) => lead.has(text)) || (before.some(({text}) => text === 'вы' || text === 'вас') && before.length <= 4)
}

const aboutMe =
  /^(?:я|мне|мы|нам|мой|моя|мою|меня|хочу|хотел|хотела|был|была|были|спасибо|забыл|забыла|номер|телефон|высветился|определился|экране)$/

/** `доставка у вас платная`: said about the other side, with nobody of one's own in it. */
const asksAboutYou = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === 'у' && tokens.length >= 4 && !tokens.some(({text}) => aboutMe.test(text))

// An English sentence that begins with one of these is a question, whatever follows.
const inverted = set('is are was were does did has am')

const answersAnyway = set(
  'да нет ладно хорошо понятно понял поняла давайте давай окей все спасибо лучше точно вспомнил вспомнила алло это я мне',
)

/** An utterance that opens with `а` takes up the conversation with a question: `а гарантия есть`. */
const asksOn = (tokens: readonly Token[]): boolean =>
  tokens[0]?.text === 'а' &&
  tokens.length >= 3 &&
  !answersAnyway.has(tokens[1]!.text) &&
  !tokens.some(({text}) => /^(?:передумал[аи]?|откаж\S+|отказыва\S+)$/.test(text)) &&
  // «А этот номер не записывайте»
  !tokens.some(({text}, at) => text === 'не' && /[аяеуи](?:йте|шите)$/.test(tokens[at + 1]?.text ?? '')) &&
  // Not the letter of a dictated address.
  !tokens.some(({text}) => text === 'собака' || text === 'точка' || (/^[а-я]$/.test(text) && !/^[авикосуя]$/.test(text)))

const isInfinitive = (text: string): boolean => text.length > 3 && /(?:ть|ться|ти|тись|чь)$/.test(text) && text !== 'есть'

const asksForPermission = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 4).some((token) => isInfinitive(token.text) && !numeral(token, 'ru')) && tokens[at - 1]?.text !== 'не'
