import {BaseCommand} from '../../src/cli/base-command.ts'
import {configPlace} from '../../src/cli/config-place.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import type {Edited} from '../../src/config/edit-target.ts'

export default class ConfigSet extends BaseCommand {
  static override summary = 'Store a configuration value: for the project when there is one, else in your profile.'
  static override description =
    'Secrets are never taken from the command line, where other users and the shell history see them: ' +
    'give them on stdin, or answer the hidden question on a terminal. They are kept in a file of their own that only you can read: ' +
    'an address of a database with its password for the project you are in, a key of a language model for all of them; --user: always for all.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> timezone Asia/Yekaterinburg',
    '<%= config.bin %> <%= command.id %> database.url sqlite:./bots.db --project',
    {description: 'Store a secret without showing it.', command: '<%= config.bin %> <%= command.id %> llm.apiKey --stdin < key.txt'},
  ]
  static override args = {
    key: Args.string({required: true, description: 'dotted key, such as llm.model'}),
    value: Args.string({description: 'new value; for a secret use --stdin'}),
  }
  static override flags = {
    project: Flags.boolean({exclusive: ['user'], description: 'write to voicectl.yaml of the project'}),
    user: Flags.boolean({description: 'write to your own configuration, in the active profile, for all projects'}),
    stdin: Flags.boolean({description: 'read the value from stdin'}),
  }

  async run(): Promise<Edited> {
    const {args, flags} = await this.parse(ConfigSet)
    const {setKey} = await import('../../src/config/edit-key.ts')
    const {readConfigValue} = await import('../../src/cli/config-value.ts')
    const {notInForce, reachOfSecret} = await import('../../src/config/in-force.ts')
    const {key, text, unseen} = await readConfigValue({...args, stdin: flags.stdin, json: this.jsonEnabled()})
    const stored = await setKey(
      key,
      text,
      configPlace(this.config, flags, (text) => this.say(text)),
      {unseen},
    )
    this.say({en: `${stored.key} is stored in ${stored.file}.`, ru: `Значение ${stored.key} сохранено в ${stored.file}.`})
    const reach = flags.user ? undefined : reachOfSecret(stored, {key, text})
    if (reach) this.say(reach)
    const problem = await notInForce(stored, () => this.deps(flags).loadedConfig(), {key, text})
    if (problem) this.caution(problem)
    return stored
  }
}
