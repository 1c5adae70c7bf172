import {words} from '../../../nlu/tokens.ts'
import {extractDate} from '../../../nlu/date.ts'
import {extractTime} from '../../../nlu/time.ts'
import type {LocalDateTime, Utterance} from '../../../nlu/types.ts'
import type {Command} from '../../command.ts'
import {minutes} from '../../scenario/hours.ts'
import type {Scenario} from '../../scenario/scenario.ts'
import type {DialogueState} from '../../state.ts'
import {dayParts, halfOf} from '../reader.ts'

/** «Давайте вечером», «хорошо, на следующей неделе», to a summary of three in the afternoon: the hour or the day is to be another, and which is to be asked. */
export function otherTimeWanted(
  scenario: Scenario,
  state: DialogueState,
  spoken: Utterance,
  told: readonly Command[],
  now: LocalDateTime,
): Command[] {
  if (state.pending.kind !== 'confirm_state') return []
  const text = words(spoken.tokens)
  const isTold = told.some((command) => command.kind === 'set' && /^(?:date|time)$/.test(scenario.fields.get(command.field)!.type))
  const held = (type: 'date' | 'time') =>
    [...scenario.fields.values()].find(
      (field) => field.type === type && !field.isBirth && state.fields[field.id]!.value !== undefined && field.isReadBack,
    )
  const reopen = (field: string): Command => ({kind: 'reopen', field, source: 'rule', confidence: 0.8})
  const time = held('time')
  const date = held('date')
  if (!isTold && date && anotherDay.test(text)) return [reopen(date.id)]
  // «Верно всё, но не пятница»: what is denied is not known any more.
  const not = spoken.tokens.findIndex((token) => /^(?:не|not)$/.test(token.text))
  if (!isTold && not !== -1) {
    const behind = {...spoken, tokens: spoken.tokens.slice(not + 1)}
    const context = {now, asked: true}
    const day = date && (extractDate(behind, context)?.value as {date?: string} | undefined)?.date
    if (date && day !== undefined && day === state.fields[date.id]!.value) return [reopen(date.id)]
    const hour = time && (extractTime(behind, {...context, window: {from: 480, to: 1439}})?.value as {time?: string} | undefined)?.time
    if (time && hour !== undefined && hour === state.fields[time.id]!.value) return [reopen(time.id)]
  }
  const hasHour = told.some((command) => command.kind === 'set' && scenario.fields.get(command.field)!.type === 'time')
  if (!time || hasHour || polite.test(text)) return []
  if (sooner.test(text)) return [reopen(time.id)]
  const part = spoken.tokens.map((token) => halfOf(token.text)).find((each) => each !== undefined)
  const span = part === undefined ? undefined : dayParts[part]
  const heldAt = minutes(String(state.fields[time.id]!.value))
  return span && wishes.test(text) && (heldAt < span.from || heldAt > span.to) ? [reopen(time.id)] : []
}

const anotherDay =
  /(?:^| )(?:на (?:следующ|друг)\S+ недел\S+|в друг(?:ой|ое) (?:день|время)|next week|another (?:day|time)|some other (?:day|time))(?: |$)/
const sooner = /(?:^| )(?:пораньше|попозже|после (?:работы|обеда|учебы)|earlier|later|after work|after lunch)(?: |$)/
const wishes =
  /(?:^| )(?:давай|давайте|лучше|на|с|да|хорошо|ладно|ага|можно|вечером|утром|дн[её]м|in the|make it|let's|yes|okay|ok|sure|alright|rather|better)(?: |$)/
const polite =
  /(?:^| )(?:добр\S+|хорош(?:его|ей|ий)|приятн\S+|спокойн\S+|good|nice|have a) (?:\S+ )?(?:утр|дн|день|вечер|ноч|morning|afternoon|evening|night|day)/
