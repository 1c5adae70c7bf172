import type {CallReport} from '../../src/call/simulate/call-report.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {callSource} from '../../src/cli/call-source.ts'
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
    const source = await callSource(deps)
    const report = await showCall(args.call, source)
    this.log(reportText(report, this.lang, source.timezone))
    const unfinished = report.call.status === 'active' ? await source.unfinished(report.call.id) : undefined
    if (unfinished) {
      const {unfinishedTexts} = await import('../../src/cli/unfinished-calls.ts')
      for (const text of unfinishedTexts(unfinished)) this.caution(text)
    }
    return report
  }
}
