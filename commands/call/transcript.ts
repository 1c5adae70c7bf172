import type {TurnView} from '../../src/call/simulate/call-report.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {callSource} from '../../src/cli/call-source.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Args} from '../../src/cli/oclif.ts'

export default class CallTranscript extends BaseCommand {
  static override summary = 'Print what was said in a call.'
  static override examples = ['<%= config.bin %> <%= command.id %> 01KB3', '<%= config.bin %> <%= command.id %> 01KB3 --json']
  static override args = {call: Args.string({required: true, description: 'id or unique beginning of it'})}
  static override flags = {...companyFlag}

  async run(): Promise<readonly TurnView[]> {
    const {args, flags} = await this.parse(CallTranscript)
    const {showCall} = await import('../../src/call/list-calls.ts')
    const {transcriptText} = await import('../../src/call/call-text.ts')
    const {turns} = await showCall(args.call, await callSource(this.deps(flags)))
    this.log(transcriptText(turns, this.lang))
    return turns
  }
}
