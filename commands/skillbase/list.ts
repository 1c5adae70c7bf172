import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag, outputFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {skillbaseColumns, type SkillbaseView, skillbaseView} from '../../src/skillbase/skillbase-view.ts'
import {skillbaseStatuses} from '../../src/skillbase/stored.ts'

export default class SkillbaseList extends BaseCommand {
  static override summary = 'List the skillbases of the company.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --status archived -o csv']
  static override flags = {
    ...companyFlag,
    ...outputFlag,
    status: Flags.option({options: skillbaseStatuses, description: 'only those in this status; the active ones when left out'})(),
    all: Flags.boolean({description: 'archived ones too', exclusive: ['status']}),
  }

  async run(): Promise<SkillbaseView[]> {
    const {flags} = await this.parse(SkillbaseList)
    const {skillbasesToRead} = await import('../../src/skillbase/skillbase-deps.ts')
    const deps = this.deps(flags)
    const {skillbases, companyId} = await skillbasesToRead(deps)
    const rows = (await skillbases.list(companyId, {status: flags.all ? undefined : (flags.status ?? 'active')})).map(skillbaseView)
    await this.printList(rows, skillbaseColumns((await deps.companyToRead()).timezone), flags.output)
    if (!flags.all && flags.status === undefined) {
      const {length} = await skillbases.list(companyId, {status: 'archived'})
      if (length > 0) this.say({en: `Archived: ${length}; see --all.`, ru: `В архиве: ${length}; см. --all.`})
    }
    return rows
  }
}
