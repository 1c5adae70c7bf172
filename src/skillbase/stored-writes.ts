import type {Kysely} from 'kysely'
import {isForeignKeyViolation, isUniqueViolation, unless} from '../store/database-errors.ts'
import type {Database} from '../store/schema.ts'
import {skillbaseExists, skillbaseInUse, versionConflict, versionNotFound} from './stored-errors.ts'
import {get, getVersion, skillbases, versions} from './stored-reads.ts'
import type {CloneOf, NewSkillbase, NewVersion, SkillbaseRepository, StoredSkillbase, StoredVersion} from './stored.ts'

// What takes more than one statement; every function expects to run in a transaction.

export async function create(
  tx: Kysely<Database>,
  companyId: string,
  {id, slug, name, description = null, ...version}: NewSkillbase,
): Promise<StoredSkillbase> {
  const times = {createdAt: version.at, updatedAt: version.at}
  const skillbase: StoredSkillbase = {
    id,
    companyId,
    slug,
    name,
    description,
    status: 'active',
    headVersion: 1,
    publishedVersion: null,
    ...times,
  }
  await tx
    .insertInto('skillbases')
    .values(skillbases.toRow(skillbase))
    .execute()
    .catch(unless(isUniqueViolation, () => skillbaseExists(slug)))
  await insertVersion(tx, id, 1, version)
  return skillbase
}

async function insertVersion(tx: Kysely<Database>, skillbaseId: string, version: number, fresh: NewVersion): Promise<StoredVersion> {
  const {config, sha256, author = null, note = null, at} = fresh
  const row: StoredVersion = {skillbaseId, version, config, sha256, status: 'draft', author, note, createdAt: at, publishedAt: null}
  await tx.insertInto('skillbase_versions').values(versions.toRow(row)).execute()
  return row
}

export async function addVersion(
  tx: Kysely<Database>,
  companyId: string,
  id: string,
  version: NewVersion,
  ifVersion?: number,
): Promise<StoredVersion> {
  // One statement tells the number and takes the lock of the row, so two authors never get the same one.
  const any = tx
    .updateTable('skillbases')
    .set((row) => ({head_version: row('head_version', '+', 1), updated_at: version.at}))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .returning('head_version')
  const moved = await (ifVersion === undefined ? any : any.where('head_version', '=', ifVersion)).executeTakeFirst()
  if (moved) return insertVersion(tx, id, moved.head_version, version)
  const {slug, headVersion} = await get(tx, companyId, id)
  throw versionConflict(slug, headVersion, ifVersion)
}

export async function publish(
  tx: Kysely<Database>,
  companyId: string,
  id: string,
  version: number,
  {at, ifPublished}: Parameters<SkillbaseRepository['publish']>[3],
): Promise<StoredSkillbase> {
  const {slug} = await get(tx, companyId, id)
  if (!(await getVersion(tx, companyId, id, version))) throw versionNotFound(slug, version)
  const any = tx
    .updateTable('skillbases')
    .set({published_version: version, updated_at: at})
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .returningAll()
  const row = await (
    ifPublished === undefined ? any : any.where('published_version', ifPublished === null ? 'is' : '=', ifPublished)
  ).executeTakeFirst()
  if (!row) throw versionConflict(slug, (await get(tx, companyId, id)).publishedVersion, ifPublished)

  const ofSkillbase = tx.updateTable('skillbase_versions').where('skillbase_id', '=', id)
  await ofSkillbase.set({status: 'retired'}).where('status', '=', 'published').where('version', '!=', version).execute()
  await ofSkillbase.set({status: 'published', published_at: at}).where('version', '=', version).execute()
  return skillbases.fromRow(row)
}

export async function remove(tx: Kysely<Database>, companyId: string, id: string): Promise<void> {
  const {slug} = await get(tx, companyId, id)
  const inUse = unless(isForeignKeyViolation, () => skillbaseInUse(slug))
  await tx.deleteFrom('skillbase_versions').where('skillbase_id', '=', id).execute().catch(inUse)
  await tx.deleteFrom('skillbases').where('company_id', '=', companyId).where('id', '=', id).execute().catch(inUse)
}

export async function clone(tx: Kysely<Database>, companyId: string, id: string, {version, ...copy}: CloneOf): Promise<StoredSkillbase> {
  const source = await get(tx, companyId, id)
  const number = version ?? source.headVersion
  const original = await getVersion(tx, companyId, id, number)
  if (!original) throw versionNotFound(source.slug, number)
  return create(tx, companyId, {...copy, description: source.description, config: original.config, sha256: original.sha256})
}
