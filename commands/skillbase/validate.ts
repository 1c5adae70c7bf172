import {BaseCommand} from '../../src/cli/base-command.ts'
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

  async run(): Promise<FileReport[]> {
    const {argv} = await this.parse(SkillbaseValidate)
    const {reportText, validateFiles} = await import('../../src/skillbase/validate-files.ts')
    const reports = await validateFiles(argv as string[], process.stdin)
    if (!this.jsonEnabled()) for (const report of reports) this.log(reportText(report, this.lang))
    if (reports.some(({valid}) => !valid)) this.exitWith('usage')
    return reports.map(({texts: _texts, ...report}) => report)
  }
}
