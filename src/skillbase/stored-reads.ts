import type {Kysely} from 'kysely'
import {codec} from '../store/codec.ts'
import type {Database} from '../store/schema.ts'
import {skillbaseNotFound} from './stored-errors.ts'
import type {StoredSkillbase, StoredVersion} from './stored.ts'

export const skillbases = codec('skillbases')
export const versions = codec('skillbase_versions')

export const ofCompany = (db: Kysely<Database>, companyId: string) =>
  db.selectFrom('skillbases').selectAll().where('company_id', '=', companyId)

export const versionsOf = (db: Kysely<Database>, companyId: string, id: string) =>
  db
    .selectFrom('skillbase_versions')
    .where('skillbase_id', 'in', (owned) =>
      owned.selectFrom('skillbases').select('id').where('company_id', '=', companyId).where('id', '=', id),
    )

export async function get(db: Kysely<Database>, companyId: string, id: string): Promise<StoredSkillbase> {
  const row = await ofCompany(db, companyId).where('id', '=', id).executeTakeFirst()
  if (!row) throw skillbaseNotFound(id)
  return skillbases.fromRow(row)
}

export const getVersion = async (
  db: Kysely<Database>,
  companyId: string,
  id: string,
  version: number,
): Promise<StoredVersion | undefined> =>
  versions.fromFirst(await versionsOf(db, companyId, id).selectAll().where('version', '=', version).executeTakeFirst())
