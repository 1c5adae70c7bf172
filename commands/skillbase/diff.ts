import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {referenceArg, versionArg} from '../../src/cli/skillbase-flags.ts'
import {AppError} from '../../src/errors.ts'
import type {VersionsCompared} from '../../src/skillbase/compare-versions.ts'

export default class SkillbaseDiff extends BaseCommand {
  static override summary = 'Tell what differs between two versions of a skillbase, or a version and a file.'
  static override description =
    'Without versions: from the published one (or the one before) to the newest. With one: from that one to the newest. ' +
    'With --file: from the newest, or the one named, to what the file says; that is what applying it would change.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> salon',
    '<%= config.bin %> <%= command.id %> salon 2 5',
    '<%= config.bin %> <%= command.id %> salon 2 --exit-code',
    '<%= config.bin %> <%= command.id %> salon --file skillbases/salon.yaml',
  ]
  static override args = {
    ...referenceArg,
    from: versionArg('FROM', 'older version'),
    to: versionArg('TO', 'newer version'),
  }
  static override flags = {
    ...companyFlag,
    file: Flags.string({char: 'f', helpValue: 'FILE', description: 'file to compare with; - is stdin'}),
    'exit-code': Flags.boolean({description: 'exit with 8 when there are differences'}),
  }

  async run(): Promise<VersionsCompared> {
    const {args, flags} = await this.parse(SkillbaseDiff)
    const {changesText} = await import('../../src/skillbase/changes-text.ts')
    const compared = await this.compared(args, flags)
    if (!this.jsonEnabled() && compared.changes.length > 0) this.log(changesText(compared.changes))
    const {slug, from, to, changes} = compared
    if (from === to && args.from === undefined)
      this.say({en: `${slug}: there is only version ${to}.`, ru: `${slug}: есть только версия ${to}.`})
    else if (from === to && args.to === undefined)
      this.say({
        en: `${slug}: version ${to} is the newest; name another to compare it with.`,
        ru: `${slug}: версия ${to} и есть последняя; укажите, с какой её сравнить.`,
      })
    else if (changes.length === 0 && to === null)
      this.say({en: `${slug}: the file says the same as version ${from}.`, ru: `${slug}: файл совпадает с версией ${from}.`})
    else if (changes.length === 0)
      this.say({en: `${slug}: versions ${from} and ${to} say the same.`, ru: `${slug}: версии ${from} и ${to} совпадают.`})
    else if (flags['exit-code']) this.exitWith('drift')
    return compared
  }

  private async compared(
    {skillbase, from, to}: {readonly skillbase: string; readonly from?: number | undefined; readonly to?: number | undefined},
    {file, ...context}: {readonly file?: string | undefined; readonly profile?: string | undefined; readonly company?: string | undefined},
  ): Promise<VersionsCompared> {
    const {compareVersions, compareWithFile} = await import('../../src/skillbase/compare-versions.ts')
    const {skillbasesToRead} = await import('../../src/skillbase/skillbase-deps.ts')
    const open = () => skillbasesToRead(this.deps(context))
    if (file === undefined) return compareVersions(skillbase, {from, to}, await open())
    if (to !== undefined) throw twoEnds()
    const {readSource} = await import('../../src/skillbase/source-file.ts')
    const {parseSkillbase} = await import('../../src/skillbase/parse.ts')
    const {lossText} = await import('../../src/cli/skillbase-apply.ts')
    const {name, bytes} = await readSource(file, process.stdin, '--file')
    const parsed = parseSkillbase(name, bytes)
    for (const warning of lossText({...parsed, name})) this.caution(warning)
    return compareWithFile(skillbase, from, parsed.skillbase, await open())
  }
}

const twoEnds = () =>
  new AppError(
    'USAGE',
    {en: 'TO and --file exclude each other.', ru: 'TO и --file вместе не указывают.'},
    {exit: 'usage', hint: {en: 'Give one of them.', ru: 'Укажите одно из них.'}},
  )
