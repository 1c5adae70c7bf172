import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {author, noteFlag, referenceArg} from '../../src/cli/skillbase-flags.ts'
import type {Applied} from '../../src/skillbase/apply-skillbase.ts'

export default class SkillbaseEdit extends BaseCommand {
  static override summary = 'Edit the newest version of a skillbase in $EDITOR and store it as a draft.'
  static override description = 'Shows what changed. A file that is not valid is kept, and its place is told.'
  static override examples = ['<%= config.bin %> <%= command.id %> salon']
  static override args = referenceArg
  static override flags = {...companyFlag, ...noteFlag}

  async run(): Promise<Applied> {
    const {args, flags} = await this.parse(SkillbaseEdit)
    const {editSkillbase} = await import('../../src/cli/skillbase-edit.ts')
    const {appliedText} = await import('../../src/cli/skillbase-apply.ts')
    const {skillbaseDeps} = await import('../../src/skillbase/skillbase-deps.ts')
    const terminal = {json: this.jsonEnabled(), lang: this.lang, say: (text: {en: string; ru: string}) => this.say(text)}
    const applied = await editSkillbase(args.skillbase, {note: flags.note, author: author()}, terminal, () =>
      skillbaseDeps(this.deps(flags)),
    )
    this.log(appliedText(applied, this.lang))
    return applied
  }
}
