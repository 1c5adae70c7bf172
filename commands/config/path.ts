import {BaseCommand} from '../../src/cli/base-command.ts'
import {outputFlag} from '../../src/cli/flags.ts'
import type {Column} from '../../src/cli/output.ts'
import type {KnownPath} from '../../src/config/files.ts'

const columns: readonly Column<KnownPath>[] = [
  {title: {en: 'WHAT', ru: 'ЧТО'}, value: (row) => row.what},
  {title: {en: 'EXISTS', ru: 'ЕСТЬ'}, value: (row) => row.exists},
  {title: {en: 'PATH', ru: 'ПУТЬ'}, value: (row) => row.path},
]

export default class ConfigPath extends BaseCommand {
  static override summary = 'Show where configuration, secrets and data are kept.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']
  static override flags = {...outputFlag}

  async run(): Promise<KnownPath[]> {
    const {flags} = await this.parse(ConfigPath)
    const {knownPaths} = await import('../../src/config/files.ts')
    const paths = knownPaths({cwd: process.cwd(), configDir: this.config.configDir, dataDir: this.config.dataDir})
    await this.printList(paths, columns, flags.output)
    return paths
  }
}
