/** The kinds of values that can be read out of an utterance. */
export const valueTypes = [
  'date',
  'time',
  'datetime',
  'phone',
  'email',
  'number',
  'yesno',
  'lang',
  'intent',
  'name',
  'enum',
  'address',
] as const

export type ValueType = (typeof valueTypes)[number]
