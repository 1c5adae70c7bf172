import {extractDate} from '../../../nlu/date.ts'
import {readNumber} from '../../../nlu/numerals.ts'
import {addDays, dateParts, plainDate} from '../../../nlu/plain-date.ts'
import {tokenize} from '../../../nlu/tokens.ts'
import type {ExtractContext, Found} from '../../../nlu/types.ts'
import {monthsEn, monthsRu} from '../../../speech/date.ts'
import {openFields} from '../open-fields.ts'
import {claim, contextOf, push, rawOf, type Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

type FoundDate = Found<Readonly<Record<string, unknown>>>

/** A date said with a year that is long past is a birth date, whatever was asked. */
export function noticeBirthDate(reader: Reader): void {
  const field = openFields(reader, 'date').find((each) => each.isBirth)
  const found = field && extractDate(reader.utterance, contextOf(reader, field, false))
  const date = found && dateOf(found)
  if (date !== undefined && date < addDays(reader.now.date, -366)) take(reader, field!, found!, date)
}

/** The birth date that was asked for; of one that is known in part, or put right in part, the rest stays. */
export function readBirthDate(reader: Reader, field: ScenarioField): void {
  const context = contextOf(reader, field, true)
  const told = inNumbers(reader)
  if (told !== undefined) return take(reader, field, {value: {}, from: 0, to: reader.utterance.tokens.length, confidence: 0.8}, told)
  const found = extractDate(reader.utterance, context) ?? amended(reader, field, context)
  const date = found && dateOf(found)
  if (date !== undefined) return take(reader, field, found!, date)
  const day = dayAlone(reader, context)
  if (!day || reader.state.fields[field.id]!.value !== undefined || reader.state.fields[field.id]!.attempts > 0) return
  const raw = rawOf(reader, day)
  claim(reader, day)
  reader.done.add(field.id)
  const part = {kind: 'birth_day', day: dateOf(day)!.slice(5)} as const
  reader.commands.push({source: 'rule', confidence: day.confidence, kind: 'partial', field: field.id, raw, part})
}

/** "Four fifteen eighty two", "oh three fourteen seventy nine": month, day and year as Americans say them. */
function inNumbers({utterance, now}: Reader): string | undefined {
  const tokens = utterance.tokens.filter(({text}) => !/^(?:it's|its|it|is|my|birthday|born|on|uh|um|yeah|yes)$/.test(text))
  if (utterance.lang !== 'en' || tokens.length < 3) return undefined
  const values: number[] = []
  for (let at = 0; at < tokens.length;) {
    if (/^(?:oh|o|zero)$/.test(tokens[at]!.text)) {
      at++
      continue
    }
    const read = readNumber(tokens, at, 'en')
    if (!read || read.ordinal) return undefined
    values.push(read.value)
    at = read.to
  }
  const [month, day, ...said] = values
  const [first, second] = said
  if (month === undefined || day === undefined || first === undefined || said.length > 2) return undefined
  const short = Number(now.date.slice(2, 4))
  const year = second !== undefined ? first * 100 + second : first < 100 ? (first > short ? 1900 : 2000) + first : first
  return year >= 1900 && year <= Number(now.date.slice(0, 4)) ? plainDate({year, month, day}) : undefined
}

function take(reader: Reader, field: ScenarioField, found: FoundDate, date: string): void {
  const raw = rawOf(reader, found)
  const alts = (found.alts ?? []).map((alt) => alt['date']).filter((alt) => typeof alt === 'string')
  claim(reader, found)
  push(reader, field, found, date, alts, raw)
}

const dateOf = ({value}: FoundDate): string | undefined => (typeof value['date'] === 'string' ? value['date'] : undefined)

/** «Двенадцатого мая», and no year. */
function dayAlone({utterance}: Reader, context: ExtractContext): FoundDate | undefined {
  const found: FoundDate | undefined = extractDate(utterance, {...context, past: false})
  return found && dateOf(found) !== undefined && !found.alts && found.to - found.from > 1 ? found : undefined
}

/** «Нет, тринадцатого мая», «восемьдесят шестого»: what was not said this time is taken from what is known. */
function amended({state, utterance}: Reader, {id}: ScenarioField, context: ExtractContext): FoundDate | undefined {
  const {value, partial} = state.fields[id]!
  const known = value === undefined ? partial?.birthDay : String(value)
  if (known === undefined) return undefined
  const {day, month, year} = dateParts(known.length === 5 ? `0000-${known}` : known)
  const words = utterance.lang === 'ru' ? {month: monthsRu[month - 1]!, year: 'года'} : {month: monthsEn[month - 1]!, year: ''}
  const read = (before: string, after: string): FoundDate | undefined => {
    const said = before === '' ? utterance.tokens : utterance.tokens.filter((token) => !/^(?:нет|не|ой|no|not)$/.test(token.text))
    const tokens = [...tokenize(before), ...said, ...tokenize(after)]
    const found = extractDate({...utterance, tokens}, context)
    // Only what was said is explained.
    return found && {...found, from: 0, to: utterance.tokens.length, corrected: value !== undefined}
  }
  const ofYear =
    year === 0
      ? []
      : [
          ['', `${year} ${words.year}`],
          ['', `${words.month} ${year} ${words.year}`],
        ]
  const tries = [...ofYear, [utterance.lang === 'en' ? `${words.month} ${day}` : `${day} ${words.month}`, words.year]]
  for (const [before, after] of tries) {
    const found = read(before!, after!)
    if (found) return found
  }
  return undefined
}
