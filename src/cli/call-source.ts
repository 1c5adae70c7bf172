import {readdirSync} from 'node:fs'
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
    // Nearly always: then nothing has to be loaded to read it.
    if (isEmpty(spool.dir)) return []
    const {waitingCalls} = await import('../call/waiting-calls.ts')
    try {
      return waitingCalls({dir: spool.dir, database: await store.identity(), companyId}, reference)
    } catch (error) {
      if (isDenied(error)) return []
      throw error
    }
  }
  return {...store, companyId, timezone, waiting}
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || isDenied(error)) return true
    throw error
  }
}

/** Who may read the database may not have to read the spool of whoever makes calls. */
const isDenied = (error: unknown): boolean => ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
