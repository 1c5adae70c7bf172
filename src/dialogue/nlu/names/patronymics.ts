import type {NameGender} from './decline.ts'

/** Whose patronymic a word in the nominative is, by its ending: `сергеевич`, `ильинична`, colloquial `михалыч`, `сергевна`. Lower case. */
export function patronymicGender(word: string): NameGender | undefined {
  if (word.length < 5) return undefined
  if (/(?:ович|[^кцчшщж]евич|ьич|[кмт]ич|[нлмрдв]ыч|[аес]еич|[гдр]еич|лаич|адьич|ентич)$/.test(word)) return 'm'
  return /(?:овна|евна|[аео]вна|инична|[кмт]ична|ьинична|льична)$/.test(word) ? 'f' : undefined
}
