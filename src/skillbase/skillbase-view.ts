import type {Bilingual} from '../bilingual.ts'
import {localMoment} from '../local-moment.ts'
import type {StoredSkillbase, VersionInfo} from './stored.ts'

interface Column<Row> {
  readonly title: Bilingual
  readonly value: (row: Row) => unknown
  readonly shown?: (row: Row) => unknown
}

/** A skillbase as commands print it: times in ISO 8601, UTC. */
export interface SkillbaseView extends Omit<StoredSkillbase, 'companyId' | 'createdAt' | 'updatedAt'> {
  readonly createdAt: string
  readonly updatedAt: string
}

export function skillbaseView({companyId: _company, ...skillbase}: StoredSkillbase): SkillbaseView {
  return {...skillbase, createdAt: iso(skillbase.createdAt), updatedAt: iso(skillbase.updatedAt)}
}

export interface VersionView extends Omit<VersionInfo, 'skillbaseId' | 'createdAt' | 'publishedAt'> {
  readonly createdAt: string
  readonly publishedAt: string | null
}

export function versionView({version, sha256, status, author, note, createdAt, publishedAt}: VersionInfo): VersionView {
  return {version, sha256, status, author, note, createdAt: iso(createdAt), publishedAt: publishedAt === null ? null : iso(publishedAt)}
}

const local = (time: string, timezone: string): string => localMoment(Date.parse(time), timezone)

const iso = (time: number): string => new Date(time).toISOString()

/** @param timezone of the people who read a table; programs get UTC */
export const skillbaseColumns = (timezone: string): readonly Column<SkillbaseView>[] => [
  {title: {en: 'SLUG', ru: 'СЛАГ'}, value: ({slug}) => slug},
  {title: {en: 'NAME', ru: 'НАЗВАНИЕ'}, value: ({name}) => name},
  {title: {en: 'STATUS', ru: 'СОСТОЯНИЕ'}, value: ({status}) => status},
  {title: {en: 'VERSION', ru: 'ВЕРСИЯ'}, value: ({headVersion}) => headVersion},
  {title: {en: 'PUBLISHED', ru: 'ОПУБЛИКОВАНА'}, value: ({publishedVersion}) => publishedVersion},
  {title: {en: 'UPDATED', ru: 'ИЗМЕНЁН'}, value: ({updatedAt}) => updatedAt, shown: ({updatedAt}) => local(updatedAt, timezone)},
]

/** @param timezone of the people who read a table; programs get UTC */
export const versionColumns = (timezone: string): readonly Column<VersionView>[] => [
  {title: {en: 'VERSION', ru: 'ВЕРСИЯ'}, value: ({version}) => version},
  {title: {en: 'STATUS', ru: 'СОСТОЯНИЕ'}, value: ({status}) => status},
  {title: {en: 'CREATED', ru: 'СОЗДАНА'}, value: ({createdAt}) => createdAt, shown: ({createdAt}) => local(createdAt, timezone)},
  {
    title: {en: 'PUBLISHED', ru: 'ОПУБЛИКОВАНА'},
    value: ({publishedAt}) => publishedAt,
    shown: ({publishedAt}) => publishedAt && local(publishedAt, timezone),
  },
  {title: {en: 'AUTHOR', ru: 'АВТОР'}, value: ({author}) => author ?? ''},
  {title: {en: 'SHA256', ru: 'SHA256'}, value: ({sha256}) => sha256.slice(0, 12)},
  {title: {en: 'NOTE', ru: 'ЗАМЕТКА'}, value: ({note}) => note ?? ''},
]
