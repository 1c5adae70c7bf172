/** Russian cases: nominative, genitive, dative, accusative, instrumental, prepositional. */
export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'ins' | 'pre'
export type NamePart = 'first' | 'patronymic' | 'last'
export type NameGender = 'm' | 'f'

export const cases: readonly Case[] = ['nom', 'gen', 'dat', 'acc', 'ins', 'pre']

/**
 * One part of a personal name in a case: `declineName('смирнова', 'last', 'f', 'acc')` → `смирнову`. `word` is lower case and nominative; `ё` or `е`, as given.
 * Names that Russian leaves alone (Шевченко, Черных, a woman's Мельник) come back unchanged.
 */
export function declineName(word: string, part: NamePart, gender: NameGender, to: Case): string {
  if (to === 'nom') return word
  const hyphen = word.indexOf('-')
  if (hyphen > 0 && part !== 'patronymic')
    return `${declineName(word.slice(0, hyphen), part, gender, to)}-${declineName(word.slice(hyphen + 1), part, gender, to)}`
  const [cut, endings] = part === 'last' ? surname(word, gender) : part === 'first' ? firstName(word, gender) : patronymic(word, gender)
  if (!endings) return word
  return word.slice(0, word.length - cut) + endings.split(' ')[cases.indexOf(to) - 1]!
}

/** How many letters to cut, then the endings of genitive, dative, accusative, instrumental and prepositional; no endings = indeclinable. */
type Pattern = readonly [cut: number, endings: string]
const fixed: Pattern = [0, '']

/** The stress of Ильич and Кузьмич lies on the ending: Ильичом, but Иванычем. */
const patronymic = (word: string, gender: NameGender): Pattern =>
  /(?:ьич|[км]ич)$/.test(word) && gender === 'm' ? [0, 'а у а ом е'] : noun(word, gender)

function firstName(word: string, gender: NameGender): Pattern {
  if (word === 'лев' && gender === 'm') return [2, 'ьва ьву ьва ьвом ьве']
  if (word === 'павел' && gender === 'm') return [2, 'ла лу ла лом ле']
  if (/^п[её]тр$/.test(word)) return [3, 'етра етру етра етром етре']
  return noun(word, gender)
}

/** As a common noun of that ending would go. */
function noun(word: string, gender: NameGender): Pattern {
  if (word.endsWith('ия')) return [1, 'и и ю ей и']
  if (word.endsWith('я')) return [1, 'и е ю ей е']
  if (/[гкх]а$/.test(word)) return [1, 'и е у ой е']
  if (/[жшчщ]а$/.test(word)) return [1, 'и е у ей е']
  if (word.endsWith('ца')) return [1, 'ы е у ей е']
  if (/[аеёиоуыэюя]а$/.test(word)) return fixed
  if (word.endsWith('а')) return [1, 'ы е у ой е']
  if (gender === 'f') return word.endsWith('ь') ? [1, 'и и ь ью и'] : fixed
  if (word.endsWith('ий')) return [1, 'я ю я ем и']
  if (/[йь]$/.test(word)) return [1, 'я ю я ем е']
  if (/[жшчщц]$/.test(word)) return [0, 'а у а ем е']
  return /[бвгджзклмнпрстфх]$/.test(word) ? [0, 'а у а ом е'] : fixed
}

function surname(word: string, gender: NameGender): Pattern {
  if (/[ыи]х$|[оеёиуюэы]$|[аеёиоуыэюя]а$/.test(word)) return fixed
  if (gender === 'f') {
    if (/(?:[оеё]в|[иы]н)а$/.test(word)) return [1, 'ой ой у ой ой']
    if (word.endsWith('ая')) return [2, 'ой ой ую ой ой']
    if (word.endsWith('яя')) return [2, 'ей ей юю ей ей']
    return /[ая]$/.test(word) ? noun(word, gender) : fixed
  }
  if (/(?:[оеё]в|[иы]н)$/.test(word) && word.length > 3) return [0, 'а у а ым е']
  if (/[кгхжшчщ]ий$/.test(word)) return [2, /[жшчщ]ий$/.test(word) ? 'его ему его им ем' : 'ого ому ого им ом']
  if (word.endsWith('ый') || (word.endsWith('ой') && word.length > 3))
    return [2, /[гкхжшчщ]ой$/.test(word) ? 'ого ому ого им ом' : 'ого ому ого ым ом']
  if (/[аеёиоуыэюя].*[бвгджзклмнпрстфхчшщ]ец$/.test(word)) return [2, word.endsWith('лец') ? 'ьца ьцу ьца ьцом ьце' : 'ца цу ца цом це']
  return noun(word, gender)
}
