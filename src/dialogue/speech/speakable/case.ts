import type {Case, Gender} from '../grammar.ts'

/** The case a number takes from the preposition before it; nothing when none asks for one. `head` is the text up to the number. */
export function caseAfter(head: string): Case | undefined {
  const [, two = '', one = ''] = /(?:(\p{L}+)\s+)?(\p{L}+)[\s,]*$/u.exec(head.toLowerCase()) ?? []
  return byWord.get(`${two} ${one}`) ?? byWord.get(one)
}

const byWord = new Map<string, Case>()
const govern = (to: Case, list: string) => {
  for (const word of list.split('|')) byWord.set(word, to)
}
govern(
  'gen',
  'от|до|с|со|из|без|для|около|после|у|кроме|более|менее|больше|меньше|свыше|порядка|вместо|против|возле|начиная с|не более|не менее|не позднее|позже|раньше|дороже|дешевле|старше|младше|выше|ниже|в течение|течение|в размере|размере|в районе|районе',
)
govern('dat', 'к|ко|благодаря|согласно|равно|равна|равен')
govern('ins', 'между|перед|над|под')
govern('pre', 'о|об|при')
govern('acc', 'в|во|на|за|через|про|спустя|по')

/** What the noun behind a number tells of the case: днями, днях, дням. */
export function caseOfNoun(noun: string): Case | undefined {
  if (/(?:ами|ями|ьми)$/.test(noun)) return 'ins'
  if (/(?:ах|ях)$/.test(noun)) return 'pre'
  return /(?:ам|ям)$/.test(noun) && !/^(?:там|сам|вам|нам|дам|храм|грамм)$/.test(noun) ? 'dat' : undefined
}

/** The gender of the noun behind a number, from its ending beside 1 and 2 in the case; other numbers have none. */
export function genderOfNoun(value: number, next: string | undefined, to: Case): Gender {
  const units = value % 10
  if (!next || value % 100 === 11 || value % 100 === 12 || units > 2 || units === 0) return 'm'
  if (units === 2) return /(?:ы|и|ие|ые)$/.test(next) && !/^(?:дни|люди)$/.test(next) ? 'f' : 'm'
  if (softFeminine.test(next)) return 'f'
  if (feminine[to].test(next) && !/^мужчин[ауы]$/.test(next)) return 'f'
  return to === 'nom' && /[ое]$/.test(next) ? 'n' : 'm'
}

/** Beside "one": минута, but до одного часа. */
const feminine: Readonly<Record<Case, RegExp>> = {
  nom: /[ая]$/,
  gen: /(?:[ыи]|[ео]й)$/,
  dat: /(?:е|[ео]й)$/,
  acc: /[ую]$/,
  ins: /(?:[ео]й|ью)$/,
  pre: /(?:ой|и)$/,
}

const softFeminine =
  /^(?:ноч|част|двер|кроват|запис|очеред|площад|цел|модел|област|вещ|новост|скорост|стоимост|возможност|пар|сет|рол|доч|мат)ь$/

/** Whether "с" stands before the place already. */
export const afterFrom = (head: string): boolean => /(?:^|[^A-Za-zА-Яа-яЁё])с\s+$/i.test(head)
