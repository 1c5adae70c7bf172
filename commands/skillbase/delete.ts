import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag, yesFlag} from '../../src/cli/flags.ts'
import {referenceArg} from '../../src/cli/skillbase-flags.ts'
import type {Deleted} from '../../src/skillbase/delete-skillbase.ts'

export default class SkillbaseDelete extends BaseCommand {
  static override summary = 'Delete a skillbase with all its versions.'
  static override description = 'One that calls refer to is archived instead: it answers no calls, and its calls stay readable.'
  static override examples = ['<%= config.bin %> <%= command.id %> salon', '<%= config.bin %> <%= command.id %> salon --yes']
  static override args = referenceArg
  static override flags = {...companyFlag, ...yesFlag}

  async run(): Promise<Deleted> {
    const {args, flags} = await this.parse(SkillbaseDelete)
    const {confirm} = await import('../../src/cli/confirm.ts')
    const {deleteSkillbase} = await import('../../src/skillbase/delete-skillbase.ts')
    const {getSkillbase} = await import('../../src/skillbase/get-skillbase.ts')
    const {skillbaseDeps} = await import('../../src/skillbase/skillbase-deps.ts')
    const deps = await skillbaseDeps(this.deps(flags))
    const stored = await getSkillbase(args.skillbase, deps)
    const {slug, headVersion} = stored
    const question = {
      en: `Delete skillbase "${slug}" and all its versions (${headVersion})?`,
      ru: `Удалить скиллбейс «${slug}» и его версии (${headVersion})?`,
    }
    await confirm(question, {yes: flags.yes, json: this.jsonEnabled()})
    const deleted = await deleteSkillbase(stored, deps)
    this.say(
      deleted.result === 'deleted'
        ? {en: `Skillbase "${slug}" is deleted.`, ru: `Скиллбейс «${slug}» удалён.`}
        : {en: `Calls refer to skillbase "${slug}"; it is archived.`, ru: `По скиллбейсу «${slug}» есть звонки, он отправлен в архив.`},
    )
    return deleted
  }
}
