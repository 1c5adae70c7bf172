import type {Word} from './words.ts'

const verbs =
  /^(?:перенес|перенос|перезапи|перепи|сдви|передви|помен|измен|смен|замен|переста|перебр|перекин|move|moving|moved|reschedul|chang|switch|shift|push|postpone|bring|swap|rebook)/
const targets = /^(?:to|на)$/

/** Whether an appointment is moved away from what begins at `at`: "move it from tuesday", `перенесите мою запись с десяти`. */
export function movesFrom(words: readonly Word[], at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back <= 8; back--) {
    const {text, stop} = words[back]!
    if (stop === '.' || stop === '?' || stop === '!') return false
    // "Move it to friday from two to four": where it is moved to was said before.
    if (targets.test(text) && (words[back + 1]?.num !== undefined || words[back + 1]?.text === '\0')) return false
    if (verbs.test(text)) return true
  }
  return false
}

const stays =
  /^(?:номер|комнат|ноч|засел|заезд|заед|прожив|остан|коттедж|домик|апартамент|снять|сним|гостиниц|отел|room|night|stay|hotel|check|cabin)/

/** Whether somebody speaks of staying: `номер с пятницы на субботу` runs from day to day. */
export const speaksOfStay = (words: readonly Word[]): boolean => words.some(({text}) => stays.test(text))
