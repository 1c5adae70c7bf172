import {plural} from '../../src/bilingual.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {Args} from '../../src/cli/oclif.ts'
import type {Backup} from '../../src/store/transfer/backup.ts'

export default class DbBackup extends BaseCommand {
  static override summary = 'Save the whole database into one new file while everything goes on running.'
  static override description =
    'SQLite is saved as a SQLite file. A name that ends with .ndjson or .ndjson.gz makes a portable dump, one JSON object a line; ' +
    'PostgreSQL is always saved so. Either kind can be restored into either database. The file holds personal data: only its owner may read it.'
  static override examples = ['<%= config.bin %> <%= command.id %> backup.db', '<%= config.bin %> <%= command.id %> backup.ndjson.gz']
  static override args = {file: Args.string({required: true, description: 'file to make; an existing one is never overwritten'})}

  async run(): Promise<Backup> {
    const {args, flags} = await this.parse(DbBackup)
    const deps = this.deps(flags)
    const [{backUp, isMisnamed}, {leftInSpool}] = await Promise.all([
      import('../../src/store/transfer/backup.ts'),
      import('../../src/cli/left-in-spool.ts'),
    ])
    const config = await deps.config()
    const backup = await backUp({url: config.database.url, file: args.file}, {clock: deps.clock, signal: this.interrupted})
    this.log(backup.file)
    this.say({
      en: `Saved, ${backup.bytes} bytes.`,
      ru: `Сохранено, ${backup.bytes} ${plural('ru', backup.bytes, 'байт', 'байта', 'байт')}.`,
    })
    if (isMisnamed(backup))
      this.caution({
        en: `It is a dump, one JSON object a line, and no SQLite file; \`voicectl db restore\` takes it whatever its name.`,
        ru: `Это выгрузка, по объекту JSON в строке, а не файл SQLite; \`voicectl db restore\` примет её под любым именем.`,
      })
    const left = await leftInSpool(config)
    if (left) this.caution(left)
    return backup
  }
}
