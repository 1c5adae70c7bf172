import {AppError, exitCodes} from '../errors.ts'

export const cancelled = (cause?: unknown): AppError =>
  new AppError('CANCELLED', {en: 'Cancelled.', ru: 'Отменено.'}, {exit: 'cancelled', ...(cause !== undefined && {cause})})

/** The reader of stdout went away (`| head`): nobody is left to tell, and nothing is wrong. */
export const brokenPipe = new Error('the reader of stdout went away')

let asked: AbortController | undefined

/** Somebody wants the process to end: by name, or by closing its terminal. */
const ends = ['SIGTERM', 'SIGHUP'] as const

/**
 * For commands that run long: aborted at the first Ctrl-C, SIGTERM or SIGHUP, with a `CANCELLED` error as the reason, so that the
 * current step can be finished or undone. A second Ctrl-C ends the process at once.
 */
export function interruptSignal(): AbortSignal {
  if (!asked) {
    asked = new AbortController()
    for (const signal of ends) process.on(signal, interrupt)
  }
  return asked.signal
}

/** While this is in force, Ctrl-C exits with 130 and a closed pipe stops whoever listens. Returns how to end it. */
export function watchInterrupts(announce: () => void): () => void {
  const onInterrupt = () => {
    if (interrupt()) return
    announce()
    process.exit(exitCodes.cancelled)
  }
  const onError = (error: NodeJS.ErrnoException) => {
    // A terminal that was closed answers EIO.
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
    asked?.abort(brokenPipe)
  }
  process.on('SIGINT', onInterrupt)
  process.stdout.on('error', onError)
  process.stderr.on('error', onError)
  return () => {
    process.off('SIGINT', onInterrupt)
    for (const signal of ends) process.off(signal, interrupt)
    process.stdout.off('error', onError)
    process.stderr.off('error', onError)
    asked = undefined
  }
}

/** Returns whether a command takes care of it. */
function interrupt(): boolean {
  if (!asked || asked.signal.aborted) return false
  asked.abort(cancelled())
  return true
}
