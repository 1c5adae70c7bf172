import {BaseCommand} from '../../src/cli/base-command.ts'
import {outputFlag} from '../../src/cli/flags.ts'
import {Args} from '../../src/cli/oclif.ts'
import type {FileReport} from '../../src/skillbase/validate-files.ts'

export default class SkillbaseValidate extends BaseCommand {
  static override summary = 'Tell whether files are skillbases, and everything that is wrong when they are not.'
  static override description =
    'Reads every format there has been. Exit code 2 when a file is not valid. `skillbase lint` finds what is valid and still will not work.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> skillbases/salon.yaml',
    '<%= config.bin %> <%= command.id %> salon.yaml clinic.yaml --json',
  ]
  static override strict = false
  static override args = {file: Args.string({required: true, description: 'file, folder, or - for stdin; several may be given'})}
  static override flags = {...outputFlag}

  async run(): Promise<FileReport[]> {
    const {argv, flags} = await this.parse(SkillbaseValidate)
    const {reportText, validateFiles} = await import('../../src/skillbase/validate-files.ts')
    const reports = await validateFiles(argv as string[], process.stdin)
    const {findingColumns} = await import('../../src/cli/findings-columns.ts')
    const shown = reports.map(({texts: _texts, ...report}) => report)
    const rows = shown.flatMap(({file: source, issues, warnings}) => [
      ...issues.map((issue) => ({source, severity: 'error', ...issue})),
      ...warnings.map((issue) => ({source, severity: 'warning', ...issue})),
    ])
    const text = () => reports.map((report) => reportText(report, this.lang)).join('\n')
    await this.printReport({report: shown, text, rows, columns: findingColumns}, flags.output)
    if (reports.some(({valid}) => !valid)) this.exitWith('usage')
    return shown
  }
}
