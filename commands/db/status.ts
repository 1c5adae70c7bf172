import {BaseCommand} from '../../src/cli/base-command.ts'
import type {DatabaseStatus} from '../../src/store/database-status.ts'

export default class DbStatus extends BaseCommand {
  static override summary = 'Show which database is used, how large it is and whether its tables are up to date.'
  static override description = 'Changes nothing. Exit code 8 when the tables are not those of this voicectl.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<DatabaseStatus> {
    const {flags} = await this.parse(DbStatus)
    const [{databaseStatus}, {statusText}] = await Promise.all([
      import('../../src/store/database-status.ts'),
      import('../../src/store/status-text.ts'),
    ])
    const {database} = await this.deps(flags).config()
    const status = await databaseStatus(database.url)
    this.log(statusText(status, this.lang))
    if (status.schema !== 'current' && status.schema !== 'absent') this.exitWith('drift')
    return status
  }
}
