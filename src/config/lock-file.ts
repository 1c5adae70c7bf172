import {type FileHandle, mkdir, open, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {AppError} from '../errors.ts'

/** An edit takes milliseconds: what is older was left by a process that was killed, ms. */
const abandonedAfter = 5_000
const patience = 10_000

/**
 * Runs `work` while nobody else edits the file: two that read it at the same time would each write back what the other has not seen.
 * @throws AppError CONFIG_BUSY when the lock is never free
 */
export async function locked<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const lock = join(dirname(path), `.${basename(path)}.lock`)
  const handle = await taken(lock)
  // Where nothing can be written there is nothing to guard: the write itself says why.
  if (!handle) return work()
  try {
    return await work()
  } finally {
    await handle.close()
    await rm(lock, {force: true})
  }
}

async function taken(lock: string): Promise<FileHandle | undefined> {
  const deadline = performance.now() + patience
  while (performance.now() < deadline) {
    try {
      await mkdir(dirname(lock), {recursive: true, mode: 0o700})
      return await open(lock, 'wx', 0o600)
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException
      if (code !== 'EEXIST') return undefined
      await removeAbandoned(lock)
      await sleep(5 + Math.random() * 20)
    }
  }
  throw new AppError(
    'CONFIG_BUSY',
    {en: `Another process is editing the settings: ${lock} is there.`, ru: `Настройки правит другой процесс: есть ${lock}.`},
    {exit: 'unavailable', hint: {en: 'Try again.', ru: 'Повторите.'}},
  )
}

async function removeAbandoned(lock: string): Promise<void> {
  const found = await stat(lock).catch(() => undefined)
  if (found && Date.now() - found.mtimeMs > abandonedAfter) await rm(lock, {force: true})
}
