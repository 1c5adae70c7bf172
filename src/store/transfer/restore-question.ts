import {type Bilingual, plural} from '../../bilingual.ts'
import {maskUrl} from '../../config/secret.ts'
import type {Loss} from './restore.ts'

interface Restoration {
  readonly file: string
  readonly url: string
  readonly profile: string
}

/** Names what is about to be lost: which database, of which profile, and how many rows of what. */
export function restoreQuestion({file, url, profile}: Restoration, {rows}: Loss): Bilingual {
  const where = maskUrl(url)
  if (!rows) {
    return {
      en: `Set the damaged database ${where} (profile ${profile}) aside and make a new one from "${file}"?`,
      ru: `Отложить повреждённую базу ${where} (профиль ${profile}) и сделать новую из «${file}»?`,
    }
  }
  const tables = Object.entries(rows).filter(([, count]) => count > 0)
  const total = tables.reduce((sum, [, count]) => sum + count, 0)
  const list = tables.map(([table, count]) => `${table} ${count}`).join(', ')
  return {
    en: `Replace all ${total} ${plural('en', total, 'row', 'rows')} of ${where} (profile ${profile}: ${list}) with "${file}"?`,
    ru: `Заменить в ${where} (профиль ${profile}) все данные, ${total} ${plural('ru', total, 'строку', 'строки', 'строк')} (${list}), на «${file}»?`,
  }
}
