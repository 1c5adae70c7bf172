import type {CallReport} from '../../src/call/simulate/call-report.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'

export default class CallResume extends BaseCommand {
  static override summary = 'Take up a simulated call whose process was lost, where it stopped.'
  static override description =
    'Without an id: the newest such call. With --close it is closed with the outcome of what was said until then, as the next call would do, ' +
    'and calls that are over and only waited for the database are stored. Calls of other companies are left alone; in a company that is switched off calls are only closed.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> 01KB3 --say "да, верно"',
    '<%= config.bin %> <%= command.id %> --close',
  ]
  static override args = {call: Args.string({description: 'id or unique beginning of it'})}
  static override flags = {
    ...companyFlag,
    say: Flags.string({
      multiple: true,
      helpValue: 'TEXT',
      description: 'what the caller says; once for each turn',
      // Not `exclusive`: of flags that exclude each other in a ring oclif's usage line loses one.
      relationships: [{type: 'none', flags: ['close']}],
    }),
    script: Flags.string({
      helpValue: 'FILE',
      description: 'file with one turn of the caller a line; - is stdin',
      exclusive: ['say', 'close'],
    }),
    close: Flags.boolean({default: false, description: 'close it instead of going on; all of them without an id'}),
    adopt: Flags.boolean({default: false, description: 'take over calls begun in another database, which this one has replaced'}),
    tools: Flags.string({default: 'simulated', helpValue: 'simulated|none|FILE', description: 'calendar and other tools'}),
    'transfer-answers': Flags.boolean({default: false, description: 'somebody picks up when the bot transfers the call'}),
  }

  async run(): Promise<CallReport[]> {
    const {args, flags} = await this.parse(CallResume)
    const {resumeFromTerminal} = await import('../../src/cli/call-resume.ts')
    return resumeFromTerminal({...flags, call: args.call}, this.deps(flags), this.talk())
  }
}
