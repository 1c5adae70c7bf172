import type {Lang} from '../nlu/types.ts'

/** A field's value as it is stored, compared and sent on. Dates `YYYY-MM-DD`, times `HH:MM`, phones E.164, enums the option's id. */
export type Value = string | number | boolean

/** What the caller did with a turn. Closed: rules, the model, key presses and timers all speak in these. */
export type Command = {
  readonly source: 'rule' | 'llm' | 'dtmf' | 'timer' | 'tool'
  /** 0…1 */
  readonly confidence: number
} & (
  | {
      readonly kind: 'set'
      readonly field: string
      readonly value: Value
      readonly raw: string
      readonly alts: readonly Value[]
      readonly corrected: boolean
      /** «Тот же, с которого звоню»: the number the call comes from. */
      readonly callerId?: true
    }
  /** Something of the value was said, not enough of it: digits of a number, a part of the day. */
  | {readonly kind: 'partial'; readonly field: string; readonly raw: string; readonly part: Partial}
  /** The field is wrong, and the new value was not said yet. */
  | {readonly kind: 'reopen'; readonly field: string}
  /** What may be left out is not wanted, though it was not asked for yet. */
  | {readonly kind: 'pass'; readonly field: string}
  | {readonly kind: 'ask'; readonly question: string}
  | {readonly kind: 'intent'; readonly id: string}
  | {readonly kind: 'rule'; readonly id: string}
  | {readonly kind: 'switch_language'; readonly lang: Lang}
  | {readonly kind: Simple}
)

export type Partial =
  | {readonly kind: 'digits'; readonly digits: string}
  | {readonly kind: 'day_part'; readonly part: string}
  | {readonly kind: 'name'; readonly name: Readonly<Record<string, string>>}
  /** `MM-DD` of a birth date without its year. */
  | {readonly kind: 'birth_day'; readonly day: string}
  | {readonly kind: 'address'; readonly address: Readonly<Record<string, string>>}
  /** A day or an hour was spoken of without naming one: «на следующей неделе», «в любое время». */
  | {readonly kind: 'vague'}
  | {readonly kind: 'range'; readonly from?: string | undefined; readonly to?: string | undefined}

export const simpleCommands = [
  'affirm',
  'deny',
  'unsure',
  'repeat',
  'slower',
  'cant_hear',
  'hold',
  'handoff',
  'callback',
  'skip',
  'dont_know',
  'cancel',
  'refuse',
  'do_not_call',
  'wrong_number',
  'voicemail',
  'goodbye',
  'thanks',
  'greeting',
  'complaint',
  'emergency',
  'are_you_robot',
  'injection',
] as const

export type Simple = (typeof simpleCommands)[number]

export type CommandOf<Kind extends Command['kind']> = Extract<Command, {readonly kind: Kind}>

export const isSimple = (id: string): id is Simple => (simpleCommands as readonly string[]).includes(id)
