import type {Kysely} from 'kysely'
import {findByReference} from '../store/reference.ts'
import type {Database} from '../store/schema.ts'
import {atomically} from '../store/transaction.ts'
import {skillbaseNotFound} from './stored-errors.ts'
import {getVersion, ofCompany, skillbases, versions, versionsOf} from './stored-reads.ts'
import {addVersion, clone, create, publish, remove} from './stored-writes.ts'
import type {SkillbaseRepository} from './stored.ts'

export function skillbaseRepository(db: Kysely<Database>): SkillbaseRepository {
  return {
    atomically: (work) => atomically(db, (tx) => work(skillbaseRepository(tx))),

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

    clone: (companyId, id, copy) => atomically(db, (tx) => clone(tx, companyId, id, copy)),
  }
}
