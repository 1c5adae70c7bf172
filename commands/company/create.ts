import {BaseCommand} from '../../src/cli/base-command.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import {type CompanyView, companyView} from '../../src/company/company-view.ts'

export default class CompanyCreate extends BaseCommand {
  static override summary = 'Create a company (tenant).'
  static override description = 'Prints the slug of the new company. Without a slug, one is made from the name: Cyrillic is transliterated.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> elegant --name "Салон Элегант" --timezone Asia/Yekaterinburg',
    '<%= config.bin %> <%= command.id %> --name "Салон Элегант"',
  ]
  static override args = {slug: Args.string({description: 'a-z, 0-9 and hyphens, up to 40; cannot be changed later'})}
  static override flags = {
    name: Flags.string({description: 'name for people'}),
    timezone: Flags.string({helpValue: 'ZONE', description: 'IANA time zone, such as Europe/Moscow'}),
  }

  async run(): Promise<CompanyView> {
    const {args, flags} = await this.parse(CompanyCreate)
    const deps = this.deps(flags)
    const {createCompany} = await import('../../src/company/create-company.ts')
    const timezone = flags.timezone ?? (await deps.config()).timezone
    const {companies} = await deps.store()
    const company = await createCompany({slug: args.slug, name: flags.name, timezone}, {companies, clock: deps.clock})
    this.log(company.slug)
    this.say({en: `Work in it with \`--company ${company.slug}\`.`, ru: `Работать в ней: \`--company ${company.slug}\`.`})
    return companyView(company)
  }
}
