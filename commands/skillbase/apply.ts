import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {author, noteFlag} from '../../src/cli/skillbase-flags.ts'
import type {Applied} from '../../src/skillbase/apply-skillbase.ts'

export default class SkillbaseApply extends BaseCommand {
  static override summary = 'Make stored skillbases be what files say: create, add a version, or change nothing.'
  static override description =
    'A changed file becomes a new draft version; a file that says the same as the newest version changes nothing. All files are read and checked before anything is stored.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> -f skillbases/salon.yaml',
    '<%= config.bin %> <%= command.id %> -f skillbases/ --publish',
    '<%= config.bin %> <%= command.id %> -f salon.yaml --if-version 3 --dry-run',
    'cat salon.yaml | <%= config.bin %> <%= command.id %> -f -',
  ]
  static override flags = {
    ...companyFlag,
    ...noteFlag,
    file: Flags.string({
      char: 'f',
      required: true,
      multiple: true,
      description: 'file, folder, or - for stdin; several may be given',
    }),
    publish: Flags.boolean({description: 'let the applied version answer calls; refused when it has errors'}),
    'if-version': Flags.integer({min: 0, helpValue: 'N', description: 'only if N is the newest version now; 0 for none'}),
    'dry-run': Flags.boolean({description: 'tell what would change and store nothing'}),
  }

  async run(): Promise<Applied[]> {
    const {flags} = await this.parse(SkillbaseApply)
    const {applyFiles, appliedText} = await import('../../src/cli/skillbase-apply.ts')
    const {skillbaseDeps} = await import('../../src/skillbase/skillbase-deps.ts')
    const options = {publish: flags.publish, ifVersion: flags['if-version'], dryRun: flags['dry-run'], note: flags.note, author: author()}
    const {applied, warnings} = await applyFiles(flags.file, options, () => skillbaseDeps(this.deps(flags)))
    for (const warning of warnings) this.caution(warning)
    for (const one of applied) {
      if (!this.jsonEnabled()) this.log(appliedText(one, this.lang))
    }
    return applied
  }
}
