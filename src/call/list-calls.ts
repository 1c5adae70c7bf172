import {AppError} from '../errors.ts'
import {isIdBeginning} from '../ids.ts'
import {startOfDay} from '../local-moment.ts'
import {skillbaseNotFound} from '../skillbase/stored-errors.ts'
import type {Store} from '../store/store.ts'
import type {CallFilter} from './call-repository.ts'
import {type CallReport, callView, type CallView, readReport} from './simulate/call-report.ts'
import type {Call} from './call.ts'

export interface CallQuery extends Omit<CallFilter, 'skillbaseId' | 'since' | 'until'> {
  /** Slug, id or unique beginning of an id. */
  readonly skillbase?: string | undefined
  /** ISO 8601, a day of the company, or a span back from now such as `24h` or `7d`. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly limit: number
}

type CallDeps = Pick<Store, 'calls' | 'skillbases' | 'leads' | 'events'> & {
  readonly companyId: string
  /** Calls that are over and wait in the spool, by the beginning of an id. */
  readonly waiting: (reference: string) => Promise<readonly string[]>
}
type ListDeps = Omit<CallDeps, 'waiting'> & {
  /** Zone of the company. */
  readonly timezone: string
}

/** Newest first. `total` counts with the same filter (D-41). @throws AppError BAD_TIME, EMPTY_RANGE (usage), SKILLBASE_NOT_FOUND */
export async function listCalls(
  {skillbase, since, until, limit, ...filter}: CallQuery,
  now: number,
  deps: ListDeps,
): Promise<{calls: CallView[]; total: number}> {
  const {calls, skillbases, companyId, timezone} = deps
  const slugs = new Map((await skillbases.list(companyId)).map((each) => [each.id, each.slug]))
  const stored = skillbase === undefined ? undefined : await skillbases.find(companyId, skillbase)
  if (skillbase !== undefined && !stored) throw skillbaseNotFound(skillbase, [...slugs.values()])
  const range = {since: moment(since, now, timezone), until: moment(until, now, timezone)}
  if (range.since !== undefined && range.until !== undefined && range.until <= range.since) throw emptyRange(since!, until!)
  const where: CallFilter = {...filter, skillbaseId: stored?.id, ...range}
  const found = await calls.list(companyId, where, {limit})
  return {
    calls: found.map((call) => callView(call, slugs.get(call.skillbaseId) ?? call.skillbaseId)),
    total: await calls.count(companyId, where),
  }
}

/** @throws AppError CALL_NOT_FOUND, CALL_NOT_STORED (unavailable) when it waits in the spool */
export async function getCall(
  reference: string,
  {calls, companyId, waiting}: Pick<CallDeps, 'calls' | 'companyId' | 'waiting'>,
): Promise<Call> {
  const call = await calls.find(companyId, reference)
  if (call) return call
  const [id] = isIdBeginning(reference) ? await waiting(reference) : []
  throw id === undefined ? callNotFound(reference) : callWaits(id)
}

const callWaits = (id: string): AppError =>
  new AppError(
    'CALL_NOT_STORED',
    {
      en: `Call ${id} is over, but it is not in the database yet: that was away then.`,
      ru: `Звонок ${id} закончен, но ещё не записан в базу: тогда она была недоступна.`,
    },
    {
      exit: 'unavailable',
      hint: {
        en: `\`voicectl call resume ${id} --close\` stores it.`,
        ru: `Записать: \`voicectl call resume ${id} --close\`.`,
      },
    },
  )

export const callNotFound = (reference: string): AppError =>
  new AppError(
    'CALL_NOT_FOUND',
    {en: `No call "${reference}".`, ru: `Нет звонка «${reference}».`},
    {
      exit: 'notFound',
      hint:
        reference.startsWith('0') && !isIdBeginning(reference)
          ? {
              en: 'The beginning of an id has at least four characters, as `voicectl call list` shows it.',
              ru: 'Начало идентификатора — не меньше четырёх знаков, как его показывает `voicectl call list`.',
            }
          : {en: 'List them with `voicectl call list`.', ru: 'Список: `voicectl call list`.'},
    },
  )

export async function showCall(reference: string, deps: CallDeps): Promise<CallReport> {
  const {id} = await getCall(reference, deps)
  return readReport(deps.companyId, id, deps)
}

const emptyRange = (since: string, until: string): AppError =>
  new AppError(
    'EMPTY_RANGE',
    {en: `--until ${until} is not after --since ${since}.`, ru: `--until ${until} не позже, чем --since ${since}.`},
    {
      exit: 'usage',
      hint: {
        en: 'Calls are listed from --since up to --until; of spans back from now the longer one comes first: `--since 2h --until 1h`.',
        ru: 'Звонки берутся от --since и до --until; из двух сроков назад больший стоит первым: `--since 2h --until 1h`.',
      },
    },
  )

const spans: Readonly<Record<string, number>> = {m: 60_000, h: 3_600_000, d: 86_400_000}

const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/
const isoDay = /^\d{4}-\d\d-\d\d$/

/** @throws AppError BAD_TIME */
function moment(text: string | undefined, now: number, timezone: string): number | undefined {
  if (text === undefined) return undefined
  const span = /^(\d{1,6})([mhd])$/.exec(text)
  if (span) return now - Number(span[1]) * spans[span[2]!]!
  const at = isoMoment.test(text) || isoDay.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(at)) return isoDay.test(text) ? startOfDay(text, timezone) : at
  throw new AppError(
    'BAD_TIME',
    {en: `"${text}" is no moment in time.`, ru: `«${text}» — не момент времени.`},
    {exit: 'usage', hint: {en: 'Write 24h, 7d or 2026-03-11T10:30:00+03:00.', ru: 'Пишите 24h, 7d или 2026-03-11T10:30:00+03:00.'}},
  )
}
