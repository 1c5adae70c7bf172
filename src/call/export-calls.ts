import {AppError} from '../errors.ts'
import type {Store} from '../store/store.ts'
import {type CallQuery, getCall, listCalls} from './list-calls.ts'
import {type CallReport, readReport} from './simulate/call-report.ts'

export interface ExportDeps extends Pick<Store, 'calls' | 'skillbases' | 'leads' | 'events'> {
  readonly companyId: string
  /** Zone of the company. */
  readonly timezone: string
  readonly waiting: (reference: string) => Promise<readonly string[]>
}

export interface ExportedCall extends CallReport {
  readonly events: readonly unknown[]
}

/**
 * Whole calls, one at a time, so that an export of any size fits in memory: record, fields, transcript, lead and every event. A call that is named
 * twice comes once.
 * @throws AppError USAGE when calls are named and a filter is given
 */
export function exportCalls(references: readonly string[], query: CallQuery, now: number, deps: ExportDeps): AsyncGenerator<ExportedCall> {
  const {limit: _, ...filter} = query
  if (references.length > 0 && Object.values(filter).some((value) => value !== undefined)) throw namedAndFiltered()
  return wholeCalls(references, query, now, deps)
}

async function* wholeCalls(references: readonly string[], query: CallQuery, now: number, deps: ExportDeps): AsyncGenerator<ExportedCall> {
  const ids = references.length > 0 ? references : (await listCalls(query, now, deps)).calls.map((call) => call.id)
  const given = new Set<string>()
  for (const reference of ids) {
    const {id} = await getCall(reference, deps)
    if (given.has(id)) continue
    given.add(id)
    yield {...(await readReport(deps.companyId, id, deps)), events: await deps.events.list(deps.companyId, id)}
  }
}

const namedAndFiltered = () =>
  new AppError(
    'USAGE',
    {en: 'Calls are named and filtered at once.', ru: 'Звонки и названы, и отбираются фильтром.'},
    {exit: 'usage', hint: {en: 'Give ids or filters.', ru: 'Укажите либо идентификаторы, либо фильтры.'}},
  )
