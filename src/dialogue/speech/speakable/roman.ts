import {ordinalRu} from '../ordinal-ru.ts'
import {replaceEach} from './replace.ts'

const pattern = /(?<![\p{L}\p{M}])([IVX]{2,6}|(?<=\p{Lu}\p{Ll}{2,} )[IVX])(?![\p{L}\p{M}\p{N}])/gu

/** "XXI век", "Екатерина II": an ordinal in the case of the century or in the gender of the name before it. */
export const romanRu = (text: string): string =>
  replaceEach(text, pattern, ([, roman], {head, tail}) => {
    const value = fromRoman(roman!)
    if (!value) return undefined
    const century = /^\s+век(ом|а|е|у)?(?!\p{L})/u.exec(tail)
    if (century) return ordinalRu(value, centuryCases[century[1] ?? ''] ?? 'nom')
    return ordinalRu(value, 'nom', /[ая]\s+$|групп[A-Za-zА-Яа-яЁё]*(?:\s+крови)?\s+$/i.test(head) ? 'f' : 'm')
  })

const centuryCases: Readonly<Record<string, 'gen' | 'pre' | 'dat' | 'ins'>> = {а: 'gen', е: 'pre', у: 'dat', ом: 'ins'}

/** Up to thirty-nine; more is no ordinal anybody says. */
function fromRoman(roman: string): number | undefined {
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$/.test(roman)) return undefined
  const values = [...roman].map((char) => (char === 'X' ? 10 : char === 'V' ? 5 : 1))
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
