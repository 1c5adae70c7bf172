import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {referenceArg, versionFlag} from '../../src/cli/skillbase-flags.ts'
import type {Published} from '../../src/skillbase/publish-skillbase.ts'

export default class SkillbasePublish extends BaseCommand {
  static override summary = 'Let a version of a skillbase answer calls.'
  static override description = 'Refused with exit code 7 when the version has errors. Calls in progress keep the version they began with.'
  static override examples = ['<%= config.bin %> <%= command.id %> salon', '<%= config.bin %> <%= command.id %> salon --version 3']
  static override args = referenceArg
  static override flags = {...companyFlag, ...versionFlag}

  async run(): Promise<Published> {
    const {args, flags} = await this.parse(SkillbasePublish)
    const {publishSkillbase} = await import('../../src/skillbase/publish-skillbase.ts')
    const {skillbaseDeps} = await import('../../src/skillbase/skillbase-deps.ts')
    const published = await publishSkillbase(args.skillbase, flags.version, await skillbaseDeps(this.deps(flags)))
    const {slug, version, changed} = published
    this.say(
      changed
        ? {
            en: `Version ${version} of "${slug}" now answers calls.`,
            ru: `На звонки теперь отвечает версия ${version} скиллбейса «${slug}».`,
          }
        : {en: `Version ${version} of "${slug}" was published already.`, ru: `Версия ${version} скиллбейса «${slug}» уже опубликована.`},
    )
    return published
  }
}
