import type {ExpressionBuilder, Kysely} from 'kysely'
import {codec} from '../store/codec.ts'
import type {Database} from '../store/schema.ts'
import type {CallFilter, CallRepository} from './call-repository.ts'

const {fromRow} = codec('calls')

/** The list and its total share one predicate, so they cannot disagree. */
export function callList(db: Kysely<Database>): Pick<CallRepository, 'list' | 'count'> {
  return {
    async list(companyId, filter, {limit, after}) {
      const newest = db
        .selectFrom('calls')
        .selectAll()
        .where(matching(companyId, filter))
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
      const page = after ? newest.where((eb) => eb(eb.refTuple('started_at', 'id'), '<', eb.tuple(after.startedAt, after.id))) : newest
      return (await page.execute()).map(fromRow)
    },

    async count(companyId, filter) {
      const {total} = await db
        .selectFrom('calls')
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .where(matching(companyId, filter))
        .executeTakeFirstOrThrow()
      return total
    },
  }
}

const matching = (companyId: string, filter: CallFilter) => (eb: ExpressionBuilder<Database, 'calls'>) => {
  const {skillbaseId, status, direction, outcome, outcomeKind, since, until} = filter
  return eb.and([
    eb('company_id', '=', companyId),
    ...(skillbaseId === undefined ? [] : [eb('skillbase_id', '=', skillbaseId)]),
    ...(status === undefined ? [] : [eb('status', '=', status)]),
    ...(direction === undefined ? [] : [eb('direction', '=', direction)]),
    ...(outcome === undefined ? [] : [eb('outcome', '=', outcome)]),
    ...(outcomeKind === undefined ? [] : [eb('outcome_kind', '=', outcomeKind)]),
    ...(since === undefined ? [] : [eb('started_at', '>=', since)]),
    ...(until === undefined ? [] : [eb('started_at', '<', until)]),
  ])
}
