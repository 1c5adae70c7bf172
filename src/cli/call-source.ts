import {existsSync} from 'node:fs'
import type {Store} from '../store/store.ts'
import type {Deps} from './deps.ts'

export interface CallSource extends Pick<Store, 'calls' | 'skillbases' | 'leads' | 'events'> {
  readonly companyId: string
  /** Zone of the company. */
  readonly timezone: string
  /** Calls that are over and wait in the spool for the database, by the beginning of an id; all without. */
  readonly waiting: (reference?: string) => Promise<readonly string[]>
}

/** What a command that reads calls looks into. */
export async function callSource(deps: Deps): Promise<CallSource> {
  const {id: companyId, timezone} = await deps.companyToRead()
  const store = await deps.store()
  const waiting = async (reference?: string) => {
    const {spool} = await deps.config()
    // What reads the spool takes as long to load as all the rest, and mostly nothing waits there.
    if (await isEmpty(spool.dir)) return []
    const {waitingCalls} = await import('../call/waiting-calls.ts')
    return waitingCalls({dir: spool.dir, database: await store.identity(), companyId}, reference)
  }
  return {...store, companyId, timezone, waiting}
}

async function isEmpty(folder: string): Promise<boolean> {
  const {readdir} = await import('node:fs/promises')
  try {
    return (await readdir(folder)).length === 0
  } catch {
    // Whatever is wrong with the folder is told by what reads it, unless it is not there yet.
    return !existsSync(folder)
  }
}
