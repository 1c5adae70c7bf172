import type {Kysely} from 'kysely'
import {codec} from '../store/codec.ts'
import {isForeignKeyViolation, isUniqueViolation, unless} from '../store/database-errors.ts'
import {findByReference} from '../store/reference.ts'
import type {Database} from '../store/schema.ts'
import {atomically} from '../store/transaction.ts'
import {skillbaseExists, skillbaseInUse, skillbaseNotFound, versionConflict, versionNotFound} from './stored-errors.ts'
import type {NewSkillbase, NewVersion, SkillbaseRepository, StoredSkillbase, StoredVersion} from './stored.ts'

const skillbases = codec('skillbases')
const versions = codec('skillbase_versions')

export function skillbaseRepository(db: Kysely<Database>): SkillbaseRepository {
  return {
    create: (companyId, skillbase) => atomically(db, (tx) => create(tx, companyId, skillbase)),

    find: (companyId, reference) => {
      const query = ofCompany(db, companyId)
      return findByReference(reference, {
        bySlug: async (slug) => skillbases.fromFirst(await query.where('slug', '=', slug).executeTakeFirst()),
        byIdRange: async (from, to) =>
          (await query.where('id', '>=', from).where('id', '<', to).limit(2).execute()).map(skillbases.fromRow),
      })
    },

    async list(companyId, {status} = {}) {
      const all = ofCompany(db, companyId).orderBy('slug')
      const rows = await (status === undefined ? all : all.where('status', '=', status)).execute()
      return rows.map(skillbases.fromRow)
    },

    async update(companyId, id, {name, description, status}, at) {
      const row = await db
        .updateTable('skillbases')
        .set(skillbases.toPatch({name, description, status, updatedAt: at}))
        .where('company_id', '=', companyId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      if (!row) throw skillbaseNotFound(id)
      return skillbases.fromRow(row)
    },

    addVersion: (companyId, id, version, ifVersion) => atomically(db, (tx) => addVersion(tx, companyId, id, version, ifVersion)),

    async versions(companyId, id) {
      const rows = await versionsOf(db, companyId, id)
        .select(['skillbase_id', 'version', 'sha256', 'status', 'author', 'note', 'created_at', 'published_at'])
        .orderBy('version', 'desc')
        .execute()
      return rows.map(versions.fromRow)
    },

    version: (companyId, id, version) => getVersion(db, companyId, id, version),

    publish: (companyId, id, version, options) => atomically(db, (tx) => publish(tx, companyId, id, version, options)),

    delete: (companyId, id) => atomically(db, (tx) => remove(tx, companyId, id)),

    clone: (companyId, id, {version, ...copy}) =>
      atomically(db, async (tx) => {
        const source = await get(tx, companyId, id)
        const number = version ?? source.headVersion
        const original = await getVersion(tx, companyId, id, number)
        if (!original) throw versionNotFound(source.slug, number)
        return create(tx, companyId, {...copy, description: source.description, config: original.config, sha256: original.sha256})
      }),
  }
}

const ofCompany = (db: Kysely<Database>, companyId: string) => db.selectFrom('skillbases').selectAll().where('company_id', '=', companyId)

const versionsOf = (db: Kysely<Database>, companyId: string, id: string) =>
  db
    .selectFrom('skillbase_versions')
    .where('skillbase_id', 'in', (owned) =>
      owned.selectFrom('skillbases').select('id').where('company_id', '=', companyId).where('id', '=', id),
    )

async function get(db: Kysely<Database>, companyId: string, id: string): Promise<StoredSkillbase> {
  const row = await ofCompany(db, companyId).where('id', '=', id).executeTakeFirst()
  if (!row) throw skillbaseNotFound(id)
  return skillbases.fromRow(row)
}

const getVersion = async (db: Kysely<Database>, companyId: string, id: string, version: number): Promise<StoredVersion | undefined> =>
  versions.fromFirst(await versionsOf(db, companyId, id).selectAll().where('version', '=', version).executeTakeFirst())

async function create(
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

async function addVersion(
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

async function publish(
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

async function remove(tx: Kysely<Database>, companyId: string, id: string): Promise<void> {
  const {slug} = await get(tx, companyId, id)
  const inUse = unless(isForeignKeyViolation, () => skillbaseInUse(slug))
  await tx.deleteFrom('skillbase_versions').where('skillbase_id', '=', id).execute().catch(inUse)
  await tx.deleteFrom('skillbases').where('company_id', '=', companyId).where('id', '=', id).execute().catch(inUse)
}
