import type {Kysely} from 'kysely'
import {AppError} from '../errors.ts'
import {codec} from '../store/codec.ts'
import {isForeignKeyViolation, isUniqueViolation, unless} from '../store/database-errors.ts'
import {findByReference} from '../store/reference.ts'
import type {Database} from '../store/schema.ts'
import type {Call, NewCall} from './call.ts'
import {callList} from './call-list.ts'
import type {CallRepository} from './call-repository.ts'
import {transcriptRepository} from './transcript-repository.ts'

const {toRow, toPatch, fromRow, fromFirst} = codec('calls')

export function callRepository(db: Kysely<Database>): CallRepository {
  const change = (companyId: string, id: string, patch: Partial<Call>) =>
    db.updateTable('calls').set(toPatch(patch)).where('company_id', '=', companyId).where('id', '=', id).returningAll()

  return {
    async insert(companyId, fresh) {
      const call = newCall(companyId, fresh)
      await db
        .insertInto('calls')
        .values(toRow(call))
        .execute()
        .catch(unless(isUniqueViolation, () => callExists(call.id)))
        .catch(unless(isForeignKeyViolation, () => noSuchVersion(call)))
      return call
    },

    async update(companyId, id, progress) {
      const patch = known(progress)
      if (Object.keys(patch).length > 0) return fromFirst(await change(companyId, id, patch).executeTakeFirst())
      return fromFirst(await ofCompany(db, companyId).where('id', '=', id).executeTakeFirst())
    },

    async close(companyId, id, {status, endReason, endedAt, ...progress}) {
      const end = change(companyId, id, {...known(progress), status, endReason, endedAt})
      return fromFirst(await end.where('status', '=', 'active').executeTakeFirst())
    },

    find: (companyId, reference) =>
      findByReference(reference, {
        byIdRange: async (from, to) =>
          (await ofCompany(db, companyId).where('id', '>=', from).where('id', '<', to).limit(2).execute()).map(fromRow),
      }),

    ...callList(db),
    ...transcriptRepository(db),
  }
}

const ofCompany = (db: Kysely<Database>, companyId: string) => db.selectFrom('calls').selectAll().where('company_id', '=', companyId)

const newCall = (companyId: string, fresh: NewCall): Call => ({
  callerNumber: null,
  calleeNumber: null,
  answeredAt: null,
  fields: {},
  ...fresh,
  companyId,
  status: 'active',
  telephonyResult: null,
  outcome: null,
  outcomeKind: null,
  outcomeEvidence: null,
  endReason: null,
  statesVisited: [],
  turnCount: 0,
  endedAt: null,
})

/** Only what may change: an object that carries more, an id for one, does not move a call. */
function known({
  mode,
  language,
  fields,
  statesVisited,
  turnCount,
  answeredAt,
  telephonyResult,
  outcome,
  outcomeKind,
  outcomeEvidence,
}: Partial<Call>): Partial<Call> {
  const progress = {mode, language, fields, statesVisited, turnCount, answeredAt, telephonyResult, outcome, outcomeKind, outcomeEvidence}
  return Object.fromEntries(Object.entries(progress).filter(([, value]) => value !== undefined))
}

const callExists = (id: string) =>
  new AppError('CALL_EXISTS', {en: `Call ${id} already exists.`, ru: `Звонок ${id} уже есть.`}, {exit: 'conflict'})

const noSuchVersion = ({skillbaseId, skillbaseVersion}: Call) =>
  new AppError(
    'VERSION_NOT_FOUND',
    {
      en: `The company has no version ${skillbaseVersion} of skillbase ${skillbaseId}.`,
      ru: `У компании нет версии ${skillbaseVersion} скиллбейса ${skillbaseId}.`,
    },
    {exit: 'notFound'},
  )
