import type {NameGender} from './decline.ts'
import {russianFirstName} from './lexicon.ts'

/** Whose patronymic a word in the nominative is, by its ending: `сергеевич`, `ильинична`, colloquial `михалыч`, `сергевна`. Lower case. */
export function patronymicGender(word: string): NameGender | undefined {
  if (word.length < 5) return undefined
  if (/(?:ович|[^кцчшщж]евич|ьич|[кмт]ич|[нлмрдв]ыч|[аес]еич|[гдр]еич|лаич|адьич|ентич)$/.test(word)) return 'm'
  return /(?:овна|евна|[аео]вна|инична|[кмт]ична|ьинична|льична)$/.test(word) ? 'f' : undefined
}

/** Whether a father's name of the lexicon stands behind it: Рашидовна is Рашид's daughter, Янукович nobody's son. */
export function hasKnownFather(word: string): boolean {
  const stem = word.replace(/(?:[ое]вич|[ое]вна|инична|ична|ич|ыч)$/, '')
  const variants = [
    stem,
    `${stem}й`,
    `${stem}ь`,
    `${stem}а`,
    `${stem}я`,
    `${stem}ий`,
    stem.replace(/ь$/, 'ий'),
    stem.replace(/вл$/, 'в'),
    stem.replace(/айл$/, 'аил'),
    stem.replace(/ь$/, 'я'),
  ]
  return (
    stem === 'льв' ||
    stem === 'павл' ||
    variants.some((name) => russianFirstName(name)?.gender === 'm' || russianFirstName(name)?.gender === 'any')
  )
}
