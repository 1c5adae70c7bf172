import type {Store} from '../store/store.ts'
import {type CallQuery, getCall, listCalls} from './list-calls.ts'
import {type CallReport, readReport} from './simulate/call-report.ts'

export interface ExportDeps extends Pick<Store, 'calls' | 'skillbases' | 'leads' | 'events'> {
  readonly companyId: string
  /** Zone of the company. */
  readonly timezone: string
}

export interface ExportedCall extends CallReport {
  readonly events: readonly unknown[]
}

/** Whole calls, one at a time, so that an export of any size fits in memory: record, fields, transcript, lead and every event. */
export async function* exportCalls(
  references: readonly string[],
  query: CallQuery,
  now: number,
  deps: ExportDeps,
): AsyncGenerator<ExportedCall> {
  const ids = references.length > 0 ? references : (await listCalls(query, now, deps)).calls.map((call) => call.id)
  for (const id of ids) {
    const call = await getCall(id, deps)
    yield {...(await readReport(deps.companyId, call.id, deps)), events: await deps.events.list(deps.companyId, call.id)}
  }
}
