/**
 * «Если зарплату дадут, заплачу десятого», «как получу пенсию», «но не обещаю»: said under a condition that nobody here can see to. Of
 * politeness («если можно», «если вас устроит») nothing hangs.
 */
export const isConditional = (text: string): boolean => {
  const said = text.toLowerCase().replaceAll('ё', 'е')
  return condition.test(said) && !asksWhatThen(text)
}

/** «А если не заплачу, что будет?» asks, and neither promises nor refuses. */
export const asksWhatThen = (text: string): boolean => whatThen.test(text.toLowerCase().replaceAll('ё', 'е'))

const whatThen =
  /(?:^| )если (?:.* )?(?:что|как) (?:мне |нам |со мной |тогда )*(?:будет|тогда|делать|быть)|if .* what (?:happens|then|will)/

const condition = new RegExp(
  [
    '(?:^|[ ,])если(?! (?:можно|возможно|что|вдруг|вам|вас|вы|это|так|не (?:раньше|позже|трудно|сложно|ошибаюсь|забуду|против|возражаете|поздно)|честно|коротко)(?:[ ,.]|$))',
    '(?:^|[ ,])(?:как(?: только)?|когда|после того как) (?:\\S+ ){0,3}?(?:получу|получим|дадут|выдадут|заплатят|перечислят|переведут|придет|придут|поступит|поступят|появятся|будут|отдадут|вернут|устроюсь|найду|продам)(?:[ ,.]|$)',
    '(?:^|[ ,])пока (?:\\S+ ){0,2}?не \\S+(?:ят|ут|ют|ит|ет)(?:[ ,.]|$)',
    '(?:^|[ ,])не (?:за|о)плачу (?:\\S+ )?(?:раньше|до)(?:[ ,.]|$)',
    '(?:^|[ ,])(?:при условии|смотря (?:как|когда|что)|как получится|не обещаю|обещать не (?:могу|буду)|не гарантирую|не факт|не уверен[аы]?)(?:[ ,.]|$)',
    "(?:^|[ ,])(?:if (?!(?:possible|that's|you|it's (?:ok|okay|fine))(?: |$))|provided|as soon as|unless|can't promise|no promises)",
  ].join('|'),
)
