import {BaseCommand} from '../../src/cli/base-command.ts'
import {configPlace} from '../../src/cli/config-place.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import type {Edited} from '../../src/config/edit-target.ts'

export default class ConfigUnset extends BaseCommand {
  static override summary = 'Remove a configuration value: from the project when there is one, else from your profile.'
  static override examples = ['<%= config.bin %> <%= command.id %> llm.model', '<%= config.bin %> <%= command.id %> llm.apiKey --user']
  static override args = {key: Args.string({required: true, description: 'dotted key, such as llm.model'})}
  static override flags = {
    project: Flags.boolean({exclusive: ['user'], description: 'only from voicectl.yaml of the project'}),
    user: Flags.boolean({description: 'only from your own configuration and secrets'}),
  }

  async run(): Promise<Edited> {
    const {args, flags} = await this.parse(ConfigUnset)
    const {unsetKey} = await import('../../src/config/unset-key.ts')
    const removed = await unsetKey(
      args.key,
      configPlace(this.config, flags, (text) => this.say(text)),
    )
    this.say({en: `${removed.key} is removed from ${removed.file}.`, ru: `Ключ ${removed.key} удалён из ${removed.file}.`})
    return removed
  }
}
