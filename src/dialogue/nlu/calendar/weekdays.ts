const names: readonly string[] = [
  'понедельник понедельника понедельнику понедельником понедельнике понедельничек пн monday mon',
  'вторник вторника вторнику вторником вторнике вт tuesday tue tues',
  'среда среду среды среде средой ср wednesday wed weds',
  'четверг четверга четвергу четвергом четверге четверьг чт thursday thu thur thurs',
  'пятница пятницу пятницы пятнице пятницей пятничку пт friday fri',
  'суббота субботу субботы субботе субботой субботку суботу субота сб saturday sat',
  'воскресенье воскресенья воскресенью воскресеньем воскресение воскресения воскресению воскресеньи вс sunday sun',
]

const short = new Set('пн вт ср чт пт сб вс mon tue tues wed weds thu thur thurs fri sat sun'.split(' '))

const weekdays: ReadonlyMap<string, number> = new Map(
  names.flatMap((forms, index) => forms.split(' ').map((form) => [form, index + 1] as const)),
)

/**
 * 1 (Monday) … 7 when the word names one weekday; `friday's` counts, "fridays" and `по пятницам` do not: they say how often.
 * `short` marks an abbreviation, which may be another word ("sat", "sun").
 */
export function weekdayOfWord(text: string): {weekday: number; short: boolean} | undefined {
  const name = text.endsWith("'s") ? text.slice(0, -2) : text
  const weekday = weekdays.get(name)
  return weekday === undefined ? undefined : {weekday, short: short.has(name)}
}
