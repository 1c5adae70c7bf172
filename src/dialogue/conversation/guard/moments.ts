import {extractDate} from '../../nlu/date.ts'
import {numeral, readNumber} from '../../nlu/numerals.ts'
import {extractTime} from '../../nlu/time.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Extractor, Lang, LocalDateTime, Token} from '../../nlu/types.ts'

/** What a text says about days and hours, and the words that are left. */
export interface Moments {
  readonly dates: readonly string[]
  /** `HH:MM`, for spans both ends. */
  readonly times: readonly string[]
  readonly words: ReadonlySet<string>
  readonly rest: readonly Token[]
}

export function momentsIn(text: string, lang: Lang, now: LocalDateTime): Moments {
  const tokens = tokenize(text)
  const days = allOf(extractDate, tokens, text, lang, now)
  const hours = allOf(extractTime, tokens, text, lang, now)
  const found = [...days, ...hours]
  const taken = new Set(found.flatMap(({tokens: own}) => own))
  // «Утром» names no hour that could be compared: it has to stand in the engine's own line.
  const named = found.filter(({values}) => values.some((value) => isDate.test(value) || isTime.test(value)))
  return {
    dates: days.flatMap(({values}) => values).filter((value) => isDate.test(value)),
    times: hours.flatMap(({values}) => values).filter((value) => isTime.test(value)),
    words: new Set(named.flatMap(({tokens: own}) => own.map((token) => token.text))),
    rest: tokens.filter((token) => !taken.has(token)),
  }
}

const isDate = /^\d{4}-\d\d-\d\d$/
const isTime = /^\d\d:\d\d$/

/** An extractor settles on one reading; what stands behind it is read on its own. */
function allOf<Value extends object>(extract: Extractor<Value>, tokens: readonly Token[], text: string, lang: Lang, now: LocalDateTime) {
  const all: {readonly values: string[]; readonly tokens: readonly Token[]}[] = []
  for (let from = 0; from < tokens.length;) {
    const rest = tokens.slice(from)
    const found = extract({text, tokens: rest, lang}, {now, asked: false})
    if (!found) break
    all.push({values: Object.values(found.value).map(String), tokens: rest.slice(found.from, found.to)})
    from += Math.max(found.to, 1)
  }
  return all
}

/** Numbers in words or digits, those that stand next to each other together: a phone number is right only in its order. */
export function numberRuns(tokens: readonly Token[], lang: Lang): number[][] {
  const runs: number[][] = []
  let end = -1
  for (let at = 0; at < tokens.length;) {
    const read = readNumber(tokens, at, lang)
    if (!read) {
      at++
      continue
    }
    if (at === end) runs.at(-1)!.push(read.value)
    else runs.push([read.value])
    end = at = read.to
  }
  return runs
}

/** A word that days and hours are made of. What else stands between two of them was read past, and says something of its own. */
export const isMomentWord = (token: Token, lang: Lang): boolean => numeral(token, lang) !== undefined || momentWords.test(token.text)

const momentWords =
  /^(?:час|минут|полдень|полдня|полноч|половин|четверт|полтор|утр[аоу]|утром|дня$|днем$|вечер|ноч[иь]|числ|год|недел|январ|феврал|март|апрел|ма[йяею]$|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|вторник|сред[ауы]$|четверг|пятниц|суббот|воскресен|сегодня|завтра|послезавтра|half$|past$|quarter|noon|midnight|o'clock|am$|pm$|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may$|june|july|august|september|october|november|december|today|tomorrow|next$|this$)/
