import {stat} from 'node:fs/promises'
import type {Bilingual} from '../../bilingual.ts'
import type {Store} from '../../store/store.ts'
import {type CheckResult, warning} from './check.ts'

/** Calls of a company that stay as they are until somebody does something: nobody else would ever notice. */
export async function spoolResults(companyId: string, spoolDir: string, store: Store): Promise<CheckResult[]> {
  // Told where folders are looked at.
  if (await isNoFolder(spoolDir)) return []
  const [{brokenCalls}, {waitingCalls}, {strandedCalls}, {filesPutAside}, {foreignEntries}] = await Promise.all([
    import('../../call/broken-calls.ts'),
    import('../../call/waiting-calls.ts'),
    import('../../call/adopt-calls.ts'),
    import('../../events/spool.ts'),
    import('../../events/foreign-entries.ts'),
  ])
  const own = {dir: spoolDir, database: await store.identity(), companyId}
  const broken = (await brokenCalls(companyId, {store, spoolDir})).map(({callId}) => callId)
  return [
    ...broken.map(brokenCall),
    ...waitingCalls(own).map(waitingCall),
    ...strandedCalls(own).map(strandedCall),
    ...filesPutAside(spoolDir).map(putAside),
    ...foreignEntries(spoolDir)
      .filter(({callId}) => !broken.includes(callId))
      .map(({text, fix}) => warning('spool', text, fix)),
  ]
}

const isNoFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => !found.isDirectory(),
    ({code}: NodeJS.ErrnoException) => code === 'ENOTDIR',
  )

const brokenCall = (id: string): CheckResult =>
  warning(
    'spool',
    {
      en: `What call ${id} left behind is damaged or gone: it can only be closed.`,
      ru: `То, что осталось от звонка ${id}, повреждено или пропало: его можно только закрыть.`,
    },
    run(`voicectl call resume ${id} --close`),
  )

const waitingCall = (id: string): CheckResult =>
  warning(
    'spool',
    {
      en: `Call ${id} is over, but not in the database yet: it was away then.`,
      ru: `Звонок ${id} закончен, но ещё не записан в базу: тогда она была недоступна.`,
    },
    run(`voicectl call resume ${id} --close`),
  )

const strandedCall = (id: string): CheckResult =>
  warning(
    'spool',
    {
      en: `Call ${id} was begun in another database and waits for it.`,
      ru: `Звонок ${id} начат с другой базой данных и ждёт её.`,
    },
    {
      en: `Store it there. If this database has replaced that one: \`voicectl call resume ${id} --close --adopt\`.`,
      ru: `Запишите его там. Если эта база заменила ту: \`voicectl call resume ${id} --close --adopt\`.`,
    },
  )

const putAside = (file: string): CheckResult =>
  warning(
    'spool',
    {
      en: `What was left of a damaged call is kept in ${file}.`,
      ru: `То, что осталось от повреждённого звонка, лежит в ${file}.`,
    },
    {en: 'The call is closed: remove the file when nobody needs it.', ru: 'Звонок закрыт: удалите файл, когда он не нужен.'},
  )

const run = (command: string): Bilingual => ({en: `Run \`${command}\`.`, ru: `Выполните \`${command}\`.`})
