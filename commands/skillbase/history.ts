import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag, outputFlag} from '../../src/cli/flags.ts'
import {referenceArg} from '../../src/cli/skillbase-flags.ts'
import {versionColumns, type VersionView, versionView} from '../../src/skillbase/skillbase-view.ts'

export default class SkillbaseHistory extends BaseCommand {
  static override summary = 'List the versions of a skillbase, newest first.'
  static override examples = ['<%= config.bin %> <%= command.id %> salon', '<%= config.bin %> <%= command.id %> salon -o json']
  static override args = referenceArg
  static override flags = {...companyFlag, ...outputFlag}

  async run(): Promise<VersionView[]> {
    const {args, flags} = await this.parse(SkillbaseHistory)
    const {getSkillbase} = await import('../../src/skillbase/get-skillbase.ts')
    const {skillbasesToRead} = await import('../../src/skillbase/skillbase-deps.ts')
    const deps = await skillbasesToRead(this.deps(flags))
    const {id} = await getSkillbase(args.skillbase, deps)
    const rows = (await deps.skillbases.versions(deps.companyId, id)).map(versionView)
    await this.printList(rows, versionColumns((await this.deps(flags).companyToRead()).timezone), flags.output)
    return rows
  }
}
