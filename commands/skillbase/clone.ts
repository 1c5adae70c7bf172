import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import {author, referenceArg, versionFlag} from '../../src/cli/skillbase-flags.ts'
import {type SkillbaseView, skillbaseView} from '../../src/skillbase/skillbase-view.ts'

export default class SkillbaseClone extends BaseCommand {
  static override summary = 'Copy a skillbase under another slug.'
  static override description = 'The copy begins with version 1, a draft; the history stays with the original.'
  static override examples = ['<%= config.bin %> <%= command.id %> salon salon-north --name "Салон на Севере"']
  static override args = {...referenceArg, slug: Args.string({required: true, description: 'slug of the copy'})}
  static override flags = {...companyFlag, ...versionFlag, name: Flags.string({description: 'name of the copy, for people'})}

  async run(): Promise<SkillbaseView> {
    const {args, flags} = await this.parse(SkillbaseClone)
    const {cloneSkillbase} = await import('../../src/skillbase/clone-skillbase.ts')
    const {skillbaseDeps} = await import('../../src/skillbase/skillbase-deps.ts')
    const wish = {source: args.skillbase, slug: args.slug, name: flags.name, version: flags.version, author: author()}
    const copy = skillbaseView(await cloneSkillbase(wish, await skillbaseDeps(this.deps(flags))))
    this.log(copy.slug)
    return copy
  }
}
