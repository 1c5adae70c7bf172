import type {ExpressionBuilder, Kysely} from 'kysely'
import {AppError} from '../errors.ts'
import {codec} from '../store/codec.ts'
import {isForeignKeyViolation, unless} from '../store/database-errors.ts'
import {findByReference} from '../store/reference.ts'
import type {Database} from '../store/schema.ts'
import type {LeadFilter, LeadRepository} from './lead.ts'

const {toRow, toPatch, fromRow, fromFirst} = codec('leads')

export function leadRepository(db: Kysely<Database>): LeadRepository {
  return {
    async upsert(companyId, {at, ...lead}) {
      const row = await db
        .insertInto('leads')
        .values(toRow({...lead, companyId, status: 'new', notes: null, createdAt: at, updatedAt: at}))
        .onConflict((conflict) =>
          conflict
            .column('call_id')
            .doUpdateSet((eb) => ({
              name: eb.ref('excluded.name'),
              phone: eb.ref('excluded.phone'),
              email: eb.ref('excluded.email'),
              data: eb.ref('excluded.data'),
              updated_at: eb.ref('excluded.updated_at'),
            }))
            .whereRef('leads.company_id', '=', 'excluded.company_id'),
        )
        .returningAll()
        .executeTakeFirst()
        .catch(unless(isForeignKeyViolation, () => callNotFound(lead.callId)))
      if (!row) throw callNotFound(lead.callId)
      return fromRow(row)
    },

    async update(companyId, id, {name, phone, email, data, status, notes}, at) {
      const change = db.updateTable('leads').set(toPatch({name, phone, email, data, status, notes, updatedAt: at}))
      return fromFirst(await change.where('company_id', '=', companyId).where('id', '=', id).returningAll().executeTakeFirst())
    },

    find: (companyId, reference) =>
      findByReference(reference, {
        byIdRange: async (from, to) =>
          (await ofCompany(db, companyId).where('id', '>=', from).where('id', '<', to).limit(2).execute()).map(fromRow),
      }),

    async findByCall(companyId, callId) {
      return fromFirst(await ofCompany(db, companyId).where('call_id', '=', callId).executeTakeFirst())
    },

    async list(companyId, filter, {limit, after}) {
      const newest = db
        .selectFrom('leads')
        .selectAll()
        .where(matching(companyId, filter))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
      const page = after ? newest.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(after.createdAt, after.id))) : newest
      return (await page.execute()).map(fromRow)
    },

    async count(companyId, filter) {
      const {total} = await db
        .selectFrom('leads')
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .where(matching(companyId, filter))
        .executeTakeFirstOrThrow()
      return total
    },
  }
}

const ofCompany = (db: Kysely<Database>, companyId: string) => db.selectFrom('leads').selectAll().where('company_id', '=', companyId)

const matching = (companyId: string, filter: LeadFilter) => (eb: ExpressionBuilder<Database, 'leads'>) => {
  const {skillbaseId, status, since, until} = filter
  return eb.and([
    eb('company_id', '=', companyId),
    ...(skillbaseId === undefined ? [] : [eb('skillbase_id', '=', skillbaseId)]),
    ...(status === undefined ? [] : [eb('status', '=', status)]),
    ...(since === undefined ? [] : [eb('created_at', '>=', since)]),
    ...(until === undefined ? [] : [eb('created_at', '<', until)]),
  ])
}

const callNotFound = (id: string) => new AppError('CALL_NOT_FOUND', {en: `No call "${id}".`, ru: `Нет звонка «${id}».`}, {exit: 'notFound'})
