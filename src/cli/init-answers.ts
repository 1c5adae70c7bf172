import {basename, resolve} from 'node:path'
import {type Bilingual, type UiLanguage, uiLanguage} from '../bilingual.ts'
import {checkName, nameProblem} from '../company/company-rules.ts'
import {AppError} from '../errors.ts'
import type {NewProject} from '../project/new-project.ts'
import {type SkillbaseTemplate, skillbaseTemplates, templateSummaries} from '../project/templates.ts'
import {printableWord} from '../printable.ts'
import {isTimeZone, starterTimezone, timeZoneHint} from '../timezone.ts'
import {requireTerminal} from './confirm.ts'
import {askOne, askText} from './questions.ts'

export interface InitFlags {
  readonly name?: string | undefined
  readonly template?: string | undefined
  readonly lang?: UiLanguage | undefined
  readonly timezone?: string | undefined
  readonly force: boolean
}

export interface InitAnswers extends NewProject {
  /** Nobody said it. */
  readonly zoneIsAssumed: boolean
}

interface InitContext {
  readonly json: boolean
  /** Folder of templates. */
  readonly templates: string
}

/** What `init` has to know: from the flags, and on a terminal from questions for the rest. @throws AppError MISSING_FLAG, BAD_VALUE, NAME_INVALID */
export async function initAnswers(folder: string, flags: InitFlags, {json, templates}: InitContext): Promise<InitAnswers> {
  const missing = [...(flags.name !== undefined ? [] : ['--name']), ...(flags.template ? [] : ['--template'])]
  if (missing.length > 0) requireTerminal(json, missing)
  if (flags.name !== undefined) checkName(flags.name)
  const ask = missing.length > 0 ? questions() : undefined
  const name = flags.name ?? (await ask!.name(printableWord(basename(resolve(folder)))))
  const language = flags.lang ?? (await ask?.language()) ?? uiLanguage()
  const template = flags.template ?? (await ask!.template(skillbaseTemplates(templates).filter((known) => known.language === language)))
  const told = flags.timezone ?? (await ask?.timezone(language))
  const timezone = told ?? localZone(language)
  if (!isTimeZone(timezone)) throw badZone(timezone)
  return {folder, name, template, language, timezone, force: flags.force, zoneIsAssumed: told === undefined}
}

/** One question for each thing. */
function questions() {
  const lang = uiLanguage()
  return {
    name: (folderName: string) => askText(texts.name[lang], {suggestion: folderName, check: (name) => nameProblem(name)?.[lang] ?? true}),
    language: () => askOne<UiLanguage>(texts.language[lang], languages, lang),
    template: (known: readonly SkillbaseTemplate[]) =>
      askOne(
        texts.template[lang],
        known.map(({name}) => ({value: name, name: described(name, lang)})),
      ),
    timezone: (language: UiLanguage) =>
      askText(texts.timezone[lang], {suggestion: localZone(language), check: (zone) => isTimeZone(zone) || timeZoneHint(zone)[lang]}),
  }
}

/** `salon — takes calls, tells prices and books visits` */
const described = (name: string, lang: UiLanguage): string => [name, templateSummaries[name]?.[lang]].filter(Boolean).join(' — ')

const languages = [
  {value: 'ru' as const, name: 'русский'},
  {value: 'en' as const, name: 'English'},
]

const texts = {
  name: {en: 'Name of the company', ru: 'Название компании'},
  language: {en: 'Language the bot speaks', ru: 'На каком языке говорит бот'},
  template: {en: 'Start from', ru: 'Начать с шаблона'},
  timezone: {en: 'Time zone of the company', ru: 'Часовой пояс компании'},
} satisfies Record<string, Bilingual>

/** A server that keeps UTC says nothing about where the company is; the starters of a language are somewhere. */
function localZone(language: UiLanguage): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone === 'UTC' || zone.startsWith('Etc/') ? starterTimezone[language] : zone
}

const badZone = (zone: string) =>
  new AppError(
    'BAD_VALUE',
    {en: `There is no time zone "${zone}".`, ru: `Нет часового пояса «${zone}».`},
    {exit: 'usage', hint: timeZoneHint(zone)},
  )

/** A wrong zone is noticed when the first caller comes an hour late. */
export const assumedZone = ({timezone}: InitAnswers): Bilingual => ({
  en: `Time zone: ${timezone}, since nobody said another; \`timezone\` in voicectl.yaml and in the bot change it, or --timezone.`,
  ru: `Часовой пояс: ${timezone}, другой не указан; его меняют \`timezone\` в voicectl.yaml и в боте или --timezone.`,
})
