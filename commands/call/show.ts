import type {CallReport} from '../../src/call/simulate/call-report.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Args} from '../../src/cli/oclif.ts'

export default class CallShow extends BaseCommand {
  static override summary = 'Show one call: record, fields, lead, transcript.'
  static override examples = ['<%= config.bin %> <%= command.id %> 01KB3', '<%= config.bin %> <%= command.id %> 01KB3 --json']
  static override args = {call: Args.string({required: true, description: 'id or unique beginning of it'})}
  static override flags = {...companyFlag}

  async run(): Promise<CallReport> {
    const {args, flags} = await this.parse(CallShow)
    const {showCall} = await import('../../src/call/list-calls.ts')
    const {reportText} = await import('../../src/call/call-text.ts')
    const deps = this.deps(flags)
    const {id: companyId, timezone} = await deps.companyToRead()
    const report = await showCall(args.call, {...(await deps.store()), companyId})
    this.log(reportText(report, this.lang, timezone))
    return report
  }
}
