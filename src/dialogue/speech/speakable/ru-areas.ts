import {type Case, cases} from '../../nlu/names/decline.ts'
import {counted, pluralForm} from '../grammar.ts'
import {decimalRu} from '../number.ts'
import {unitsRu} from '../units-ru.ts'

/** An area or a volume, `2` and `м²` → `два квадратных метра`, or nothing when the unit is neither. */
export function sayAreaRu(value: number, unit: string, to: Case): string | undefined {
  const [, kilo, power] = /^(к)?м([²³23])$/.exec(unit) ?? []
  if (power === undefined) return undefined
  const noun = kilo ? unitsRu.kilometre : unitsRu.metre
  const stem = power === '²' || power === '2' ? 'квадратн' : 'кубическ'
  // «Сорок пять с половиной метров», but «полтора метра» and «две десятых метра».
  const fraction = !Number.isInteger(value) && (value % 1 !== 0.5 || value < 2)
  const whole = Math.trunc(value)
  return `${decimalRu(value, to, 'm')} ${stem}${ending(whole, to, fraction, stem)} ${counted(noun, whole, to, fraction)}`
}

/** One квадратный, and квадратных for the rest: два квадратных метра. */
function ending(count: number, to: Case, fraction: boolean, stem: string): string {
  const soft = stem.endsWith('к')
  const [single, plural] = soft ? ['ий ого ому ий им ом', 'их их им их ими их'] : ['ый ого ому ый ым ом', 'ых ых ым ых ыми ых']
  return (fraction || pluralForm(count) !== 'one' ? plural : single).split(' ')[cases.indexOf(to)]!
}
