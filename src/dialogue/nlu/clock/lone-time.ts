import {wordSet} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {isHourWord} from './clock-numbers.ts'
import {clockAt} from './clock-reading.ts'
import type {ClockReading} from './clock.ts'
import {countsSomething, isCounted, isFraction, isOwned, isRate, isStay, runsOn, speaksOfDuration} from './counting.ts'
import type {PartContext} from './day-parts.ts'
import {alternative, roleBehind} from './led-time.ts'
import type {TimeItem, TimeSense} from './time-item.ts'

/** A clock time with nothing in front: any time that can be nothing else, and a bare number when a time was asked for. */
export function loneTimeAt(words: readonly Word[], at: number, context: PartContext): TimeItem | undefined {
  // "Twenty five o'clock" is no five o'clock.
  const reading = endsTens(words, at) ? undefined : clockAt(words, at)
  if (
    !reading ||
    isStay(words, at, reading) ||
    countsSomething(words, reading.to) ||
    isRate(words, at, reading.to) ||
    isFraction(words, reading.to)
  )
    return undefined
  // "Not five six": the numbers do not belong together.
  const denied = isDenial(words[at - 1])
  const {clock, upTo, to} = denied ? {...reading, upTo: undefined} : alternative(words, reading, false)
  if (!denied && runsOn(words, to)) return undefined
  const role = roleBehind(words, to)
  const sense: TimeSense = {kind: 'clock', clock, role: role?.role ?? 'at', ...(upTo ? {upTo} : {})}
  const item = {sense, from: at, to: role?.to ?? to}
  if (reading.strong) return {...item, confidence: upTo ? 0.5 : 0.9}
  const confidence = standsAlone(words, at, reading, to, context)
  return confidence === undefined ? undefined : {...item, bare: true, confidence: upTo ? 0.5 : confidence}
}

const endsTens = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]
  return before?.num?.rank === 'ten' && !before.num.ordinal && before.stop === '' && words[at]!.num?.rank === 'unit'
}

/** How sure it is that numbers without a preposition are an answer to "what time"; `undefined` when they may be anything. */
function standsAlone(words: readonly Word[], at: number, reading: ClockReading, to: number, context: PartContext): number | undefined {
  const {asked} = context
  if (reading.dotted) return asked && (reading.clock.minute > 12 || reading.clock.minute === 0) ? 0.7 : undefined
  if (isOwned(words, at) || isCounted(words, at) || isAge(words, at, to)) return undefined
  if (words[at - 1]?.num && words[at - 1]!.stop === '' && !isDenial(words[at - 2])) return undefined
  // "An hour or two".
  if (/^(?:или|or)$/.test(words[at - 1]?.text ?? '') && /^(?:час|минут|hour|minute)/.test(words[at - 2]?.text ?? '')) return undefined
  // «Часа два» is how long, «часа в два» is when.
  if (isHourWord(words[at - 1])) return undefined
  if (reading.minutes) return asked || (context.dated(at - 1) || context.dated(to) ? !isYear(words, at, reading) : false) ? 0.85 : undefined
  if (!asked || (reading.hours && speaksOfDuration(words)) || !isNominative(words, at)) return undefined
  if (reading.clock.hour < 2 && !reading.hours && !isOneOClock(words, at, to)) return undefined
  if (!followsFreely(words, at)) return undefined
  if (!standsFree(words, to) && !isDenial(words[at - 1])) return undefined
  return reading.days ? 0.6 : 0.75
}

/** `мне сорок`, but `мне четыре удобно`. */
const isAge = (words: readonly Word[], at: number, to: number): boolean =>
  words[at - 1]?.text === 'мне' && !/^(?:удобн|подойд|подход|лучше|нормальн|устр|комфортн)/.test(words[to]?.text ?? '')

const isDenial = (word: Word | undefined): boolean => word?.text === 'не' || word?.text === 'not'

/** "May first nineteen fifty" and `шестое июня 2010` are birth dates before they are evenings. */
const isYear = (words: readonly Word[], at: number, {clock}: ClockReading): boolean =>
  (clock.hour === 19 || clock.hour === 20) &&
  (words[at]!.num?.digits?.length === 4 || words[at]!.text < '0' || words[at]!.text > '9') &&
  words[at]!.text < 'а'

const oblique = /(?:ух|ех|ум|ем|ти|ми|мя|ью|ого|ой|ому|у)$/

/** A lone hour is named, not declined: `пять`, not `пяти`. */
const isNominative = (words: readonly Word[], at: number): boolean => words[at]!.text < 'а' || !oblique.test(words[at]!.text)

const soft = wordSet('давайте давай лучше тогда да нет нет ну наверное yes no well at then actually sorry either')

const said = /^(?:works?|is|would|sounds?|suits?|please|good|fine|great|then|ok|okay|in|at|tomorrow|today)$/

/** One o'clock alone is «час» or the first word of the answer: "this one" and «один» count. */
function isOneOClock(words: readonly Word[], at: number, to: number): boolean {
  const {text} = words[at]!
  if (text !== 'час' && text !== 'one' && text !== '1') return false
  if (text === 'one' && words[at - 1]?.text === 'no' && words[at - 1]!.stop === '') return false
  // "One or two", "one or half past".
  const isFirstOfTwo = words[to]?.text === 'or' && clockAt(words, to + 1) !== undefined
  return (
    (at === 0 || soft.has(words[at - 1]!.text)) && (to === words.length || isFirstOfTwo || (text !== 'час' && said.test(words[to]!.text)))
  )
}

// What may follow a lone hour in an answer; a noun would be what the number counts.
const free =
  /^(?:да|нет|и|или|а|но|если|можно|удобно|нормально|хорошо|отлично|идеально|лучше|будет|бы|было|подойд.*|устро.*|устраива.*|пойдет|есть|свободно|давай.*|запиш.*|став.*|пиш.*|мне|меня|для|самое|вполне|тоже|как|спасибо|окей|ок|ладно|на|в|во|к|с|до|по|у|не|это|то|я|мы|is|works?|would|will|should|sounds?|suits?|is|if|or|and|please|good|fine|great|ok|okay|then|on|for|thanks|thank|i|that|that's|it's|but|no|not|actually|sorry|wait|make|in|at|to|from|this|next|tomorrow|today|perfect|better|может|завтра|сегодня|tonight|утром|вечером|днем|ой|вернее|точнее|хотя|стоп|извините|простите|погодите|подождите|\0|available|oops|oh|scratch|strike|onwards?|free|possible|let's|than|rather|instead|i'm|i'd|i'll|it|we|or|maybe|sure|ровно|будьте|сойдет|годится|реально|прошу|[a-z]+day)$/

// What may stand before one in Russian: adverbs, verbs and small words. A noun there has the number for its own: «Ленина двадцать».
const leading =
  /^(?:.*(?:но|ет|ит|ут|ют|ят|жу|чу|щу|лю|аю|ую|ею|ите|йте|ла|ло|ли|ал|ил|ел|ть|тся)|а|и|или|либо|не|нет|да|мне|меня|нас|я|это|то|бы|если|можно|на|в|к|с|до|по|часов|часа|часам|уж|ой|ага|угу|окей|ок|давай|лучше|раньше|позже|тогда|пусть|вот|чем|есть|уже|еще|время|вернее|точнее|скорее|хотя|стоп|простите|погоди|теперь|только|все|там|ну|тьфу|опять|снова|\0|.*день|.*ник|.*г|.*у)$/

const followsFreely = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]
  // «Че четыре»: the word was begun twice.
  if (before && words[at]!.text.startsWith(before.text)) return true
  return before === undefined || before.stop !== '' || before.text < 'а' || before.num !== undefined || leading.test(before.text)
}

const standsFree = (words: readonly Word[], to: number): boolean => !words[to] || words[to - 1]!.stop !== '' || free.test(words[to].text)
