import type {Kysely} from 'kysely'
import {AppError} from '../errors.ts'
import {batches} from '../store/batches.ts'
import {codec} from '../store/codec.ts'
import {isForeignKeyViolation, unless} from '../store/database-errors.ts'
import type {Database} from '../store/schema.ts'
import {atomically} from '../store/transaction.ts'
import {excluded, lastOfEach} from '../store/upsert.ts'
import type {CallRepository} from './call-repository.ts'

const turnCodec = codec('turns')
const messageCodec = codec('messages')
const snapshotCodec = codec('call_snapshots')

/** What belongs to one call: turns, transcript, snapshot. */
export function transcriptRepository(
  db: Kysely<Database>,
): Pick<CallRepository, 'putTurns' | 'turns' | 'putMessages' | 'messages' | 'putSnapshot' | 'snapshot'> {
  return {
    putTurns: (companyId, turns) =>
      atomically(db, async (tx) => {
        for (const batch of batches(lastOfEach('turns', turns))) {
          const written = await tx
            .insertInto('turns')
            .values(batch.map((turn) => turnCodec.toRow({...turn, companyId})))
            .onConflict((conflict) =>
              conflict.columns(['call_id', 'seq']).doUpdateSet(excluded('turns')).whereRef('turns.company_id', '=', 'excluded.company_id'),
            )
            .executeTakeFirstOrThrow()
            .catch(unless(isForeignKeyViolation, callNotFound))
          if (Number(written.numInsertedOrUpdatedRows) < batch.length) throw callNotFound()
        }
      }),

    async turns(companyId, callId) {
      const query = db.selectFrom('turns').selectAll().where('company_id', '=', companyId).where('call_id', '=', callId)
      return (await query.orderBy('seq').execute()).map(turnCodec.fromRow).map(withoutCompany)
    },

    putMessages: (companyId, messages) =>
      atomically(db, async (tx) => {
        for (const batch of batches(lastOfEach('messages', messages))) {
          const written = await tx
            .insertInto('messages')
            .values(batch.map((message) => messageCodec.toRow({...message, companyId})))
            .onConflict((conflict) =>
              conflict
                .columns(['call_id', 'seq'])
                .doUpdateSet(excluded('messages'))
                .whereRef('messages.company_id', '=', 'excluded.company_id'),
            )
            .executeTakeFirstOrThrow()
            .catch(unless(isForeignKeyViolation, callNotFound))
          if (Number(written.numInsertedOrUpdatedRows) < batch.length) throw callNotFound()
        }
      }),

    async messages(companyId, callId) {
      const query = db.selectFrom('messages').selectAll().where('company_id', '=', companyId).where('call_id', '=', callId)
      return (await query.orderBy('seq').execute()).map(messageCodec.fromRow).map(withoutCompany)
    },

    putSnapshot: (companyId, snapshot) =>
      atomically(db, async (tx) => {
        const call = tx.selectFrom('calls').select('id').where('company_id', '=', companyId).where('id', '=', snapshot.callId)
        if (!(await call.executeTakeFirst())) throw callNotFound()
        await tx
          .insertInto('call_snapshots')
          .values(snapshotCodec.toRow({...snapshot, companyId}))
          .onConflict((conflict) =>
            conflict.column('call_id').doUpdateSet(excluded('call_snapshots')).whereRef('call_snapshots.seq', '<=', 'excluded.seq'),
          )
          .execute()
      }),

    async snapshot(companyId, callId) {
      const query = db.selectFrom('call_snapshots').selectAll().where('company_id', '=', companyId).where('call_id', '=', callId)
      const found = snapshotCodec.fromFirst(await query.executeTakeFirst())
      return found && withoutCompany(found)
    },
  }
}

function withoutCompany<Owned extends {companyId: string}>(entity: Owned): Omit<Owned, 'companyId'> {
  const rest: Partial<Owned> = {...entity}
  delete rest.companyId
  return rest as Omit<Owned, 'companyId'>
}

const callNotFound = () =>
  new AppError('CALL_NOT_FOUND', {en: 'No such call in this company.', ru: 'В этой компании нет такого звонка.'}, {exit: 'notFound'})
