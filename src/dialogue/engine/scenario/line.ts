import type {Localized, LocalizedList} from '../../../skillbase/schema/flow.ts'
import type {Lang} from '../../nlu/types.ts'
import {compileTemplate, type Template} from './template.ts'

/** The wordings of one line in each language; empty where the skillbase gives none. */
export type Line = Readonly<Record<Lang, readonly Template[]>>

export const noLine: Line = {ru: [], en: []}

/** Bare text is in the default language. Throws TemplateError. */
export function compileLine(text: Localized | LocalizedList | undefined, defaultLang: Lang): Line {
  const line: Record<Lang, Template[]> = {ru: [], en: []}
  for (const [lang, source] of wordings(text, defaultLang)) line[lang].push(compileTemplate(source))
  return line
}

function* wordings(text: Localized | LocalizedList | undefined, defaultLang: Lang): Generator<readonly [Lang, string]> {
  if (text === undefined) return
  if (typeof text === 'string') yield [defaultLang, text]
  else if (Array.isArray(text)) for (const item of text) yield* wordings(item, defaultLang)
  else {
    for (const lang of ['ru', 'en'] as const) {
      const value = text[lang]
      if (value === undefined) continue
      for (const source of Array.isArray(value) ? value : [value]) yield [lang, source]
    }
  }
}

/** The wordings to say in `lang`: of this line, else of the built-in one, else of this line in another language. */
export function wordingsFor(line: Line, lang: Lang, builtIn: Line = noLine): readonly Template[] {
  if (line[lang].length > 0) return line[lang]
  if (builtIn[lang].length > 0) return builtIn[lang]
  return line.ru.length > 0 ? line.ru : line.en
}
