import type {Bilingual} from '../../src/bilingual.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import type {FuzzView} from '../../src/scenario-test/report/fuzz-text.ts'

export default class ScenarioFuzz extends BaseCommand {
  static override summary = 'Talk to a bot as all kinds of people do, and look for what no conversation may do.'
  static override description =
    'Needs nothing but the bot: happy paths in every language, every field refused, corrected, mumbled, kept silent about, then random conversations. ' +
    'Every defect is printed as the shortest test that shows it. Exits with 1 when there is one. The same seed finds the same.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> skillbases/salon.yaml',
    '<%= config.bin %> <%= command.id %> salon --turns 50000 --seed 7 --json',
  ]
  static override args = {
    bot: Args.string({required: true, description: 'file of a skillbase or flow, or SLUG, SLUG@3, SLUG@published of a stored one'}),
  }
  static override flags = {
    ...companyFlag,
    seed: Flags.integer({default: 1, min: 0, description: 'seed of everything random'}),
    turns: Flags.integer({default: 10_000, min: 0, max: 10_000_000, description: 'turns of random conversations'}),
  }

  async run(): Promise<FuzzView> {
    const {args, flags} = await this.parse(ScenarioFuzz)
    const {fuzzScenario} = await import('../../src/cli/scenario-fuzz.ts')
    const print = (text: string) => void (this.jsonEnabled() || this.log(text))
    const output = {lang: this.lang, print, say: (text: Bilingual) => this.say(text), progress: this.progress(), signal: this.interrupted}
    const view = await fuzzScenario({bot: args.bot, ...flags}, this.deps(flags), output)
    if (view.status === 'failed') this.exitWith('failure')
    return view
  }
}
