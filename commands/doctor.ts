import {BaseCommand} from '../src/cli/base-command.ts'
import {outputFlag} from '../src/cli/flags.ts'
import type {DoctorReport} from '../src/cli/doctor/report.ts'
import {Flags} from '../src/cli/oclif.ts'

export default class Doctor extends BaseCommand {
  static override summary = 'Check this machine, the configuration, the database and the providers, and say what to fix.'
  static override description =
    'Exits with 1 when something fails; warnings do not count. Without --online nothing leaves this machine except to the database.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --online --json']
  static override flags = {
    ...outputFlag,
    online: Flags.boolean({description: 'also ask the providers: is the key good, is the model offered'}),
    timeout: Flags.integer({default: 5, min: 1, max: 120, helpValue: 'SECONDS', description: 'how long one check may take'}),
  }

  async run(): Promise<DoctorReport> {
    const {flags} = await this.parse(Doctor)
    const {diagnose} = await import('../src/cli/doctor/diagnose.ts')
    const {doctorColumns, doctorReport, doctorText} = await import('../src/cli/doctor/report.ts')
    const {palette} = await import('../src/cli/colour.ts')
    const results = await diagnose(this.deps(flags), this.config, {online: flags.online, patience: flags.timeout * 1000})
    const report = doctorReport(results)
    const text = () => doctorText(results, this.lang, palette(process.stdout))
    await this.printReport({report, text, rows: report.checks, columns: doctorColumns}, flags.output)
    if (report.status === 'failure') this.exitWith('failure')
    return report
  }
}
