import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {fileOrReferenceArg, versionFlag} from '../../src/cli/skillbase-flags.ts'
import type {ShownPrompt} from '../../src/cli/skillbase-prompt.ts'

export default class SkillbasePrompt extends BaseCommand {
  static override summary = 'Print the system prompt a language model gets for a skillbase.'
  static override description = 'The number of tokens is an estimate. In mode off no model is asked, so there is no prompt.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> salon',
    '<%= config.bin %> <%= command.id %> skillbases/salon.yaml --lang en --json',
  ]
  static override args = fileOrReferenceArg
  static override flags = {
    ...companyFlag,
    ...versionFlag,
    lang: Flags.option({
      options: ['ru', 'en'] as const,
      description: 'language of the conversation; that of the skillbase when left out',
    })(),
    mode: Flags.option({options: ['assist', 'full', 'off'] as const, default: 'full', description: 'how far the model takes part'})(),
  }

  async run(): Promise<ShownPrompt> {
    const {args, flags} = await this.parse(SkillbasePrompt)
    const {skillbaseArgument} = await import('../../src/cli/skillbase-argument.ts')
    const {showPrompt} = await import('../../src/cli/skillbase-prompt.ts')
    const deps = this.deps(flags)
    const {skillbase} = await skillbaseArgument(args.skillbase, flags.version, deps)
    const prompt = await showPrompt(skillbase, flags, (await deps.config()).prompt.baseFile)
    if (!this.jsonEnabled() && prompt.system !== null) this.log(prompt.system.trimEnd())
    this.say(
      prompt.system === null
        ? {en: 'In mode off no model is asked: there is no prompt.', ru: 'В режиме off модель не спрашивают, промпта нет.'}
        : {en: `About ${prompt.tokens} tokens.`, ru: `Примерно ${prompt.tokens} токенов.`},
    )
    return prompt
  }
}
