import {setTimeout as sleep} from 'node:timers/promises'
import {AppError} from '../../errors.ts'

export interface BusyOptions {
  /** How long to keep trying while another process writes, ms. */
  readonly patience: number
}

/**
 * SQLite waits for a lock by blocking the thread, and without a queue: short gaps between somebody's transactions starve whoever waits.
 * So its own wait is kept short, and the long one happens here, asleep and at random intervals.
 */
export async function whenFree<Result>(attempt: () => Result, {patience}: BusyOptions): Promise<Result> {
  const deadline = performance.now() + patience
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > deadline) throw busy(patience, error)
      await sleep(5 + Math.random() * 45)
    }
  }
}

export const isBusy = (error: unknown): boolean => /^SQLITE_(?:BUSY|LOCKED)/.test(String((error as {code?: unknown} | undefined)?.code))

const busy = (patience: number, cause: unknown) =>
  new AppError(
    'DATABASE_BUSY',
    {
      en: `Another process kept the database locked for ${Math.round(patience / 1000)} s.`,
      ru: `Другой процесс не отпускал базу данных ${Math.round(patience / 1000)} с.`,
    },
    {exit: 'unavailable', cause, hint: {en: 'Nothing was changed; run it again.', ru: 'Ничего не изменено; запустите ещё раз.'}},
  )
