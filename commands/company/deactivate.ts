import type {Bilingual} from '../../src/bilingual.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {yesFlag} from '../../src/cli/flags.ts'
import {Args} from '../../src/cli/oclif.ts'
import {type CompanyView, companyView} from '../../src/company/company-view.ts'

/** It can be undone, but until then nobody picks up. */
const question = (slug: string): Bilingual => ({
  en: `Switch company "${slug}" off, so that it takes and makes no calls?`,
  ru: `Отключить компанию «${slug}», чтобы она не звонила и не принимала звонков?`,
})

export default class CompanyDeactivate extends BaseCommand {
  static override summary = 'Switch a company off: its data stays, new work in it is refused.'
  static override examples = ['<%= config.bin %> <%= command.id %> elegant', '<%= config.bin %> <%= command.id %> elegant --yes']
  static override flags = {...yesFlag}
  static override args = {company: Args.string({required: true, description: 'slug, id or unique beginning of an id'})}

  async run(): Promise<CompanyView> {
    const {args, flags} = await this.parse(CompanyDeactivate)
    const deps = this.deps(flags)
    const {confirm} = await import('../../src/cli/confirm.ts')
    const {getCompany} = await import('../../src/company/get-company.ts')
    const {updateCompany} = await import('../../src/company/update-company.ts')
    const {companies} = await deps.store()
    const {openCallsText} = await import('../../src/cli/open-calls-text.ts')
    const {timezone} = await deps.config()
    const {slug, status} = await getCompany(args.company, {companies})
    if (status === 'active') await confirm(question(slug), {yes: flags.yes, json: this.jsonEnabled()})
    const {company} = await updateCompany(args.company, {status: 'inactive'}, {companies, clock: deps.clock, timezone})
    this.say({
      en: `Company "${company.slug}" is inactive. Undo with \`voicectl company update ${company.slug} --status active\`.`,
      ru: `Компания «${company.slug}» отключена. Вернуть: \`voicectl company update ${company.slug} --status active\`.`,
    })
    const open = await openCallsText(company, deps)
    if (open) this.say(open)
    return companyView(company)
  }
}
