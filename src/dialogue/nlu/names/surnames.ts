import type {NameGender} from './decline.ts'

export interface SurnameForm {
  readonly gender: NameGender
  /** 0…1: how much the ending alone makes the word a surname. */
  readonly weight: number
}

/**
 * Whose surname a word in the nominative can be, by its ending; empty when it looks like none. Lower case, `е` for `ё`.
 * Weights below 0.5 want a first name, a patronymic or a cue beside them: too many everyday words end like that.
 */
export function surnameForms(word: string): readonly SurnameForm[] {
  const hyphen = word.indexOf('-')
  if (hyphen > 0) {
    const first = surnameForms(word.slice(0, hyphen))
    const second = surnameForms(word.slice(hyphen + 1))
    return second.filter(({gender}) => first.length === 0 || first.some((form) => form.gender === gender))
  }
  if (irregular.has(word)) return both(0.6)
  if (word.length < 4) return []
  for (const [ending, forms] of endings) if (ending.test(word)) return forms
  return []
}

/** One of the surnames that no ending gives away. */
export const isIrregularSurname = (word: string): boolean => irregular.has(word)

const both = (weight: number): SurnameForm[] => [
  {gender: 'm', weight},
  {gender: 'f', weight},
]
const his = (weight: number): SurnameForm[] => [{gender: 'm', weight}]
const hers = (weight: number): SurnameForm[] => [{gender: 'f', weight}]

// The first ending that fits decides.
const endings: readonly (readonly [RegExp, readonly SurnameForm[]])[] = [
  [/(?:ов|ев|[кцчшжгхтднлрсмбвпз]ин|[кцт]ын)$/, his(0.7)],
  [/(?:ова|ева|[кцчшжгхтднлрсмбвпз]ина|[кцт]ына)$/, hers(0.7)],
  [/(?:[сц]кий|[сц]кой)$/, his(0.7)],
  [/[сц]кая$/, hers(0.7)],
  [/(?:енко|швили|дзе|дзэ|чук|щук|нюк|люк|тюк|хидзе|оглы|заде|янц|ауэр|берг|ман|штейн|сон|сен)$/, both(0.6)],
  [/[аеиоруюгстлнпмкдзжхш]ян$/, both(0.6)],
  [/(?:ович|евич)$/, both(0.6)],
  [
    /(?:[ыи]х|ко|ук|юк|як|ак|ик|ок|ек|ец|ель|аль|оль|арь|ай|ей|уй|ич|ун|ан|он|ен|ас|ис|ус|ер|ор|ар|ир|ур|ух|ах|уш|аш|ыш|иш|ад|уд|ид|уль|ань|ия|ба|ка|га|ца|ха|да|та|за|ла|ра|на|ша|ша|ня|ля|ло|но|до|го|хо|ди|ли|ти|ри)$/,
    both(0.25),
  ],
  [/(?:ый|ой|ий|ин|ын)$/, his(0.25)],
  [/(?:ая|ина|ына)$/, hers(0.25)],
]

/** Frequent surnames that no ending gives away. */
const irregular = new Set(
  `белых бойко бондарь борода вагнер вайс вебер винник вовк войт волк воробей гайдай гайдук гамов ганс герц гоголь голуб гончар гончарук горох гофман гребень гринь гришко губа гусак деркач дик дорош дрозд дуб дуда
  дудка дьяк жук журавель жураковский заяц зима зингер зозуля ивашко кабан казак кац клейн клименко клименок книга коваль ковальчук козак козел козлик кошель кравец кравченко крамар кремень кротких кузнец кулик кучер кушнир ли лисица лях
  майер майор мазур мацуев мельник мельничук миллер мирон мисюра михайлик молчан мороз москаль мюллер ноль ногай нога нойман олейник онищук орел остапчук очерет пак паук перец пинчук писарь письменный полищук полоз пономарь пушкарь рабинович
  рак ребров редька роговой рудь рыбак рябой савчук садык сахно седой седых сердюк середа сидорчук симоненко скляр скрипка собко соболь сокол сокольник соловей сорока стельмах сухой ткач ткачук толстой удод фишер фридман хан хмара храпко
  цой черных чернуха чумак шаповал шварц швец шевчук шерстюк шиш шмидт штерн шульга шульц щербак эткинд югай юн тен ким нам хван хегай хван югай цай тян тэн лим сон син шин пан чан чен ван нгуен фам`
    .split(/\s+/)
    .filter(Boolean),
)
