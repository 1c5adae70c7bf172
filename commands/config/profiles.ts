import {BaseCommand} from '../../src/cli/base-command.ts'
import {configPlace} from '../../src/cli/config-place.ts'
import {outputFlag} from '../../src/cli/flags.ts'
import type {Column} from '../../src/cli/output.ts'
import type {ListedProfile} from '../../src/config/use-profile.ts'

const columns: readonly Column<ListedProfile>[] = [
  {title: {en: 'PROFILE', ru: 'ПРОФИЛЬ'}, value: (row) => row.profile},
  {title: {en: 'ACTIVE', ru: 'АКТИВЕН'}, value: (row) => (row.active ? '*' : '')},
]

export default class ConfigProfiles extends BaseCommand {
  static override summary = 'List the configuration profiles and which one is active.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> -o json']
  static override flags = {...outputFlag}

  async run(): Promise<ListedProfile[]> {
    const {flags} = await this.parse(ConfigProfiles)
    const {listProfiles} = await import('../../src/config/use-profile.ts')
    const rows = await listProfiles(configPlace(this.config, flags))
    await this.printList(rows, columns, flags.output)
    return rows
  }
}
