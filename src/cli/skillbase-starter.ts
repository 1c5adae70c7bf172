import type {Bilingual} from '../bilingual.ts'
import {findingText} from '../skillbase/findings-text.ts'
import type {Language} from '../skillbase/schema/primitives.ts'
import type {Skillbase} from '../skillbase/schema/skillbase.ts'
import {readSources} from '../skillbase/source-file.ts'
import {blankSkillbase, starterFromBrief, starterFromTemplate} from '../skillbase/starter.ts'
import {templatesFolder} from '../templates-folder.ts'

export interface StarterFlags {
  readonly template?: string | undefined
  readonly 'from-brief'?: string | undefined
}

/** What a new skillbase begins with, and what was lost on the way. */
export async function starterFor(
  {template, 'from-brief': brief}: StarterFlags,
  language: Language,
): Promise<{readonly skillbase: Skillbase; readonly warnings: readonly Bilingual[]}> {
  if (brief !== undefined) {
    const [source] = await readSources([brief], process.stdin)
    const {skillbase, warnings} = starterFromBrief(source!.name, source!.bytes)
    const told = (lang: Language) => warnings.map((warning) => findingText(source!.name, warning, lang))
    const [en, ru] = [told('en'), told('ru')]
    return {skillbase, warnings: en.map((text, index) => ({en: text, ru: ru[index]!}))}
  }
  const skillbase = template === undefined ? blankSkillbase(language) : starterFromTemplate(templatesFolder(), template, language)
  return {skillbase, warnings: []}
}
