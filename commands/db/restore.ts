import {BaseCommand} from '../../src/cli/base-command.ts'
import {yesFlag} from '../../src/cli/flags.ts'
import {Args} from '../../src/cli/oclif.ts'
import {type CopiedTable, copiedColumns} from '../../src/store/transfer/copied-table.ts'

export default class DbRestore extends BaseCommand {
  static override summary = 'Replace the contents of the database with those of a backup.'
  static override description =
    'The backup is checked before anything is touched, and the change is one step: all of it or nothing. ' +
    'Stop the workers of a PostgreSQL database first.'
  static override examples = ['<%= config.bin %> <%= command.id %> backup.ndjson.gz', '<%= config.bin %> <%= command.id %> backup.db --yes']
  static override args = {file: Args.string({required: true, description: 'file that `db backup` made'})}
  static override flags = {...yesFlag}

  async run(): Promise<{readonly tables: readonly CopiedTable[]}> {
    const {args, flags} = await this.parse(DbRestore)
    const {database} = await this.deps(flags).config()
    const [{restore}, {copiedTables}] = await Promise.all([
      import('../../src/store/transfer/restore.ts'),
      import('../../src/store/transfer/copied-table.ts'),
    ])
    const {confirm} = await import('../../src/cli/confirm.ts')
    const question = {
      en: `Replace everything in the database with "${args.file}"?`,
      ru: `Заменить всё содержимое базы данных на «${args.file}»?`,
    }
    const digests = await restore(
      {url: database.url, file: args.file},
      {confirm: () => confirm(question, {yes: flags.yes, json: this.jsonEnabled()}), signal: this.interrupted},
    )
    const tables = copiedTables(digests)
    await this.printList(tables, copiedColumns, 'table')
    this.say({en: 'Restored.', ru: 'Восстановлено.'})
    return {tables}
  }
}
