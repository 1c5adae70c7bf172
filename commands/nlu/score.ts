import {BaseCommand} from '../../src/cli/base-command.ts'
import {outputFlag} from '../../src/cli/flags.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import type {Column} from '../../src/cli/output.ts'
import type {Failure, Score} from '../../src/dialogue/nlu/score.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

const columns: readonly Column<Score>[] = [
  {title: {en: 'TYPE', ru: 'ТИП'}, value: (row) => row.type},
  {title: {en: 'LANG', ru: 'ЯЗЫК'}, value: (row) => row.lang},
  {title: {en: 'ROWS', ru: 'СТРОК'}, value: (row) => row.rows},
  {title: {en: 'RIGHT', ru: 'ВЕРНО'}, value: (row) => percent(row.accuracy)},
  {title: {en: 'WRONG', ru: 'ОШИБКИ'}, value: (row) => percent(row.wrongRate)},
  {title: {en: 'MISSED', ru: 'НЕ НАЙДЕНО'}, value: (row) => row.missed},
]

const failureColumns: readonly Column<Failure>[] = [
  {title: {en: 'ID', ru: 'ID'}, value: (row) => row.id},
  {title: {en: 'TEXT', ru: 'ТЕКСТ'}, value: (row) => row.text},
  {title: {en: 'EXPECTED', ru: 'ОЖИДАЛОСЬ'}, value: (row) => row.expect},
  {title: {en: 'GOT', ru: 'ПОЛУЧЕНО'}, value: (row) => row.value},
]

export default class NluScore extends BaseCommand {
  static override summary = 'Measure how well utterances with known answers are understood.'
  static override description =
    'Rows are those of `nlu extract` with the right value in "expect". WRONG is the share of rows where a value was found and is not the right one. ' +
    'Exits with 7 when a type stays below its floor.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> rows.jsonl',
    '<%= config.bin %> <%= command.id %> rows.jsonl --floor phone=0.95,date=0.92',
    '<%= config.bin %> <%= command.id %> rows.jsonl --failures -o csv',
  ]
  static override args = {file: Args.string({required: true, description: 'rows with expected values, - for stdin'})}
  static override flags = {
    ...outputFlag,
    floor: Flags.string({helpValue: 'TYPE=SHARE', description: 'least accuracy by type, from 0 to 1, separated by commas'}),
    failures: Flags.boolean({description: 'list the rows that came out wrong instead of the scores'}),
  }

  async run(): Promise<readonly Score[] | readonly Failure[]> {
    const {args, flags} = await this.parse(NluScore)
    const {scoreFile} = await import('../../src/cli/nlu-score.ts')
    const {scores, failures, below} = await scoreFile(args.file, flags.floor)
    for (const missed of below) this.caution(missed)
    if (below.length > 0) this.exitWith('refused')
    if (flags.failures) await this.printList(failures, failureColumns, flags.output)
    else await this.printList(scores, columns, flags.output)
    return flags.failures ? failures : scores
  }
}
