import type {CallReport} from '../../src/call/simulate/call-report.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'

export default class CallSimulate extends BaseCommand {
  static override summary = 'Talk to a bot in the terminal, or let a script talk to it.'
  static override description =
    'The conversation goes through the same life as a call on the phone and leaves the same rows: call, turns, events, fields, outcome, lead. ' +
    'Type what the caller says; /silence, /dtmf 1, /barge TEXT, /restart, /state and /hangup do what they say. Without a terminal the lines of stdin are the script, answered one by one.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> salon',
    '<%= config.bin %> <%= command.id %> salon --say "хочу записаться на стрижку" --say "завтра в три" --say /hangup',
    '<%= config.bin %> <%= command.id %> salon --script caller.txt --now 2026-03-11T10:30:00+03:00 --json',
  ]
  static override args = {
    skillbase: Args.string({required: true, description: 'slug, id or unique beginning of an id; or a file, which is stored first'}),
  }
  static override flags = {
    ...companyFlag,
    say: Flags.string({multiple: true, helpValue: 'TEXT', description: 'what the caller says; once for each turn', exclusive: ['script']}),
    script: Flags.string({helpValue: 'FILE', description: 'file with one turn of the caller a line; - is stdin'}),
    mode: Flags.option({options: ['auto', 'off', 'assist', 'full'] as const, description: 'how far a language model takes part'})(),
    version: Flags.string({default: 'latest', helpValue: 'N|latest|published', description: 'version of the skillbase'}),
    direction: Flags.option({options: ['inbound', 'outbound'] as const, default: 'inbound', description: 'who called whom'})(),
    caller: Flags.string({
      helpValue: 'NUMBER',
      description: "the other party's number, E.164; empty when withheld, a made-up one of the bot's language when left out",
    }),
    contact: Flags.string({multiple: true, helpValue: 'KEY=VALUE', description: 'what is known of the person called'}),
    now: Flags.string({helpValue: 'TIME', description: 'moment at which the call takes place, ISO 8601 with an offset'}),
    seed: Flags.integer({default: 1, min: 0, description: 'seed of everything random, such as the choice of wordings'}),
    tools: Flags.string({
      default: 'simulated',
      helpValue: 'simulated|none|FILE',
      description: 'calendar and other tools: the simulator, none, or answers from a file',
    }),
    'transfer-answers': Flags.boolean({default: false, description: 'somebody picks up when the bot transfers the call'}),
  }

  async run(): Promise<CallReport> {
    const {args, flags} = await this.parse(CallSimulate)
    const {simulateFromTerminal} = await import('../../src/cli/call-simulate.ts')
    return simulateFromTerminal({...flags, skillbase: args.skillbase}, this.deps(flags), this.talk())
  }
}
