import type {IntentMatch} from '../../../nlu/intents.ts'
import type {Token, Utterance} from '../../../nlu/types.ts'
import type {Edge, Scenario} from '../../scenario/scenario.ts'
import type {DialogueState} from '../../state.ts'

/** Whether a booking is spoken of. */
export const namesBooking = (tokens: readonly Token[]): boolean => tokens.some(({text}) => booking.test(text))

const booking = /^(?:запис[ьию]\p{L}*|брон[ьию]\p{L}*|визит\p{L}*|прием\p{L}*|столик\p{L}*|appointment|booking|reservation|visit)$/u

const moving = /^(?:перен[ео]с|перезапис|перепис|передвин|сдвин|reschedul|move|moving|postpon|rebook)/
const cancelling = /^(?:отмен|аннулир|снять|сним|не приду|cancel)/

/**
 * «Перенесите мою запись», «хочу перенести на пятницу», «я не смогу прийти, отмените» before anything was booked here are about an older
 * booking, which this call knows nothing of. The flow's own intent for that is meant where there is one; else, where the flow would just
 * hang up on a cancellation, a person.
 */
export function aboutOlderBooking(scenario: Scenario, state: DialogueState, {tokens}: Utterance, match: IntentMatch): IntentMatch {
  if (Object.values(state.fields).some((field) => field.value !== undefined)) return match
  // «Передумал», with nothing begun, calls off nothing older.
  const cancels = match.id === 'cancel' && !tokens.some(({text}) => /^(?:передумал[аи]?|mind|отбой)$/.test(text))
  const isOlder =
    cancels ||
    (moves(tokens) &&
      (namesBooking(tokens) ||
        tokens.some(({text}) => /^(?:перезапис|reschedul|rebook)/.test(text)) ||
        tokens.some(({text}) => newDay.test(text))))
  if (!isOlder) return match
  const own = ownIntent(scenario, match.id === 'cancel' ? cancelling : moving)
  if (own !== undefined) return {...match, id: own}
  if (match.id === 'cancel' || !namesBooking(tokens)) return match
  const edge = edgesOn(scenario, state, 'cancel')[0]
  return {...match, id: edge && scenario.states.get(edge.to)!.type === 'end' ? 'handoff' : 'cancel'}
}

/** «Дочка записана на завтра»: whoever is booked was booked before this call, whosever booking it is. */
export function olderBookingTold(scenario: Scenario, state: DialogueState, {tokens}: Utterance): IntentMatch[] {
  const at = tokens.findIndex(
    ({text}, place) => /^записан[аы]?$/.test(text) && !/^(?:не|как|что|быть)$/.test(tokens[place - 1]?.text ?? ''),
  )
  const own = scenario.intents.find(({phrases}) => phrases.ru?.some((phrase) => /(?:^| )записан/.test(phrase)))?.id
  if (at === -1 || own === undefined || Object.values(state.fields).some(({value}) => value !== undefined)) return []
  return [{id: own, from: at, to: at + 1, confidence: 0.8}]
}

/** Whether a verb of moving an appointment is said. */
export const moves = (tokens: readonly Token[]): boolean => tokens.some(({text}) => moving.test(text))

const newDay =
  /^(?:завтра|послезавтра|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|неделю|день|число|время|tomorrow|\p{L}+day|week|time)$/u

/** An intent of the flow with a phrase for it that speaks of a booking. */
const ownIntent = ({intents}: Scenario, verb: RegExp): string | undefined =>
  intents.find(({phrases}) =>
    [...(phrases.ru ?? []), ...(phrases.en ?? [])].some((phrase) => {
      const said = phrase.toLowerCase().split(/\s+/)
      return said.some((word) => verb.test(word)) && said.some((word) => booking.test(word))
    }),
  )?.id

const edgesOn = ({states, global}: Scenario, {state}: DialogueState, intent: string): Edge[] =>
  [...(states.get(state)?.edges ?? []), ...global].filter((edge) => edge.on.includes(intent))
