import {BaseCommand} from '../../src/cli/base-command.ts'
import {yesFlag} from '../../src/cli/flags.ts'
import {Args} from '../../src/cli/oclif.ts'
import {type CompanyView, companyView} from '../../src/company/company-view.ts'

export default class CompanyDeactivate extends BaseCommand {
  static override summary = 'Switch a company off: its data stays, new work in it is refused.'
  static override examples = ['<%= config.bin %> <%= command.id %> elegant']
  // What can be undone needs no confirmation; scripts may give one all the same.
  static override flags = {...yesFlag}
  static override args = {company: Args.string({required: true, description: 'slug, id or unique beginning of an id'})}

  async run(): Promise<CompanyView> {
    const {args, flags} = await this.parse(CompanyDeactivate)
    const deps = this.deps(flags)
    const {updateCompany} = await import('../../src/company/update-company.ts')
    const {companies} = await deps.store()
    const {timezone} = await deps.config()
    const {company} = await updateCompany(args.company, {status: 'inactive'}, {companies, clock: deps.clock, timezone})
    this.say({
      en: `Company "${company.slug}" is inactive. Undo with \`voicectl company update ${company.slug} --status active\`.`,
      ru: `Компания «${company.slug}» отключена. Вернуть: \`voicectl company update ${company.slug} --status active\`.`,
    })
    return companyView(company)
  }
}
