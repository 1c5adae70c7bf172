import type {Word} from '../moment/words.ts'

const russian: readonly string[] = [
  'январь января январе январю январем янв',
  'февраль февраля феврале февралю февралем фев февр',
  'март марта марте марту мартом мар',
  'апрель апреля апреле апрелю апрелем апр',
  'май мая мае маю маем',
  'июнь июня июне июню июнем июн',
  'июль июля июле июлю июлем июл',
  'август августа августе августу августом авг',
  'сентябрь сентября сентябре сентябрю сентябрем сен сент',
  'октябрь октября октябре октябрю октябрем окт',
  'ноябрь ноября ноябре ноябрю ноябрем ноя нояб',
  'декабрь декабря декабре декабрю декабрем дек',
]

const english: readonly string[] = [
  'january jan',
  'february feb febuary',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sep sept',
  'october oct',
  'november nov',
  'december dec',
]

const months: ReadonlyMap<string, number> = new Map(
  [russian, english].flatMap((names) => names.flatMap((forms, index) => forms.split(' ').map((form) => [form, index + 1] as const))),
)

/** 1…12 when the word is a month in any case. */
export const monthOf = (word: string): number | undefined => months.get(word)

/** 1…12 when the word names a month in any case; `мая месяца` counts as one name. */
export function monthAt(words: readonly Word[], at: number): {month: number; to: number} | undefined {
  const month = months.get(words[at]?.text ?? '')
  if (month === undefined) return undefined
  const next = words[at + 1]?.text
  return {month, to: next === 'месяца' || next === 'месяце' || next === 'месяц' ? at + 2 : at + 1}
}
