/**
 * What callers say for an option that every flow calls alike: parts of the day and of the week, how often, for how long, sizes, grades by
 * a letter. The author of a flow need not think of them; a name of the flow's own is found first.
 */
export const otherNames = (name: string): readonly string[] => named.get(name.trim().toLowerCase().replaceAll('ё', 'е')) ?? []

const alike: readonly (readonly [names: string, said: string])[] = [
  ['утро|утром|с утра|в первой половине дня', 'утро|утром|с утра|утренние часы|в первой половине дня|до обеда|до полудня'],
  [
    'день|днем|в течение дня',
    'днем|дневное время|в обед|в обеденное время|после обеда|в середине дня|во второй половине|во второй половине дня',
  ],
  ['вечер|вечером', 'вечером|вечерком|вечернее время|после работы|под вечер|ближе к вечеру'],
  ['morning|in the morning', 'morning|before noon|before lunch|before midday'],
  ['afternoon|in the afternoon', 'afternoon|after lunch|after noon|midday'],
  ['evening|in the evening', 'evening|after work|after five|after six|at night'],
  ['будни|в будни|будний день|в будние дни', 'будни|рабочие дни|по рабочим|среди недели|на неделе|с понедельника по пятницу'],
  ['выходные|в выходные|выходной', 'выходные|суббота или воскресенье|на выходных'],
  ['weekdays|weekday|on weekdays', 'weekdays|working days|during the week|monday to friday'],
  ['weekends|weekend|on weekends', 'weekends|saturday or sunday|on the weekend|at the weekend'],
  ['каждый день|ежедневно', 'каждый день|ежедневно|день в день'],
  ['раз в неделю|еженедельно', 'раз в неделю|каждую неделю|еженедельно|один раз в неделю'],
  [
    'раз в две недели|раз в 2 недели',
    'раз в две недели|каждые две недели|дважды в месяц|два раза в месяц|через неделю|раз в полмесяца|раз в 2 недели|раз в четырнадцать дней',
  ],
  ['раз в месяц|ежемесячно', 'раз в месяц|каждый месяц|ежемесячно|один раз в месяц'],
  ['разово|один раз|однократно|разовая', 'разово|один раз|однократно|разовую|единоразово|единожды'],
  ['daily|every day', 'daily|every day|each day'],
  ['weekly|once a week|every week', 'weekly|once a week|every week|each week'],
  ['fortnightly|every two weeks|biweekly|every other week', 'fortnightly|every two weeks|biweekly|every other week|twice a month'],
  ['monthly|once a month|every month', 'monthly|once a month|every month|each month'],
  ['одноразово|one-off|one time|once', 'one-off|one time|just once|only once|one off'],
  ['месяц|на месяц', 'месячный|месячная|помесячно|на один месяц'],
  ['квартал|три месяца|на три месяца', 'квартал|квартальный|на три месяца|трехмесячный'],
  ['полгода|на полгода|шесть месяцев|на шесть месяцев', 'полгода|полугодовой|полугодовая|на шесть месяцев'],
  ['год|на год|двенадцать месяцев', 'годовой|годовая|на двенадцать месяцев|на целый год'],
  ['ремонт', 'починить|починка|отремонтировать|чинить|сломался|сломалась|сломалось|сломались'],
  ['repair|repairs', 'fix|mend|broken|broke'],
  ['xs', 'икс эс|иксэс'],
  ['s', 'эс|эска|эску|эсочка|с|small'],
  ['m', 'эм|эмка|эмку|эмочка|м|medium'],
  ['l', 'эль|элька|эльку|эл|эля|л|large'],
  ['xl', 'икс эль|иксэль|икс эл|икс л|экстра эль|extra large|x l'],
  ['xxl', 'икс икс эль|два икс эль|два икса эль|двойной икс эль|double x l|x x l'],
  ['a', 'а|эй'],
  ['b', 'б|бэ|би|в|вэ'],
  ['c', 'ц|цэ|си|с'],
]

const named = new Map(alike.flatMap(([names, said]) => names.split('|').map((name) => [name, said.split('|')] as const)))
