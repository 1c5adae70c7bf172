import type {Bilingual, UiLanguage} from '../bilingual.ts'
import type {DatabaseStatus} from './database-status.ts'

const verdicts: Readonly<Record<DatabaseStatus['schema'], Bilingual>> = {
  absent: {en: 'not there yet; it is made on first use', ru: 'ещё нет; появится при первом обращении'},
  current: {en: 'up to date', ru: 'в порядке'},
  behind: {en: 'behind: run `voicectl db migrate`', ru: 'отстаёт: выполните `voicectl db migrate`'},
  newer: {en: 'made by a newer voicectl: update voicectl', ru: 'создана более новым voicectl: обновите voicectl'},
  foreign: {en: "another program's: give voicectl a database of its own", ru: 'чужие: дайте voicectl отдельную базу'},
  changed: {en: 'migrated by other statements than this voicectl has', ru: 'изменена не теми командами, что есть в этом voicectl'},
}

/** Lines for people: what and where, then the rows of every table. */
export function statusText({url, schema, applied, pending, bytes, rows}: DatabaseStatus, lang: UiLanguage): string {
  const label = (text: Bilingual) => text[lang]
  const facts: [string, string][] = [
    [label({en: 'Database', ru: 'База данных'}), url],
    [label({en: 'Tables', ru: 'Таблицы'}), verdicts[schema][lang]],
    [label({en: 'Migrations', ru: 'Миграции'}), migrationCounts(applied.length, pending, lang)],
    [label({en: 'Size', ru: 'Размер'}), size(bytes, lang)],
    ...Object.entries(rows).map(([table, count]): [string, string] => [`  ${table}`, count.toLocaleString(lang)]),
  ]
  const width = Math.max(...facts.map(([name]) => name.length))
  return facts.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
}

function migrationCounts(applied: number, pending: DatabaseStatus['pending'], lang: UiLanguage): string {
  const names = pending.map(({id, name}) => `${id}-${name}`).join(', ')
  const waiting =
    pending.length === 0 ? '' : {en: `; ${pending.length} to apply: ${names}`, ru: `; ждут применения ${pending.length}: ${names}`}[lang]
  return {en: `${applied} applied`, ru: `применено ${applied}`}[lang] + waiting
}

function size(bytes: number, lang: UiLanguage): string {
  const units = {en: ['B', 'KiB', 'MiB', 'GiB', 'TiB'], ru: ['Б', 'КиБ', 'МиБ', 'ГиБ', 'ТиБ']}[lang]
  const power = Math.min(units.length - 1, bytes < 1024 ? 0 : Math.floor(Math.log2(bytes) / 10))
  return `${(bytes / 1024 ** power).toLocaleString(lang, {maximumFractionDigits: 1})} ${units[power]}`
}
