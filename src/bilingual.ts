/** Operators read Russian or English; codes, flags, JSON and logs are English only. */
export type UiLanguage = 'en' | 'ru'

/** One sentence for people, in both languages. The type makes a missing translation a compile error. */
export interface Bilingual {
  readonly en: string
  readonly ru: string
}

/** The operator's language: `VOICECTL_LANG`, else the locale of the shell, else English. */
export function uiLanguage(env: NodeJS.ProcessEnv = process.env): UiLanguage {
  const wish = env['VOICECTL_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return wish.toLowerCase().startsWith('ru') ? 'ru' : 'en'
}

/** Russian needs three plural forms, English two: `plural('ru', 5, 'звонок', 'звонка', 'звонков')`. */
export function plural(lang: UiLanguage, count: number, one: string, few: string, many: string = few): string {
  const rule = new Intl.PluralRules(lang).select(count)
  if (rule === 'one') return one
  return rule === 'few' ? few : many
}
