import type {Simple} from '../engine/command.ts'

/**
 * Whether the caller's own words speak for a wish that leads out of the business at hand: «ну такое» is no complaint, whatever a model makes
 * of it. One word of the kind of wish is enough, by its root. Wishes that lead nowhere (repeat, slower, hold) need none.
 */
export const speaksOfWish = (kind: Simple, said: string): boolean => roots[kind]?.test(said.toLowerCase().replaceAll('ё', 'е')) ?? true

const root = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words.trim().replaceAll(/\s+/g, '|')})`, 'u')

// Beginnings of words, of both languages.
const roots: Partial<Record<Simple, RegExp>> = {
  complaint: root(
    `жалоб жалов пожалов претензи недовол возмут возмущ ужас кошмар безобраз отврат хам нахам груб нагруб обман надул испорт плох недопустим
     деньги компенсац позор бардак complain terribl awful horribl rude unacceptabl refund ruin worst bad(?!\\p{L}) disappoint unhapp angry disgust
     scam cheat poor mess`,
  ),
  handoff: root(
    `челове людьми людей оператор менеджер админ сотрудн специалист жив(?:ой|ого|ым|ому)(?!\\p{L}) начальн директор руковод старш соедин
     переключ переве позов поговор переговор разговар говорить(?!\\p{L}) консультант person human people someone somebody operator agent manager represent reception staff
     speak talk connect transfer through supervis`,
  ),
  callback: root(
    `перезвон позвон звон набер наберит потом позж попозж занят неудобн некогда рулем сейчас(?=.не) call ring later busy driv moment bad(?!\\p{L})`,
  ),
  emergency: root(
    `скор пожар гор(?:ит|им) дым газ(?!ет) дыш дыха задых кров боль боли сердц сердеч умир умер сознан авари травм слом упал отрав проглот удар
     напад напал убива помогит помощ спас полиц стрел нож судорог приступ инсульт инфаркт плохо взры тонет ожог обжег суицид
     ambulan emergenc fire smoke gas(?!\\p{L}) breath chok bleed blood pain hurt heart dying dead die(?!\\p{L}) unconscious accident broke fell
     poison swallow attack help police shot knife stab seizure stroke collaps faint burn drown suicid kill`,
  ),
}
