import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import {author, noteFlag} from '../../src/cli/skillbase-flags.ts'
import type {Applied} from '../../src/skillbase/apply-skillbase.ts'
import type {SourceFormat} from '../../src/skillbase/formats.ts'
import type {IssueView} from '../../src/skillbase/findings-text.ts'

interface Imported extends Applied {
  readonly format: SourceFormat
  readonly warnings: readonly IssueView[]
}

export default class SkillbaseImport extends BaseCommand {
  static override summary = 'Take over a skillbase in any format there has been, JSON or YAML.'
  static override description =
    'Older configurations are written anew; whatever could not be carried over is told, one warning each. The result is a draft.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> old-bot.json --slug salon',
    '<%= config.bin %> <%= command.id %> scenario.yaml --dry-run',
  ]
  static override args = {file: Args.string({required: true, description: 'file, or - for stdin'})}
  static override flags = {
    ...companyFlag,
    ...noteFlag,
    slug: Flags.string({description: 'slug to store it under; the one in the file when left out'}),
    name: Flags.string({description: 'name for people; the one in the file when left out'}),
    'dry-run': Flags.boolean({description: 'print the skillbase in today’s format and store nothing'}),
  }

  async run(): Promise<Imported> {
    const {args, flags} = await this.parse(SkillbaseImport)
    const {importFile} = await import('../../src/cli/skillbase-import.ts')
    const {skillbaseDeps} = await import('../../src/skillbase/skillbase-deps.ts')
    const wish = {slug: flags.slug, name: flags.name, dryRun: flags['dry-run'], note: flags.note, author: author()}
    const {text, cautions, ...imported} = await importFile(args.file, wish, this.lang, () => skillbaseDeps(this.deps(flags)))
    for (const caution of cautions) this.caution(caution)
    if (!this.jsonEnabled()) this.log(text)
    return imported
  }
}
