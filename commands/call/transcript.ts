import type {TurnView} from '../../src/call/simulate/call-report.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {callSource} from '../../src/cli/call-source.ts'
import {companyFlag, outputFlag} from '../../src/cli/flags.ts'
import {Args} from '../../src/cli/oclif.ts'
import type {Column} from '../../src/cli/output.ts'

const columns: readonly Column<TurnView>[] = [
  {title: {en: 'AT', ru: 'ВРЕМЯ'}, value: (row) => row.at},
  {title: {en: 'ROLE', ru: 'КТО'}, value: (row) => row.role},
  {title: {en: 'STATE', ru: 'СОСТОЯНИЕ'}, value: (row) => row.state},
  {title: {en: 'LANG', ru: 'ЯЗЫК'}, value: (row) => row.lang},
  {title: {en: 'TEXT', ru: 'ТЕКСТ'}, value: (row) => row.text},
]

export default class CallTranscript extends BaseCommand {
  static override summary = 'Print what was said in a call.'
  static override examples = ['<%= config.bin %> <%= command.id %> 01KB3', '<%= config.bin %> <%= command.id %> 01KB3 --json']
  static override args = {call: Args.string({required: true, description: 'id or unique beginning of it'})}
  static override flags = {...companyFlag, ...outputFlag}

  async run(): Promise<readonly TurnView[]> {
    const {args, flags} = await this.parse(CallTranscript)
    const {showCall} = await import('../../src/call/list-calls.ts')
    const {transcriptText} = await import('../../src/call/call-text.ts')
    const {turns} = await showCall(args.call, await callSource(this.deps(flags)))
    const text = () => transcriptText(turns, this.lang)
    await this.printReport({report: turns, text, rows: turns, columns}, flags.output)
    return turns
  }
}
