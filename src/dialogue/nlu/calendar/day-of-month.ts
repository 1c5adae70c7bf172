import type {Word} from '../moment/words.ts'

/** How a day was said: `пятого`, `пятое`, `пятому`, `пятым`, `5-го`, `fifth`/`5th`, `5`, `пять`/`five`; `other` forms never name a day alone. */
export type DayForm = 'genitive' | 'neuter' | 'dative' | 'instrumental' | 'english' | 'digits' | 'cardinal' | 'other'

export interface DayReading {
  /** 1…99: the caller decides what is no day. */
  readonly day: number
  readonly to: number
  readonly form: DayForm
}

/** Every way to read a number of a day at `at`, the longest first: "twenty five" is 25, or 20 and something else. */
export function dayReadings(words: readonly Word[], at: number): readonly DayReading[] {
  const first = words[at]
  const num = first?.num
  if (!first || !num || num.collective) return []
  if (num.rank === 'digits') {
    if (num.digits!.length > 2 || num.value === 0) return []
    return [{day: num.value, to: at + 1, form: num.ordinal ? suffixed(first.text) : 'digits'}]
  }
  if (num.rank !== 'unit' && num.rank !== 'teen' && num.rank !== 'ten') return []
  const alone: DayReading = {day: num.value, to: at + 1, form: formOf(first)}
  const second = words[at + 1]
  if (num.rank === 'ten' && !num.ordinal && second?.num?.rank === 'unit' && !second.num.collective && first.stop === '')
    return [{day: num.value + second.num.value, to: at + 2, form: formOf(second)}, alone]
  return [alone]
}

/** Whether the word at `at` only ends a number that began before it: `второго` in `двадцать второго`. */
export function endsCompound(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  const here = words[at]?.num
  if (!before?.num || !here || before.stop !== '' || before.num.ordinal) return false
  const {rank} = before.num
  // «В четырнадцать ноль ноль второго августа»: both noughts are the clock's.
  if (rank === 'zero' && here.ordinal && words[at - 2]?.num?.rank === 'zero') return false
  return ((rank === 'ten' || rank === 'zero') && here.rank === 'unit') || rank === 'hundred' || rank === 'scale'
}

/** `5-го`, `5-е`, `5-му`, "5th"; a `5-й` is the fifth of something else. */
function suffixed(text: string): DayForm {
  if (text.endsWith('го')) return 'genitive'
  if (text.endsWith('е')) return 'neuter'
  if (text.endsWith('му')) return 'dative'
  return /[a-z]$/.test(text) ? 'english' : 'other'
}

function formOf({text, num}: Word): DayForm {
  if (!num!.ordinal) return 'cardinal'
  if (text < 'а') return 'english'
  if (text.endsWith('го')) return 'genitive'
  if (text.endsWith('ое') || text === 'третье') return 'neuter'
  if (text.endsWith('му')) return 'dative'
  return text.endsWith('ым') || text.endsWith('им') ? 'instrumental' : 'other'
}
