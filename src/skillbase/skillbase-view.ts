import type {Bilingual} from '../bilingual.ts'
import type {StoredSkillbase, VersionInfo} from './stored.ts'

interface Column<Row> {
  readonly title: Bilingual
  readonly value: (row: Row) => unknown
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

const iso = (time: number): string => new Date(time).toISOString()

export const skillbaseColumns: readonly Column<SkillbaseView>[] = [
  {title: {en: 'SLUG', ru: 'СЛАГ'}, value: ({slug}) => slug},
  {title: {en: 'NAME', ru: 'НАЗВАНИЕ'}, value: ({name}) => name},
  {title: {en: 'STATUS', ru: 'СОСТОЯНИЕ'}, value: ({status}) => status},
  {title: {en: 'VERSION', ru: 'ВЕРСИЯ'}, value: ({headVersion}) => headVersion},
  {title: {en: 'PUBLISHED', ru: 'ОПУБЛИКОВАНА'}, value: ({publishedVersion}) => publishedVersion},
  {title: {en: 'UPDATED', ru: 'ИЗМЕНЁН'}, value: ({updatedAt}) => updatedAt},
]

export const versionColumns: readonly Column<VersionView>[] = [
  {title: {en: 'VERSION', ru: 'ВЕРСИЯ'}, value: ({version}) => version},
  {title: {en: 'STATUS', ru: 'СОСТОЯНИЕ'}, value: ({status}) => status},
  {title: {en: 'CREATED', ru: 'СОЗДАНА'}, value: ({createdAt}) => createdAt},
  {title: {en: 'PUBLISHED', ru: 'ОПУБЛИКОВАНА'}, value: ({publishedAt}) => publishedAt},
  {title: {en: 'AUTHOR', ru: 'АВТОР'}, value: ({author}) => author ?? ''},
  {title: {en: 'SHA256', ru: 'SHA256'}, value: ({sha256}) => sha256.slice(0, 12)},
  {title: {en: 'NOTE', ru: 'ЗАМЕТКА'}, value: ({note}) => note ?? ''},
]
