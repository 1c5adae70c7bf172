import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Bilingual, UiLanguage} from '../bilingual.ts'
import {AppError} from '../errors.ts'

export interface SkillbaseTemplate {
  readonly name: string
  readonly language: UiLanguage
}

/** The skillbases a project can start from: `skillbases/NAME.LANG.yaml` of the template folder. The simplest first. */
export function skillbaseTemplates(folder: string): SkillbaseTemplate[] {
  const files = readNames(join(folder, 'skillbases'))
  const found = files.flatMap((file) => {
    const [, name, language] = /^([a-z0-9-]+)\.(ru|en)\.yaml$/.exec(file) ?? []
    return name && language ? [{name, language: language as UiLanguage}] : []
  })
  return found.sort((a, b) => rank(a) - rank(b))
}

/** What each bot does, in the language of whoever chooses one; the first is what most people begin with. */
export const templateSummaries: Readonly<Record<string, Bilingual>> = {
  salon: {en: 'takes calls, tells prices and books visits', ru: 'отвечает на звонки, называет цены и записывает к мастеру'},
  clinic: {en: 'takes calls and books patients with a doctor', ru: 'отвечает на звонки и записывает к врачу'},
  reception: {
    en: 'takes calls, puts them through to departments, takes messages',
    ru: 'отвечает на звонки, соединяет с отделами, принимает сообщения',
  },
  survey: {en: 'rings customers up and asks how their visit was', ru: 'обзванивает клиентов и спрашивает об оценке визита'},
  'debt-reminder': {en: 'rings debtors up and asks when they will pay', ru: 'звонит должникам и узнаёт, когда они заплатят'},
}

const order = Object.keys(templateSummaries)
const rank = ({name}: SkillbaseTemplate): number => (order.includes(name) ? order.indexOf(name) : order.length)

/** @throws AppError TEMPLATE_NOT_FOUND with all there are and their languages, or with the language of this one */
export function requireTemplate(folder: string, {name, language}: SkillbaseTemplate): void {
  const all = skillbaseTemplates(folder)
  const known = all.filter((template) => template.language === language)
  if (known.some((template) => template.name === name)) return
  const elsewhere = all.find((template) => template.name === name)
  const list = listed(all)
  throw new AppError(
    'TEMPLATE_NOT_FOUND',
    elsewhere
      ? {en: `There is no template "${name}" in ${language}.`, ru: `Нет шаблона «${name}» на языке ${language}.`}
      : {en: `There is no template "${name}".`, ru: `Нет шаблона «${name}».`},
    {exit: 'notFound', hint: elsewhere ? speaks(elsewhere) : {en: `Templates: ${list}.`, ru: `Шаблоны: ${list}.`}},
  )
}

/** `salon (en, ru), survey (ru)` */
const listed = (all: readonly SkillbaseTemplate[]): string =>
  [...Map.groupBy(all, ({name}) => name)].map(([name, each]) => `${name} (${each.map(({language}) => language).join(', ')})`).join(', ') ||
  '–'

const speaks = ({name, language}: SkillbaseTemplate): Bilingual => ({
  en: `"${name}" speaks another language: add \`--lang ${language}\`.`,
  ru: `«${name}» говорит на другом языке: добавьте \`--lang ${language}\`.`,
})

/** The text of a template file; undefined when the folder has none of the names. The first name wins. */
export function templateText(folder: string, ...names: readonly string[]): string | undefined {
  const found = names.map((name) => join(folder, name)).find((path) => existsSync(path))
  return found === undefined ? undefined : readFileSync(found, 'utf8')
}

const readNames = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : [])
