import {BaseCommand} from '../../src/cli/base-command.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import {companyStatuses} from '../../src/company/company.ts'
import {type CompanyView, companyView} from '../../src/company/company-view.ts'

export default class CompanyUpdate extends BaseCommand {
  static override summary = 'Change the name, time zone or status of a company; what is not named stays as it is.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> elegant --name "Elegant"',
    '<%= config.bin %> <%= command.id %> elegant --status active',
  ]
  static override args = {company: Args.string({required: true, description: 'slug, id or unique beginning of an id'})}
  static override flags = {
    name: Flags.string({description: 'name for people'}),
    timezone: Flags.string({helpValue: 'ZONE', description: 'IANA time zone, such as Europe/Moscow'}),
    status: Flags.option({options: companyStatuses, description: 'an inactive company takes and makes no calls'})(),
  }

  async run(): Promise<CompanyView> {
    const {args, flags} = await this.parse(CompanyUpdate)
    const deps = this.deps(flags)
    const {updateCompany} = await import('../../src/company/update-company.ts')
    const {companies} = await deps.store()
    const {name, timezone, status} = flags
    const patch = {...(name !== undefined && {name}), ...(timezone !== undefined && {timezone}), ...(status && {status})}
    const {company, changed} = await updateCompany(args.company, patch, {
      companies,
      clock: deps.clock,
      timezone: (await deps.config()).timezone,
    })
    if (changed) this.say({en: `Company "${company.slug}" is changed.`, ru: `Компания «${company.slug}» изменена.`})
    else this.say({en: `Company "${company.slug}" is so already.`, ru: `Компания «${company.slug}» уже такая.`})
    const {openCallsText} = await import('../../src/cli/open-calls-text.ts')
    const open = status === 'inactive' ? await openCallsText(company, deps) : undefined
    if (open) this.say(open)
    return companyView(company)
  }
}
