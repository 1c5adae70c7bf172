import {BaseCommand} from '../../src/cli/base-command.ts'
import {outputFlag} from '../../src/cli/flags.ts'
import {Args} from '../../src/cli/oclif.ts'
import {inItsZone} from '../../src/company/company-zone.ts'
import {companyColumns, companyText, type CompanyView, companyView} from '../../src/company/company-view.ts'

export default class CompanyShow extends BaseCommand {
  static override summary = 'Show one company.'
  static override examples = ['<%= config.bin %> <%= command.id %> default', '<%= config.bin %> <%= command.id %> elegant --json']
  static override args = {company: Args.string({required: true, description: 'slug, id or unique beginning of an id'})}
  static override flags = {...outputFlag}

  async run(): Promise<CompanyView> {
    const {args, flags} = await this.parse(CompanyShow)
    const {getCompany} = await import('../../src/company/get-company.ts')
    const deps = this.deps(flags)
    const {timezone} = await deps.config()
    const company = companyView(inItsZone(await getCompany(args.company, await deps.store()), timezone))
    if (flags.output === 'table') this.log(companyText(company, this.lang))
    else await this.printList([company], companyColumns, flags.output)
    return company
  }
}
