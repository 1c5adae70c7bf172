import {splitCorrection} from '../../nlu/correction.ts'
import {numeral} from '../../nlu/numerals.ts'
import {tokenize, words} from '../../nlu/tokens.ts'
import type {Token} from '../../nlu/types.ts'
import {mentionsField, mostMentioned} from './field-words.ts'
import {proposed} from './moments/proposal.ts'
import {readAsked} from './read-asked.ts'
import {isScore, scoreWord} from './numbers/read-score.ts'
import {isBareNumber} from './numbers/read-number.ts'
import {claim, type Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** What was taken back is no value of anything else. */
export function takeBack(reader: Reader): void {
  const split = splitCorrection(reader.utterance.tokens)
  if (split) claim(reader, {value: {}, from: Math.max(0, split.old.from - 1), to: split.old.to, confidence: 1})
}

/**
 * «Ой, Мира двенадцать», right after «Мира десять» was taken down: what was said last is put right, not what is asked for now. A mere number
 * («нет, пять», "oh, make it five") is another number or another hour, and no option by its place: nobody has read out the list since.
 */
export function slipOfTongue(reader: Reader, asked: ScenarioField | undefined): ScenarioField | undefined {
  const {state, utterance} = reader
  // «Хотя нет, шесть»
  const said = utterance.tokens[0]?.text === 'хотя' && utterance.tokens[1]?.text === 'нет' ? 1 : 0
  const opening = utterance.tokens[said]?.text ?? ''
  // «Нет, три»; «нет, девятнадцатого» is a day.
  const rest = utterance.tokens.slice(said + 1)
  const isNumber =
    /^(?:нет|no)$/.test(opening) &&
    !rest.some(({text}) => /^(?:в|к|на|at)$/.test(text)) &&
    !/[ое]го$/.test(rest.at(-1)?.text ?? '') &&
    isBareNumber({...reader, utterance: {...utterance, tokens: rest.filter((token) => !ofLast(reader, token))}})
  const isMere = proposed(utterance) !== undefined
  if (state.pending.kind !== 'ask' || !(isNumber || slips.test(opening) || (isMere && takesBack.test(words(utterance.tokens)))))
    return undefined
  const fits = (field: ScenarioField) =>
    isMere ? takesNumber(reader, field) && !(field.type === 'time' && isCounting(asked)) : !isNumber || field.type === 'number'
  return lastTaken(reader).find((field) => field.id !== asked?.id && fits(field) && putsRight(reader, field))
}

/**
 * «Исправьте оценку на девять», «поставьте лучше девять», while something else is asked for: what is known is named to be changed, and another
 * value of it is said. The bidding answers neither the open question nor the yes or no that was waited for.
 */
export function namedChange(reader: Reader, asked: ScenarioField | undefined): ScenarioField | undefined {
  const {state, utterance, scenario} = reader
  const isAside = state.pending.kind === 'ask' && (asked?.type === 'text' || asked?.type === 'yesno')
  // «Оценка будет десять»
  const names = utterance.tokens.length <= 5 && utterance.tokens.some(({text}) => scoreWord.test(text))
  if (!isAside || utterance.tokens.length > 9 || !(names || bids.test(words(utterance.tokens)))) return undefined
  const known = [...scenario.fields.values()].filter(
    ({id, type}) => id !== asked?.id && type !== 'text' && type !== 'yesno' && state.fields[id]!.value !== undefined,
  )
  // «Поставьте лучше девять», and not «поставьте десять стульев».
  const gives =
    /(?:^| )(?:поставьте|сказать)(?: |$)/.test(words(utterance.tokens)) && numeral(utterance.tokens.at(-1), utterance.lang) !== undefined
  const scores = gives || utterance.tokens.some(({text}) => scoreWord.test(text)) ? known.filter(isScore) : []
  const named = scores.length === 1 ? scores[0] : mostMentioned(known, utterance.tokens)
  return named && putsRight(reader, named) ? named : undefined
}

const bids =
  /(?:^| )(?:исправь|поправь|измени|поменяй|замени|переправь|перепиши|поставь|change|correct|make|хотел[аи]? сказать|meant to say)(?:те)?(?: |$)/

/** «Ужасно, просто ужасно», «один», where a mark was asked for: the number is the mark still, and no reason for one. */
export function lateScore(reader: Reader, asked: ScenarioField | undefined): ScenarioField | undefined {
  const {state, scenario} = reader
  if (state.pending.kind !== 'ask' || asked?.type !== 'text' || !isBareNumber(reader)) return undefined
  return [...scenario.fields.values()].find((field) => {
    const {value, asked: times} = state.fields[field.id]!
    return isScore(field) && value === undefined && times > 0
  })
}

/** «Нет, пять бутылей», «нет, привезите шесть»: the word for what was counted last, and the verb around it. */
const ofLast = (reader: Reader, token: Token): boolean =>
  /^(?:привезите|давайте|сделайте|запишите|поставьте|лучше|надо|нужно|хочу|make|put|i|want|need|it)$/.test(token.text) ||
  lastTaken(reader).some((field) => field.type === 'number' && mentionsField(field, [token]))

const slips = /^(?:ой|ай|ошиб|огов|перепутал|точнее|вернее|простите|извините|oops|sorry|actually)/

/** Words that give a number away as another for the one before, and as no answer to what is asked now. */
const takesBack =
  /^(?:нет|no|oh|wait|hold|hang|whoops|стоп|погоди|подожди|постой|секунд|минут)|(?:^| )(?:лучше|make|instead|rather|said|meant|сказала?|в виду)(?: |$)/

/** What a mere number may be another value of: a number, an hour, an option that was chosen by its place. */
const takesNumber = ({state, utterance: {lang}}: Reader, {id, type}: ScenarioField): boolean =>
  type === 'number' || type === 'time' || (type === 'enum' && numeral(tokenize(state.fields[id]!.raw ?? '')[0], lang) !== undefined)

const isCounting = (asked: ScenarioField | undefined): boolean => asked?.type === 'number' || asked?.type === 'time'

/** Whether the words hold another value of the field than the one that is known. */
function putsRight(reader: Reader, field: ScenarioField): boolean {
  const trial: Reader = {...reader, asked: field, commands: [], explained: new Set(), done: new Set()}
  readAsked(trial, field)
  const {value} = reader.state.fields[field.id]!
  return trial.commands.some((command) => command.kind === 'set' && command.field === field.id && command.value !== value)
}

/** What was taken down in the turn before; numbers first, which every other grammar may read as its own, then hours. */
const lastTaken = ({state, scenario}: Reader): ScenarioField[] =>
  [...scenario.fields.values()]
    .filter(({id, type}) => state.fields[id]!.turn === state.counters.turns && type !== 'text' && type !== 'yesno')
    .toSorted((a, b) => Number(b.type === 'number') - Number(a.type === 'number') || Number(b.type === 'time') - Number(a.type === 'time'))

/** «Так, три. Куда везти?» – «Нет, четыре.»: a "no" with a value puts right what was acknowledged just before. */
export function readCorrectionOfLast(reader: Reader): void {
  const fits = (field: ScenarioField) => proposed(reader.utterance) === undefined || takesNumber(reader, field)
  const last = lastTaken(reader).find((field) => field.id !== reader.asked?.id && fits(field) && putsRight(reader, field))
  if (!last) return
  reader.done.delete('#moment')
  readAsked({...reader, asked: last}, last)
}
