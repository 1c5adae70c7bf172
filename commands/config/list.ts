import {BaseCommand} from '../../src/cli/base-command.ts'
import {outputFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import type {Column} from '../../src/cli/output.ts'
import type {ShownKey} from '../../src/config/show.ts'

const columns: readonly Column<ShownKey>[] = [
  {title: {en: 'KEY', ru: 'КЛЮЧ'}, value: (row) => row.key},
  {title: {en: 'VALUE', ru: 'ЗНАЧЕНИЕ'}, value: (row) => row.value},
]
const origin: Column<ShownKey> = {title: {en: 'ORIGIN', ru: 'ОТКУДА'}, value: (row) => row.origin}

export default class ConfigList extends BaseCommand {
  static override summary = 'List every configuration key with the value that is in force.'
  static override examples = ['<%= config.bin %> <%= command.id %> --show-origin', '<%= config.bin %> <%= command.id %> -o yaml']
  static override flags = {
    ...outputFlag,
    'show-origin': Flags.boolean({description: 'also show which file, variable or flag a value comes from'}),
  }

  async run(): Promise<ShownKey[]> {
    const {flags} = await this.parse(ConfigList)
    const {shownKeys} = await import('../../src/config/show.ts')
    const rows = shownKeys(await this.deps(flags).loadedConfig())
    await this.printList(rows, flags['show-origin'] ? [...columns, origin] : columns, flags.output)
    return rows
  }
}
