/**
 * The intents every bot knows, most pressing first: of two that are said at once the earlier one is acted on.
 * An emergency stops everything, a wish not to be called ends the call, a request for a person outranks the business of the call,
 * and pleasantries count only when nothing else was said.
 */
export const intentIds = [
  'emergency',
  'injection',
  'do_not_call',
  'wrong_number',
  'voicemail',
  'handoff',
  'are_you_robot',
  'complaint',
  'cancel',
  'callback',
  'switch_language',
  'refuse',
  'correction',
  'book',
  'slower',
  'cant_hear',
  'repeat',
  'hold',
  'skip',
  'dont_know',
  'question',
  'goodbye',
  'thanks',
  'greeting',
] as const

export type IntentId = (typeof intentIds)[number]

/** The label of phrases that only take their words away from intents. */
export const noIntent = 'none'

/** Phrase patterns of intents, one a line. */
export type PatternTable = Readonly<Partial<Record<IntentId, string>>>
