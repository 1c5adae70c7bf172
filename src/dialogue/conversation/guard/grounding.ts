import {acceptedValues} from '../../engine/draft.ts'
import {spokenValue} from '../../engine/voice.ts'
import {numeral} from '../../nlu/numerals.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {GuardContext} from './guard-context.ts'
import {type Moments, momentsIn, numberRuns} from './moments.ts'

/** A number, date or time that stands neither in what the engine itself would say nor in a value that is known. */
export function numberFault(line: string, context: GuardContext): string | undefined {
  const {state} = context.turn
  const {numbers, moments, stems} = groundOf(context)
  const said = momentsIn(line, state.lang, context.now)
  const date = said.dates.find((each) => !moments.dates.includes(each))
  if (date !== undefined) return `date ${date}`
  const time = said.times.find((each) => !moments.times.includes(each))
  if (time !== undefined) return `time ${time}`
  const run = numberRuns(said.rest, state.lang).find((each) => !isHarmless(each) && !numbers.some((known) => contains(known, each)))
  if (run) return `number ${run.join(' ')}`
  // «В три или в четыре»: of two that are offered only one was read as the hour.
  const other = numberRuns(tokenize(line), state.lang)
    .flat()
    .find((each) => each > 1 && !numbers.flat().includes(each) && !partsOf(moments).has(each))
  if (other !== undefined) return `number ${other}`
  // «Шестнадцатое», of sixteen things, is a day.
  const place = tokenize(line).find(
    (token) =>
      (numeral(token, state.lang)?.value ?? 0) > 1 &&
      numeral(token, state.lang)?.ordinal &&
      !stemKeys(token.text).some((key) => stems.has(key)),
  )
  if (place) return `number ${place.text}`
  const measure = tokenize(line).find(
    ({text}) => measures.test(text) && !said.words.has(text) && !stemKeys(text).some((key) => stems.has(key)),
  )
  return measure && `number ${measure.text}`
}

/** A value that is not read back later must be heard now, or a mishearing goes unnoticed. */
export function unsaidValue(line: string, {scenario, turn: {state}, now}: GuardContext): string | undefined {
  const fresh = Object.entries(state.fields).filter(([id, {status, turn}]) => {
    const {policy, isReadBack} = scenario.fields.get(id)!
    return status === 'accepted' && turn === state.counters.turns && policy === 'implicit' && !isReadBack
  })
  if (fresh.length === 0) return undefined
  const {dates, times, rest} = momentsIn(line, state.lang, now)
  const numbers = new Set(numberRuns(rest, state.lang).flat())
  const unsaid = fresh.find(([id, {value}]) => {
    const {type} = scenario.fields.get(id)!
    if (type === 'date') return !dates.includes(String(value))
    if (type === 'time') return !times.includes(String(value))
    return type === 'number' && !numbers.has(Number(value))
  })
  return unsaid && `unsaid ${unsaid[0]}`
}

/** What days and hours are spoken with: «пятнадцать тридцать», «половина четвёртого». */
function partsOf({dates, times}: Pick<Moments, 'dates' | 'times'>): ReadonlySet<number> {
  const days = dates.flatMap((date) => [Number(date.slice(8)), Number(date.slice(0, 4))])
  const clocks = times.flatMap((time) => {
    const [hour, minute] = [Number(time.slice(0, 2)), Number(time.slice(3))]
    return [hour, hour % 12 || 12, minute, ...(minute === 30 ? [(hour % 12) + 1] : [])]
  })
  return new Set([...days, ...clocks])
}

interface Ground {
  readonly numbers: readonly (readonly number[])[]
  readonly moments: Pick<Moments, 'dates' | 'times'>
  readonly stems: ReadonlySet<string>
}

function groundOf({scenario, turn: {text, state}, now}: GuardContext): Ground {
  const {lang} = state
  const values = Object.entries(acceptedValues(state))
  const spoken = values.map(([id, value]) => spokenValue(scenario, id, value, lang, now.date))
  const words = [text, ...spoken].join(' . ')
  const said = momentsIn(words, lang, now)
  const ofType = (type: string) => values.filter(([id]) => scenario.fields.get(id)?.type === type).map(([, value]) => String(value))
  return {
    numbers: numberRuns(tokenize(words), lang),
    moments: {dates: [...said.dates, ...ofType('date')], times: [...said.times, ...ofType('time')]},
    stems: new Set(stemsOf(words)),
  }
}

const stemsOf = (text: string): string[] => tokenize(text).flatMap((token) => stemKeys(token.text))

// «один», «первый», "one moment": words more than numbers.
const isHarmless = (run: readonly number[]): boolean => run.length === 1 && run[0]! <= 1

const contains = (known: readonly number[], run: readonly number[]): boolean =>
  known.some((_, at) => run.every((value, index) => known[at + index] === value))

/** Quantities that are no numerals, and words of the calendar that name no day by themselves. */
export const measures =
  /^(?:полтор|половин|четверт|полдень|полдня|полноч|процент|десят(?:ок|к)|сотн|сотен|тысяч|миллион|дюжин|январ|феврал|март(?!ын)|апрел|ма[йяею]$|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|вторник|сред[ауы]$|четверг|пятниц|суббот|воскресен|сегодня|завтра|послезавтра|half$|quarter|noon|midnight|percent|dozen|hundred|thousand|million|january|february|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow)/
