import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {referenceArg, versionArg} from '../../src/cli/skillbase-flags.ts'
import type {VersionsCompared} from '../../src/skillbase/compare-versions.ts'

export default class SkillbaseDiff extends BaseCommand {
  static override summary = 'Tell what differs between two versions of a skillbase.'
  static override description =
    'Without versions: from the published one (or the one before) to the newest. With one: from that one to the newest.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> salon',
    '<%= config.bin %> <%= command.id %> salon 2 5',
    '<%= config.bin %> <%= command.id %> salon 2 --exit-code',
  ]
  static override args = {
    ...referenceArg,
    from: versionArg('FROM', 'older version'),
    to: versionArg('TO', 'newer version'),
  }
  static override flags = {
    ...companyFlag,
    'exit-code': Flags.boolean({description: 'exit with 8 when there are differences'}),
  }

  async run(): Promise<VersionsCompared> {
    const {args, flags} = await this.parse(SkillbaseDiff)
    const {changesText} = await import('../../src/skillbase/changes-text.ts')
    const {compareVersions} = await import('../../src/skillbase/compare-versions.ts')
    const {skillbasesToRead} = await import('../../src/skillbase/skillbase-deps.ts')
    const compared = await compareVersions(args.skillbase, args, await skillbasesToRead(this.deps(flags)))
    if (!this.jsonEnabled() && compared.changes.length > 0) this.log(changesText(compared.changes))
    const {slug, from, to, changes} = compared
    if (from === to && args.from === undefined)
      this.say({en: `${slug}: there is only version ${to}.`, ru: `${slug}: есть только версия ${to}.`})
    else if (changes.length === 0)
      this.say({en: `${slug}: versions ${from} and ${to} say the same.`, ru: `${slug}: версии ${from} и ${to} совпадают.`})
    else if (flags['exit-code']) this.exitWith('drift')
    return compared
  }
}
