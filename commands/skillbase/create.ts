import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import {author} from '../../src/cli/skillbase-flags.ts'
import type {Applied} from '../../src/skillbase/apply-skillbase.ts'

export default class SkillbaseCreate extends BaseCommand {
  static override summary = 'Create a skillbase from a template, from a brief, or from nothing.'
  static override description =
    'Prints the slug of the new skillbase, whose version 1 is a draft. The slug is made from the name: Cyrillic is transliterated.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> "Лунный сад" --template salon',
    '<%= config.bin %> <%= command.id %> bakery --from-brief brief.yaml',
    '<%= config.bin %> <%= command.id %> hotline',
  ]
  static override args = {
    name: Args.string({required: true, description: 'name for people; the company the bot speaks for, unless a brief names one'}),
  }
  static override flags = {
    ...companyFlag,
    slug: Flags.string({description: 'a-z, 0-9 and hyphens, up to 40; made from the name when left out'}),
    template: Flags.string({
      helpValue: 'NAME',
      description: 'bot to start from: clinic, debt-reminder, reception, salon or survey',
      exclusive: ['from-brief'],
    }),
    'from-brief': Flags.string({helpValue: 'FILE', description: 'brief: company, bot, goal and fields to collect; - for stdin'}),
    lang: Flags.option({
      options: ['ru', 'en'] as const,
      description: 'language the bot speaks; that of the brief or of the messages when left out',
    })(),
  }

  async run(): Promise<Applied> {
    const {args, flags} = await this.parse(SkillbaseCreate)
    const {starterFor} = await import('../../src/cli/skillbase-starter.ts')
    const {createSkillbase} = await import('../../src/skillbase/create-skillbase.ts')
    const {skillbaseDeps} = await import('../../src/skillbase/skillbase-deps.ts')
    const {skillbase, warnings} = await starterFor(flags, flags.lang ?? this.lang)
    for (const warning of warnings) this.caution(warning)
    const input = {name: args.name, slug: flags.slug, from: skillbase, keepCompany: flags['from-brief'] !== undefined, author: author()}
    const created = await createSkillbase(input, await skillbaseDeps(this.deps(flags)))
    this.log(created.slug)
    this.say({
      en: `Next: \`voicectl skillbase show ${created.slug}\`, then \`voicectl skillbase publish ${created.slug}\`.`,
      ru: `Дальше: \`voicectl skillbase show ${created.slug}\`, затем \`voicectl skillbase publish ${created.slug}\`.`,
    })
    return created
  }
}
