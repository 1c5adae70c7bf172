import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag, outputFlag} from '../../src/cli/flags.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import {versionFlag} from '../../src/cli/skillbase-flags.ts'
import type {LintReport} from '../../src/cli/skillbase-lint.ts'

export default class SkillbaseLint extends BaseCommand {
  static override summary = 'Find what in a skillbase will not work on a call.'
  static override description =
    'Dead ends, unknown names, sentences that cannot be spoken, tools without their settings, and more. Exit code 7 when there are errors, or warnings with --strict.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> skillbases/salon.yaml',
    '<%= config.bin %> <%= command.id %> salon --strict',
    '<%= config.bin %> <%= command.id %> skillbases/ --json',
  ]
  static override strict = false
  static override args = {
    skillbase: Args.string({
      required: true,
      description: 'file, folder, - for stdin, or slug or id of a stored skillbase; several may be given',
    }),
  }
  static override flags = {
    ...companyFlag,
    ...versionFlag,
    ...outputFlag,
    strict: Flags.boolean({description: 'warnings fail too'}),
  }

  async run(): Promise<LintReport[]> {
    const {argv, flags} = await this.parse(SkillbaseLint)
    const {lintReports, lintText} = await import('../../src/cli/skillbase-lint.ts')
    const reports = await lintReports(argv as string[], flags.version, this.deps(flags))
    const {findingColumns} = await import('../../src/cli/findings-columns.ts')
    const shown = reports.map(({texts: _texts, ...report}) => report)
    const rows = shown.flatMap(({source, findings}) => findings.map((finding) => ({source, ...finding})))
    const text = () => reports.map((report) => lintText(report, this.lang)).join('\n')
    await this.printReport({report: shown, text, rows, columns: findingColumns}, flags.output)
    const failed = reports.some(({errors, warnings}) => errors > 0 || (flags.strict && warnings > 0))
    if (failed) this.exitWith('refused')
    return shown
  }
}
