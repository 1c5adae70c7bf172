import {BaseCommand} from '../../src/cli/base-command.ts'
import {Args} from '../../src/cli/oclif.ts'
import type {ShownKey} from '../../src/config/show.ts'

export default class ConfigGet extends BaseCommand {
  static override summary = 'Show one configuration value that is in force; a secret shows only that it is set.'
  static override examples = ['<%= config.bin %> <%= command.id %> database.url', '<%= config.bin %> <%= command.id %> llm.apiKey --json']
  static override args = {key: Args.string({required: true, description: 'dotted key, such as llm.model'})}

  async run(): Promise<ShownKey> {
    const {args, flags} = await this.parse(ConfigGet)
    const {showKey} = await import('../../src/config/show.ts')
    const shown = showKey(args.key, await this.deps(flags).loadedConfig())
    this.log(String(shown.value))
    return shown
  }
}
