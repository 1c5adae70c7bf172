import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag, yesFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {referenceArg, versionFlag} from '../../src/cli/skillbase-flags.ts'

interface Exported {
  readonly slug: string
  readonly version: number
  readonly sha256: string
  /** Where it was written; absent for stdout. */
  readonly file?: string
  readonly yaml: string
}

export default class SkillbaseExport extends BaseCommand {
  static override summary = 'Write a skillbase as a YAML file that `apply` takes.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> salon > salon.yaml',
    '<%= config.bin %> <%= command.id %> salon --version 2 --out salon-v2.yaml',
  ]
  static override args = referenceArg
  static override flags = {
    ...companyFlag,
    ...versionFlag,
    ...yesFlag,
    out: Flags.string({
      helpValue: 'FILE',
      description: 'file to write instead of stdout; asks before it replaces one that says something else',
    }),
  }

  async run(): Promise<Exported> {
    const {args, flags} = await this.parse(SkillbaseExport)
    const {getVersion} = await import('../../src/skillbase/get-version.ts')
    const {skillbasesToRead} = await import('../../src/skillbase/skillbase-deps.ts')
    const {toYaml} = await import('../../src/skillbase/to-yaml.ts')
    const {stored, version, skillbase} = await getVersion(args.skillbase, flags.version, await skillbasesToRead(this.deps(flags)))
    const exported = {slug: stored.slug, version: version.version, sha256: version.sha256, yaml: toYaml(skillbase)}
    if (flags.out === undefined) {
      if (!this.jsonEnabled()) this.log(exported.yaml.trimEnd())
      return exported
    }
    const {confirmReplacing} = await import('../../src/cli/confirm.ts')
    await confirmReplacing(flags.out, {yes: flags.yes, json: this.jsonEnabled()}, exported.yaml)
    const {writeResult} = await import('../../src/cli/output-file.ts')
    await writeResult(flags.out, [exported.yaml])
    this.say({en: `Written to ${flags.out}.`, ru: `Записано в ${flags.out}.`})
    return {...exported, file: flags.out}
  }
}
