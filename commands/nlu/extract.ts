import {BaseCommand} from '../../src/cli/base-command.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import type {AppError} from '../../src/errors.ts'
import type {RowValue} from '../../src/dialogue/nlu/rows.ts'
import {valueTypes} from '../../src/dialogue/nlu/value-types.ts'

export default class NluExtract extends BaseCommand {
  static override summary = 'Read dates, phones, names, intents and other values out of what callers say.'
  static override description =
    'Reads one TEXT, or rows {"id", "type", "text", "now", "lang"?, "ctx"?}, one JSON object a line. Prints {"id", "value"} a line as it goes. ' +
    'A line that is no row is told on stderr with its number and passed over; the exit code is 2 then. A text has at most 10000 characters, a line at most a million.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> "завтра в пять вечера" --type datetime',
    '<%= config.bin %> <%= command.id %> "не маникюр а педикюр" --type enum --options "manicure=маникюр|ногти,pedicure=педикюр"',
    '<%= config.bin %> <%= command.id %> --input rows.jsonl',
  ]
  static override args = {text: Args.string({description: 'what the caller said'})}
  static override flags = {
    input: Flags.string({helpValue: 'FILE', description: 'rows to read, - for stdin', exclusive: ['type']}),
    type: Flags.option({options: valueTypes, description: 'as what to read TEXT'})(),
    now: Flags.string({helpValue: 'TIME', description: 'wall clock of the call, ISO 8601; this moment unless given'}),
    lang: Flags.option({options: ['ru', 'en'] as const, description: 'language of TEXT; found out unless given'})(),
    region: Flags.string({helpValue: 'RU', description: 'country of phone numbers without a country code'}),
    options: Flags.string({helpValue: 'a=A|B,b', description: 'options of an enum with their names'}),
    past: Flags.boolean({description: 'the date asked for lies in the past, like a birth date'}),
    asked: Flags.boolean({allowNo: true, default: true, description: 'whether this was the answer to a question for the type'}),
  }

  async run(): Promise<readonly RowValue[] | RowValue | undefined> {
    const {args, flags} = await this.parse(NluExtract)
    const {collected, extractedRows} = await import('../../src/cli/nlu-extract.ts')
    const onBad = ({sentence, hint}: AppError) => {
      this.caution(sentence)
      if (hint && process.exitCode === undefined) this.caution(hint)
      this.exitWith('usage')
    }
    const values = extractedRows(args.text, flags, this.deps(flags).clock, onBad)
    if (this.jsonEnabled()) return collected(values, args.text !== undefined)
    const {writeLines} = await import('../../src/cli/write-lines.ts')
    await writeLines(values, this.interrupted)
    return undefined
  }
}
