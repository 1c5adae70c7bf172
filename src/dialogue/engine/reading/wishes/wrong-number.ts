import type {IntentMatch} from '../../../nlu/intents.ts'
import {numeral} from '../../../nlu/numerals.ts'
import type {Utterance} from '../../../nlu/types.ts'
import type {Scenario} from '../../scenario/scenario.ts'
import type {DialogueState} from '../../state.ts'

/** «Извините, ошиблась» in place of a first word. */
export const isMisdialled = ({counters, fields}: DialogueState, {tokens}: Utterance): boolean =>
  counters.turns <= 1 &&
  tokens.length <= 4 &&
  tokens.some(({text}) => /^ошиб(?:ся|лась|лись)$/.test(text)) &&
  Object.values(fields).every((field) => field.value === undefined)

/**
 * Whose number is wrong. «Неверный номер» to a number that was read back, or in the midst of a booking, is about the number that is written
 * down; only who has not begun with anything has the wrong people on the line. Nothing when no number is wrong at all.
 */
export function asWrongNumber(
  {fields}: Scenario,
  {pending, counters, direction, fields: held}: DialogueState,
  {tokens, text, lang}: Utterance,
  match: IntentMatch,
): IntentMatch | undefined {
  if (pending.kind === 'confirm' || pending.kind === 'choose') return {...match, id: 'deny'}
  if (pending.kind === 'confirm_state' || pending.kind === 'what_to_change') return {...match, id: 'correction'}
  // «Это домашний номер, восемь четыреста девяносто пять…»
  if (tokens.filter((token) => numeral(token, lang) !== undefined).length > 3) return undefined
  const asked = pending.kind === 'ask' ? fields.get(pending.field)! : undefined
  if (asked?.type === 'phone' && counters.turns > 1) return undefined
  // «Такого нет» to "anything fragile?" is about things.
  if (asked && counters.turns > 2 && /так(?:ого|их|ой)/.test(text)) return undefined
  // «Здесь нет лифта», "there's no parking here" are about a place unless we have just asked for somebody.
  if (somethingMissing.test(text) && (direction === 'inbound' || counters.turns > 2)) return undefined
  const isBegun = [...fields.values()].some(({id, type}) => type !== 'yesno' && held[id]!.value !== undefined)
  return direction === 'inbound' && isBegun && !misdialled.test(text) ? undefined : match
}

const somethingMissing = /(?:здесь|тут|у нас) (?:нет|нету)(?! так)|there(?:'s| is| are) no |nobody .*(?:here|lives)/i

const misdialled = /не туда|ошиб\S+ номером|номером ошиб|wrong number|misdial/i
