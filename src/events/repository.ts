import type {Kysely} from 'kysely'
import {AppError} from '../errors.ts'
import {batches} from '../store/batches.ts'
import {codec} from '../store/codec.ts'
import {isUniqueViolation, unless} from '../store/database-errors.ts'
import type {Database} from '../store/schema.ts'
import {atomically} from '../store/transaction.ts'
import type {EventLog, StoredEvent} from './event-log.ts'

const {toRow, fromRow} = codec('events')

export function eventLog(db: Kysely<Database>): EventLog {
  return {
    append: (companyId, events) =>
      atomically(db, async (tx) => {
        let appended = 0
        for (const batch of batches(events)) {
          const {numInsertedOrUpdatedRows} = await tx
            .insertInto('events')
            .values(batch.map((event) => toRow({...event, companyId})))
            .onConflict((conflict) => conflict.column('id').doNothing())
            .executeTakeFirstOrThrow()
            .catch(unless(isUniqueViolation, () => sequenceTaken(batch)))
          appended += Number(numInsertedOrUpdatedRows ?? 0)
        }
        return appended
      }),

    async list(companyId, callId, {after = -1, limit} = {}) {
      const query = db
        .selectFrom('events')
        .select(['id', 'call_id', 'seq', 'type', 'at', 'payload'])
        .where('company_id', '=', companyId)
        .where('call_id', '=', callId)
        .where('seq', '>', after)
        .orderBy('seq')
      return (await (limit === undefined ? query : query.limit(limit)).execute()).map(fromRow)
    },
  }
}

const sequenceTaken = (events: readonly StoredEvent[]) => {
  const calls = [...new Set(events.map(({callId}) => callId))].join(', ')
  return new AppError(
    'EVENT_SEQUENCE_TAKEN',
    {en: `Two writers number the events of one call: ${calls}.`, ru: `События одного звонка нумеруют двое: ${calls}.`},
    {exit: 'conflict'},
  )
}
