import type {Bilingual} from '../../src/bilingual.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import type {Migrated} from '../../src/store/migrate-database.ts'

const byOthers = ({appliedByOthers}: Migrated): Bilingual => {
  const names = appliedByOthers.map(({id, name}) => `${id}-${name}`).join(', ')
  return {
    en: `Applied at the same time by another process: ${names}. The database is up to date.`,
    ru: `Одновременно применил другой процесс: ${names}. База данных в порядке.`,
  }
}

export default class DbMigrate extends BaseCommand {
  static override summary = 'Create or update the tables of the database.'
  static override description =
    'Safe to run again and from several machines at once. SQLite is migrated by itself on first use; PostgreSQL only by this command, ' +
    'because other programs may be using it.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<Migrated> {
    const {flags} = await this.parse(DbMigrate)
    const {migrateDatabase} = await import('../../src/store/migrate-database.ts')
    const {database} = await this.deps(flags).config()
    const result = await migrateDatabase(database.url)
    for (const {id, name} of result.applied) this.log(`${id}-${name}`)
    if (result.appliedByOthers.length > 0) this.say(byOthers(result))
    else if (result.applied.length === 0) this.say({en: 'The database is up to date.', ru: 'База данных уже в порядке.'})
    return result
  }
}
