import {BaseCommand} from '../../src/cli/base-command.ts'
import {outputFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {type CopiedTable, copiedColumns} from '../../src/store/transfer/copied-table.ts'

export default class DbCopy extends BaseCommand {
  static override summary = 'Copy everything into another, empty database, of either kind, and check that it arrived.'
  static override description =
    'The tables are made there, filled in one transaction, read back and compared by count and hash. When anything differs the target stays ' +
    'empty. An address with a password is not taken from the command line, where other users see it: give it on stdin, in VOICECTL_COPY_TO, ' +
    'or the password in PGPASSWORD.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --to postgres://bot@db.example.org/voicectl',
    '<%= config.bin %> <%= command.id %> --to sqlite:./copy.db --json',
    {description: 'An address with a password.', command: '<%= config.bin %> <%= command.id %> --to - < url.txt'},
  ]
  static override flags = {
    ...outputFlag,
    to: Flags.string({
      required: true,
      env: 'VOICECTL_COPY_TO',
      helpValue: 'URL',
      description: '`sqlite:PATH` or `postgres://…`; - is stdin',
    }),
  }

  async run(): Promise<{readonly tables: readonly CopiedTable[]}> {
    const {flags} = await this.parse(DbCopy)
    const [{copyDatabase}, {copiedTables}, {copyTarget}, {leftInSpool}] = await Promise.all([
      import('../../src/store/transfer/copy.ts'),
      import('../../src/store/transfer/copied-table.ts'),
      import('../../src/cli/copy-target.ts'),
      import('../../src/cli/left-in-spool.ts'),
    ])
    const to = await copyTarget(flags.to, process.env, this.jsonEnabled())
    const config = await this.deps(flags).config()
    const tables = copiedTables(await copyDatabase({url: config.database.url, to}, {signal: this.interrupted}))
    await this.printList(tables, copiedColumns, flags.output)
    this.say({en: 'Copied; counts and hashes agree.', ru: 'Скопировано; число строк и хеши совпадают.'})
    const left = await leftInSpool(config)
    if (left) this.caution(left)
    return {tables}
  }
}
