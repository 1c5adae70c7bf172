import type {Bilingual} from '../../src/bilingual.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {waiting} from '../../src/cli/config-place.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import type {UsedProfile} from '../../src/config/use-profile.ts'

const variableWins = (name: string): Bilingual => ({
  en: `Not in this shell: VOICECTL_PROFILE is ${name} and wins. Unset it.`,
  ru: `Но не в этой оболочке: важнее VOICECTL_PROFILE, там ${name}. Уберите переменную.`,
})

export default class ConfigUse extends BaseCommand {
  static override summary = 'Choose the configuration profile that commands use.'
  static override examples = ['<%= config.bin %> <%= command.id %> staging', '<%= config.bin %> <%= command.id %> production --create']
  static override args = {name: Args.string({required: true, description: 'profile to use from now on'})}
  static override flags = {create: Flags.boolean({description: 'make the profile when there is none of that name'})}

  async run(): Promise<UsedProfile> {
    const {args, flags} = await this.parse(ConfigUse)
    const {useProfile} = await import('../../src/config/use-profile.ts')
    const used = await useProfile(args.name, {configDir: this.config.configDir, create: flags.create, onWait: () => this.say(waiting)})
    this.say({en: `Profile ${used.profile} is active.`, ru: `Активен профиль ${used.profile}.`})
    const chosen = process.env['VOICECTL_PROFILE']
    if (chosen && chosen !== used.profile) this.caution(variableWins(chosen))
    return used
  }
}
