import {randomBytes} from 'node:crypto'
import {open, readFile, rm, stat} from 'node:fs/promises'
import {hostname} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {makeFolder} from '../make-folder.ts'
import {AppError} from '../errors.ts'
import type {ProcessMark} from '../events/call-event.ts'
import {isGone, ownMark} from '../events/process-mark.ts'

/** An edit takes milliseconds: a lock that is older and does not say who holds it here was left by a process that was killed, ms. */
const abandonedAfter = 5_000
const patience = 10_000

/** Edits of others are over long before. */
const noticed = 500

/** What stands in a lock. The nonce tells two locks at one place apart. */
type Holder = ProcessMark & {readonly nonce: string}

/**
 * Runs `work` while nobody else edits the file: two that read it at the same time would each write back what the other has not seen.
 * @param work learns whether there is a lock: where nothing can be written there is nothing to guard, and the write itself says why
 * @param onWait told once when somebody who watches would wonder
 * @throws AppError CONFIG_BUSY when the lock is never free
 */
export async function locked<Result>(
  path: string,
  work: (isLocked: boolean) => Promise<Result>,
  onWait: () => void = () => {},
): Promise<Result> {
  const lock = join(dirname(path), `.${basename(path)}.lock`)
  const tell = setTimeout(onWait, noticed)
  const isLocked = await take(lock, performance.now() + patience).finally(() => clearTimeout(tell))
  try {
    return await work(isLocked)
  } finally {
    if (isLocked) await rm(lock, {force: true})
  }
}

/** False where no lock can be made. */
async function take(lock: string, deadline: number): Promise<boolean> {
  const holder: Holder = {...ownMark(), nonce: randomBytes(8).toString('hex')}
  while (performance.now() < deadline) {
    try {
      makeFolder(dirname(lock), 0o700)
      await make(lock, holder)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
    await removeAbandoned(lock, deadline)
    await sleep(5 + Math.random() * 20)
  }
  throw busy(lock)
}

async function make(lock: string, holder: Holder): Promise<void> {
  const handle = await open(lock, 'wx', 0o600)
  try {
    await handle.writeFile(JSON.stringify(holder))
  } catch (error) {
    // A full disk: one that says nothing would hold others up.
    await rm(lock, {force: true})
    throw error
  } finally {
    await handle.close()
  }
}

/**
 * Of several who see that a lock was abandoned, one may remove it, and only that one: whoever came late would remove the lock of the first. So
 * each takes a lock named after the abandoned one, which is never seen again once it is gone, and looks once more.
 */
async function removeAbandoned(lock: string, deadline: number): Promise<void> {
  const abandoned = await abandonedName(lock)
  if (abandoned === undefined) return
  const right = `${lock}.${abandoned}`
  if (!(await take(right, deadline))) return
  try {
    if ((await abandonedName(lock)) === abandoned) await rm(lock, {force: true})
  } finally {
    await rm(right, {force: true})
  }
}

/** A name for the lock that stands there, if nobody holds it any more. */
async function abandonedName(lock: string): Promise<string | undefined> {
  const [text, found] = await Promise.all([readFile(lock, 'utf8'), stat(lock)]).catch(() => [])
  if (text === undefined || !found) return undefined
  const holder = holderIn(text)
  // Whether a process of another machine lives nobody here can tell.
  if (holder?.host === hostname()) return isGone(holder) ? holder.nonce : undefined
  return Date.now() - found.mtimeMs > abandonedAfter ? (holder?.nonce ?? `${found.ino}-${Math.round(found.mtimeMs)}`) : undefined
}

/** Nothing for one that was made a moment ago, by an older voicectl, or by a process that was killed at once. */
function holderIn(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder
    return /^[0-9a-f]{16}$/.test(holder.nonce) ? holder : undefined
  } catch {
    return undefined
  }
}

const busy = (lock: string) =>
  new AppError(
    'CONFIG_BUSY',
    {en: `Another process is editing the settings: ${lock} is there.`, ru: `Настройки правит другой процесс: есть ${lock}.`},
    {exit: 'unavailable', hint: {en: 'Try again.', ru: 'Повторите.'}},
  )
