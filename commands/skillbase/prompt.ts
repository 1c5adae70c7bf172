import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {fileOrReferenceArg, versionFlag} from '../../src/cli/skillbase-flags.ts'
import type {ShownPrompt} from '../../src/cli/skillbase-prompt.ts'

export default class SkillbasePrompt extends BaseCommand {
  static override summary = 'Print everything a language model is sent for the first words of a caller.'
  static override description =
    'The system prompt, what was said, and the last message with the moment, the state, what is known of the caller and what they said, each with its size. The numbers of tokens are estimates. In mode off no model is asked, so there is no prompt.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> salon',
    '<%= config.bin %> <%= command.id %> skillbases/salon.yaml --lang en --json',
    '<%= config.bin %> <%= command.id %> debts --now 2026-03-11T10:30:00+03:00 --contact name=Анна --say "да, это я"',
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
    now: Flags.string({helpValue: 'TIME', description: 'moment of the call, ISO 8601 with an offset; this one when left out'}),
    contact: Flags.string({multiple: true, helpValue: 'KEY=VALUE', description: 'what is known of the caller'}),
    say: Flags.string({helpValue: 'TEXT', description: 'what the caller says; a placeholder stands there without'}),
  }

  async run(): Promise<ShownPrompt> {
    const {args, flags} = await this.parse(SkillbasePrompt)
    const {skillbaseArgument} = await import('../../src/cli/skillbase-argument.ts')
    const {promptText, showPrompt, tokenText} = await import('../../src/cli/skillbase-prompt.ts')
    const deps = this.deps(flags)
    const {skillbase, timezone} = await skillbaseArgument(args.skillbase, flags.version, deps)
    const {baseFile} = (await deps.config()).prompt
    const prompt = await showPrompt(skillbase, flags, {baseFile, timezone: await timezone(), clock: deps.clock})
    if (!this.jsonEnabled() && prompt.system !== null) this.log(promptText(prompt, this.lang))
    this.say(
      prompt.system === null
        ? {en: 'In mode off no model is asked: there is no prompt.', ru: 'В режиме off модель не спрашивают, промпта нет.'}
        : {en: `About ${tokenText(prompt.tokens, 'en')} in all.`, ru: `Всего примерно ${tokenText(prompt.tokens, 'ru')}.`},
    )
    return prompt
  }
}
