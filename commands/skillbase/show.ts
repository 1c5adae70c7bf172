import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {referenceArg, versionFlag} from '../../src/cli/skillbase-flags.ts'
import type {SkillbaseView, VersionView} from '../../src/skillbase/skillbase-view.ts'

interface Shown extends SkillbaseView {
  /** The version that is shown. */
  readonly version: VersionView
  readonly config: Readonly<Record<string, unknown>>
}

export default class SkillbaseShow extends BaseCommand {
  static override summary = 'Show a skillbase as YAML, or with its history data as JSON.'
  static override examples = ['<%= config.bin %> <%= command.id %> salon', '<%= config.bin %> <%= command.id %> salon --version 2 -o json']
  static override args = referenceArg
  static override flags = {
    ...companyFlag,
    ...versionFlag,
    output: Flags.option({char: 'o', options: ['yaml', 'json'] as const, default: 'yaml', description: 'how to print it'})(),
  }

  async run(): Promise<Shown> {
    const {args, flags} = await this.parse(SkillbaseShow)
    const {getVersion} = await import('../../src/skillbase/get-version.ts')
    const {minimal} = await import('../../src/skillbase/minimal.ts')
    const {skillbasesToRead} = await import('../../src/skillbase/skillbase-deps.ts')
    const {skillbaseView, versionView} = await import('../../src/skillbase/skillbase-view.ts')
    const {toYaml} = await import('../../src/skillbase/to-yaml.ts')
    const {stored, version, skillbase} = await getVersion(args.skillbase, flags.version, await skillbasesToRead(this.deps(flags)))
    if (!this.jsonEnabled()) this.log(toYaml(skillbase).trimEnd())
    return {...skillbaseView(stored), version: versionView(version), config: minimal(skillbase)}
  }
}
