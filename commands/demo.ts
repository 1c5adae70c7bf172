import type {DemoResult} from '../src/demo/run-demo.ts'
import {BaseCommand} from '../src/cli/base-command.ts'
import {Flags} from '../src/cli/oclif.ts'

export default class Demo extends BaseCommand {
  static override summary = 'Watch a whole phone conversation: no key, no network, no Docker.'
  static override description =
    'Makes a throw-away project, loads the beauty salon, lets a scripted caller book a visit, and shows the record and the lead that are left.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --lang en',
    '<%= config.bin %> <%= command.id %> --json',
  ]
  static override flags = {
    lang: Flags.option({options: ['ru', 'en'] as const, description: 'language of the conversation; that of the messages when left out'})(),
    keep: Flags.boolean({default: false, description: 'keep the project folder'}),
  }

  async run(): Promise<DemoResult> {
    const {flags} = await this.parse(Demo)
    const {demoFromTerminal} = await import('../src/cli/demo.ts')
    return demoFromTerminal({keep: flags.keep, lang: flags.lang ?? this.lang}, this.deps({}), this.talk())
  }
}
