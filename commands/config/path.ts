import type {Bilingual} from '../../src/bilingual.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {outputFlag} from '../../src/cli/flags.ts'
import type {Column} from '../../src/cli/output.ts'
import type {KnownPath} from '../../src/config/files.ts'
import {AppError} from '../../src/errors.ts'

const columns: readonly Column<KnownPath>[] = [
  {title: {en: 'WHAT', ru: 'ЧТО'}, value: (row) => row.what},
  {title: {en: 'EXISTS', ru: 'ЕСТЬ'}, value: (row) => row.exists},
  {title: {en: 'PATH', ru: 'ПУТЬ'}, value: (row) => row.path},
]

function whyUnknown(error: unknown): Bilingual {
  if (!(error instanceof AppError)) throw error
  const {en, ru} = error.sentence
  return {
    en: `Where the data is, only a configuration that is whole can say: ${en}`,
    ru: `Где данные, скажет только исправная конфигурация: ${ru}`,
  }
}

export default class ConfigPath extends BaseCommand {
  static override summary = 'Show where configuration, secrets and data are kept.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']
  static override flags = {...outputFlag}

  async run(): Promise<KnownPath[]> {
    const {flags} = await this.parse(ConfigPath)
    const {dataPlaces, knownFiles} = await import('../../src/config/files.ts')
    const paths = knownFiles(process.cwd(), this.config.configDir)
    // Who looks for a file that is broken must be told where it is.
    const config = await this.deps(flags)
      .config()
      .catch((error: unknown) => this.caution(whyUnknown(error)))
    if (config) paths.push(...dataPlaces(config))
    await this.printList(paths, columns, flags.output)
    return paths
  }
}
