import {readdirSync} from 'node:fs'
import type {Store} from '../store/store.ts'
import type {Deps} from './deps.ts'

export interface CallSource extends Pick<Store, 'calls' | 'skillbases' | 'leads' | 'events'> {
  readonly companyId: string
  /** Zone of the company. */
  readonly timezone: string
  /** Calls that are over and wait in the spool for the database, by the beginning of an id; all without. */
  readonly waiting: (reference?: string) => Promise<readonly string[]>
  /** The same, and calls that are shown as going on although nobody holds them any more. Nearly always nothing. */
  readonly unfinished: (reference?: string) => Promise<UnfinishedCalls | undefined>
}

/** Ids. */
export interface UnfinishedCalls {
  /** Over, and not in the database yet. */
  readonly waiting: readonly string[]
  /** They can go on. */
  readonly lost: readonly string[]
  /** They can only be closed. */
  readonly broken: readonly string[]
  /** The company is switched off: nobody goes on with its calls. */
  readonly isOff?: boolean
}

/** What a command that reads calls looks into. */
export async function callSource(deps: Deps): Promise<CallSource> {
  const {id: companyId, timezone, status} = await deps.companyToRead()
  const store = await deps.store()
  const view = async () => ({dir: (await deps.config()).spool.dir, database: await store.identity(), companyId})
  const waiting = async (reference?: string) => {
    const own = await view()
    // Nearly always: then nothing has to be loaded to read it.
    if (look(own.dir) !== 'something') return []
    const {waitingCalls} = await import('../call/waiting-calls.ts')
    return waitingCalls(own, reference)
  }
  const unfinished = async (reference?: string) => {
    const own = await view()
    const hasActive = async () => (await store.calls.list(companyId, {status: 'active'}, {limit: 1})).length > 0
    const found = look(own.dir)
    if (found === 'hidden' || (found === 'nothing' && !(await hasActive()))) return undefined
    const [{lostCalls}, {brokenCalls}, {strandedCalls}] = await Promise.all([
      import('../call/lost-calls.ts'),
      import('../call/broken-calls.ts'),
      import('../call/adopt-calls.ts'),
    ])
    // Whole, but in the file of another database: `doctor` and `call resume` tell of those.
    const stranded = strandedCalls(own, reference)
    const broken = (await brokenCalls(companyId, {store, spoolDir: own.dir}, reference)).map(({callId}) => callId)
    return {
      waiting: await waiting(reference),
      lost: lostCalls(own, reference).map(({callId}) => callId),
      broken: broken.filter((id) => !stranded.includes(id)),
      isOff: status === 'inactive',
    }
  }
  return {...store, companyId, timezone, waiting, unfinished}
}

/** Who may read the database may not have to read the spool of whoever makes calls; what is wrong with its folder is for `doctor`. */
function look(folder: string): 'nothing' | 'hidden' | 'something' {
  try {
    return readdirSync(folder).length === 0 ? 'nothing' : 'something'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'nothing' : 'hidden'
  }
}
