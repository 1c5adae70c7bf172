import {BaseCommand} from '../../src/cli/base-command.ts'
import {yesFlag} from '../../src/cli/flags.ts'
import {Args} from '../../src/cli/oclif.ts'
import {type CopiedTable, copiedColumns} from '../../src/store/transfer/copied-table.ts'

export default class DbRestore extends BaseCommand {
  static override summary = 'Replace the contents of the database with those of a backup.'
  static override description =
    'The backup is checked before anything is touched, and the change is one step: all of it or nothing. ' +
    'A SQLite file that is damaged is set aside, not removed. ' +
    'Stop the workers of a PostgreSQL database first.'
  static override examples = ['<%= config.bin %> <%= command.id %> backup.ndjson.gz', '<%= config.bin %> <%= command.id %> backup.db --yes']
  static override args = {file: Args.string({required: true, description: 'file that `db backup` made'})}
  static override flags = {...yesFlag}

  async run(): Promise<{readonly tables: readonly CopiedTable[]; readonly setAside?: string}> {
    const {args, flags} = await this.parse(DbRestore)
    const deps = this.deps(flags)
    const {
      profile,
      values: {database},
    } = await deps.loadedConfig()
    const [{restore}, {restoreQuestion}, {copiedTables}] = await Promise.all([
      import('../../src/store/transfer/restore.ts'),
      import('../../src/store/transfer/restore-question.ts'),
      import('../../src/store/transfer/copied-table.ts'),
    ])
    const {confirm} = await import('../../src/cli/confirm.ts')
    const about = {file: args.file, url: database.url, profile}
    const {digests, setAside} = await restore(
      {url: database.url, file: args.file},
      {
        clock: deps.clock,
        confirm: (loss) => confirm(restoreQuestion(about, loss), {yes: flags.yes, json: this.jsonEnabled()}),
        signal: this.interrupted,
      },
    )
    const tables = copiedTables(digests)
    await this.printList(tables, copiedColumns, 'table')
    if (setAside) this.caution({en: `The damaged database is now ${setAside}.`, ru: `Повреждённая база теперь в ${setAside}.`})
    this.say({en: 'Restored.', ru: 'Восстановлено.'})
    return {tables, ...(setAside && {setAside})}
  }
}
