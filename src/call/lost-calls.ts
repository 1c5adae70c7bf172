import {AppError} from '../errors.ts'
import {ownCalls, type SpoolView} from '../events/own-calls.ts'
import {type Orphan, orphan} from './orphan.ts'

/** Simulated calls of a company whose process was lost, oldest first. A spool that cannot be read is nobody's call. */
export function lostCalls(view: SpoolView & {readonly companyId: string}, reference = ''): Orphan[] {
  return ownCalls(view)
    .filter((id) => id.startsWith(reference.toUpperCase()))
    .flatMap((id) => readable(() => orphan(view.dir, id)) ?? [])
    .filter((lost) => lost.companyId === view.companyId && lost.started.channel === 'simulated')
}

function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}
