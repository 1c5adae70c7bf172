import {extractRows, parseRows, type Row, type RowValue} from '../dialogue/nlu/rows.ts'
import type {Clock} from '../clock.ts'
import {AppError} from '../errors.ts'
import {readLines} from './lines.ts'
import {rowOfText, type TextFlags} from './nlu-input.ts'

/**
 * The values of what `nlu extract` was given: one text, or the rows of a file.
 * @param onBad hears of every line that is no row; the rows around it are read all the same
 * @throws AppError USAGE when it is both or neither
 */
export function extractedRows(
  text: string | undefined,
  flags: TextFlags & {readonly input?: string | undefined},
  clock: Clock,
  onBad: (error: AppError) => void,
): AsyncGenerator<RowValue> {
  const {input} = flags
  if ((text === undefined) === (input === undefined)) {
    throw new AppError(
      'USAGE',
      text === undefined
        ? {en: 'Nothing to read.', ru: 'Читать нечего.'}
        : {en: 'A text and `--input` exclude each other.', ru: 'Текст и `--input` вместе не указывают.'},
      {
        exit: 'usage',
        hint: {
          en: 'Give a text with `--type`, or a file of rows with `--input FILE` (- for stdin).',
          ru: 'Укажите текст и `--type` либо файл строк: `--input ФАЙЛ` (- для stdin).',
        },
      },
    )
  }
  if (input !== undefined) return extractRows(parseRows(readLines(input), input === '-' ? 'stdin' : input, onBad))
  return extractRows(only(rowOfText(text!, flags, clock)))
}

async function* only(row: Row): AsyncGenerator<Row> {
  yield row
}

/** The same as one JSON document: what a text came to, or a list of what the rows came to. */
export async function collected(values: AsyncGenerator<RowValue>, single: boolean): Promise<readonly RowValue[] | RowValue> {
  const list: RowValue[] = []
  for await (const value of values) list.push(value)
  return single ? list[0]! : list
}
