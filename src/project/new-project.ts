import type {UiLanguage} from '../bilingual.ts'

export interface NewProject {
  readonly folder: string
  /** What the bot calls the company. */
  readonly name: string
  /** Name of a skillbase template; the bot's slug, too. */
  readonly template: string
  readonly language: UiLanguage
  readonly timezone: string
  /** Go into a folder that is not empty. */
  readonly force: boolean
}
