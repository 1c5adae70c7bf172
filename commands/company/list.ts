import {BaseCommand} from '../../src/cli/base-command.ts'
import {outputFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {companyStatuses} from '../../src/company/company.ts'
import {inItsZone} from '../../src/company/company-zone.ts'
import {companyColumns, type CompanyView, companyView} from '../../src/company/company-view.ts'

export default class CompanyList extends BaseCommand {
  static override summary = 'List the companies (tenants) of this installation.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --status active -o csv']
  static override flags = {...outputFlag, status: Flags.option({options: companyStatuses, description: 'only those in this status'})()}

  async run(): Promise<CompanyView[]> {
    const {flags} = await this.parse(CompanyList)
    const deps = this.deps(flags)
    const {timezone} = await deps.config()
    const {companies} = await deps.store()
    const rows = (await companies.list({status: flags.status})).map((company) => companyView(inItsZone(company, timezone)))
    await this.printList(rows, companyColumns, flags.output)
    return rows
  }
}
