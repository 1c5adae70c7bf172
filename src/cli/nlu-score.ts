import type {Bilingual} from '../bilingual.ts'
import {parseRows} from '../dialogue/nlu/rows.ts'
import {belowFloors, type Scoring, scoreRows} from '../dialogue/nlu/score.ts'
import {AppError} from '../errors.ts'
import {readLines} from './lines.ts'
import {parseFloors} from './nlu-input.ts'

/** The scores of a file and a sentence for every floor that was not reached. @throws AppError NOTHING_TO_SCORE (usage) */
export async function scoreFile(file: string, floor: string | undefined): Promise<Scoring & {readonly below: readonly Bilingual[]}> {
  const floors = floor === undefined ? new Map() : parseFloors(floor)
  const scoring = await scoreRows(parseRows(readLines(file), file === '-' ? 'stdin' : file))
  if (scoring.scores.length === 0) {
    throw new AppError(
      'NOTHING_TO_SCORE',
      {en: `No row of "${file}" has an expected value.`, ru: `Ни в одной строке «${file}» нет ожидаемого значения.`},
      {exit: 'usage', hint: {en: 'The right value stands in "expect".', ru: 'Верное значение стоит в "expect".'}},
    )
  }
  const below = belowFloors(scoring.scores, floors).map(({type, floor: least, accuracy}) => ({
    en: `${type}: ${accuracy.toFixed(3)} is below the floor of ${least}.`,
    ru: `${type}: ${accuracy.toFixed(3)} ниже порога ${least}.`,
  }))
  return {...scoring, below}
}
