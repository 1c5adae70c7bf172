import type {UiLanguage} from '../../bilingual.ts'
import type {Failure} from '../check/failure.ts'
import type {CaseResult, TranscriptLine} from '../result.ts'
import {speakers, words} from './texts.ts'

/** `turn 3: fields.time: expected 16:00, actual 15:00 (accepted)`, on one line. */
export function failureLine({check, expected, note, turn, ...found}: Failure, lang: UiLanguage): string {
  const actual = actualIn(found, lang)
  const where = turn === undefined ? '' : `${turn === 0 ? words.opening[lang] : `${words.turn[lang]} ${turn}`}: `
  return `${where}${check}: ${note ? note[lang] : `${words.expected[lang]} ${expected}, ${words.actual[lang]} ${actual}`}`
}

/** The same on lines of its own, so that two long sentences can be compared by eye. */
export function failureBlock({check, expected, note, turn, ...found}: Failure, lang: UiLanguage): string[] {
  const actual = actualIn(found, lang)
  const where = turn === undefined ? words.conversation[lang] : turn === 0 ? words.opening[lang] : `${words.turn[lang]} ${turn}`
  if (note) return [`${where}, ${check}: ${note[lang]}`]
  const width = Math.max(words.expected[lang].length, words.actual[lang].length)
  return [`${where}, ${check}`, `  ${words.expected[lang].padEnd(width)}  ${expected}`, `  ${words.actual[lang].padEnd(width)}  ${actual}`]
}

const actualIn = ({actual, actualRu = actual}: Pick<Failure, 'actual' | 'actualRu'>, lang: UiLanguage): string =>
  lang === 'ru' ? actualRu : actual

/** The conversation, turns that failed marked with `>`. */
export function transcriptText({transcript, failures}: Pick<CaseResult, 'transcript' | 'failures'>, lang: UiLanguage): string[] {
  const marked = new Set(failures.map(({turn}) => turn))
  const width = Math.max(...Object.values(speakers).map((name) => name[lang].length))
  return transcript.map((line) => `${marked.has(line.turn) ? '>' : ' '} ${lineText(line, lang, width)}`)
}

const lineText = ({who, text, ru = text, state}: TranscriptLine, lang: UiLanguage, width: number): string =>
  `${speakers[who][lang].padEnd(width)}  ${lang === 'ru' ? ru : text}${state === undefined ? '' : `  [${state}]`}`.trimEnd()

/** Line of the file that a failure is about. */
export function failureLineNumber({turn}: Failure, {position, turnPositions}: Pick<CaseResult, 'position' | 'turnPositions'>): number {
  return (turn === undefined || turn === 0 ? position : (turnPositions[turn - 1] ?? position)).line
}
