import type {Bilingual} from '../bilingual.ts'
import {findingText} from '../skillbase/findings-text.ts'
import type {Language} from '../skillbase/schema/primitives.ts'
import type {Skillbase} from '../skillbase/schema/skillbase.ts'
import {readSource} from '../skillbase/source-file.ts'
import {blankSkillbase, starterFromBrief, starterFromTemplate} from '../skillbase/starter.ts'
import {skillbaseTemplates} from '../project/templates.ts'
import {templatesFolder} from '../templates-folder.ts'

export interface StarterFlags {
  readonly template?: string | undefined
  readonly 'from-brief'?: string | undefined
  readonly lang?: Language | undefined
}

/**
 * What a new skillbase begins with, and what was lost on the way.
 * @param language of a template or of nothing; a brief says itself what it is in, unless `lang` says otherwise
 */
export async function starterFor(
  {template, 'from-brief': brief, lang}: StarterFlags,
  language: Language,
): Promise<{readonly skillbase: Skillbase; readonly warnings: readonly Bilingual[]}> {
  if (brief !== undefined) {
    const {name, bytes} = await readSource(brief, process.stdin, '--from-brief')
    const {skillbase, warnings} = starterFromBrief(name, bytes, lang)
    const told = (each: Language) => warnings.map((warning) => findingText(name, warning, each))
    const [en, ru] = [told('en'), told('ru')]
    return {skillbase, warnings: en.map((text, index) => ({en: text, ru: ru[index]!}))}
  }
  if (template === undefined) return {skillbase: blankSkillbase(language), warnings: []}
  const folder = templatesFolder()
  return {skillbase: starterFromTemplate(folder, template, lang ?? languageOf(folder, template, language)), warnings: []}
}

/** A bot that speaks one language only is wanted in that one, whatever the messages are in. */
function languageOf(folder: string, template: string, wanted: Language): Language {
  const spoken = skillbaseTemplates(folder).flatMap(({name, language}) => (name === template ? [language] : []))
  return spoken.length === 1 ? spoken[0]! : wanted
}
