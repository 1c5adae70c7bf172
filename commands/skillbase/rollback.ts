import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {referenceArg} from '../../src/cli/skillbase-flags.ts'
import type {Published} from '../../src/skillbase/publish-skillbase.ts'

export default class SkillbaseRollback extends BaseCommand {
  static override summary = 'Go back to a version that has answered calls before.'
  static override examples = ['<%= config.bin %> <%= command.id %> salon --to 2']
  static override args = referenceArg
  static override flags = {
    ...companyFlag,
    to: Flags.integer({required: true, min: 1, helpValue: 'N', description: 'version to go back to'}),
  }

  async run(): Promise<Published> {
    const {args, flags} = await this.parse(SkillbaseRollback)
    const {rollbackSkillbase} = await import('../../src/skillbase/publish-skillbase.ts')
    const {skillbaseDeps} = await import('../../src/skillbase/skillbase-deps.ts')
    const published = await rollbackSkillbase(args.skillbase, flags.to, await skillbaseDeps(this.deps(flags)))
    const {slug, version, previous, changed} = published
    if (!changed) {
      this.say({
        en: `Version ${version} of "${slug}" answers calls already.`,
        ru: `Версия ${version} скиллбейса «${slug}» и так отвечает на звонки.`,
      })
      return published
    }
    this.say({
      en: `Version ${version} of "${slug}" answers calls again; it was version ${previous ?? 'none'}.`,
      ru: `На звонки снова отвечает версия ${version} скиллбейса «${slug}»; до этого ${previous ?? 'никакая'}.`,
    })
    return published
  }
}
