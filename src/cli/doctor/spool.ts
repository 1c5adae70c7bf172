import {stat} from 'node:fs/promises'
import type {Bilingual} from '../../bilingual.ts'
import type {Store} from '../../store/store.ts'
import {type CheckResult, warning} from './check.ts'

/** Calls of a company that stay as they are until somebody does something: nobody else would ever notice. */
export async function spoolResults(companyId: string, spoolDir: string, store: Store): Promise<CheckResult[]> {
  // Told where folders are looked at.
  if (await isNoFolder(spoolDir)) return []
  const [{brokenCalls}, {waitingCalls}, {homelessCalls, strandedCalls}, {filesPutAside, spoolFile}, {strangeEntries}] = await Promise.all([
    import('../../call/broken-calls.ts'),
    import('../../call/waiting-calls.ts'),
    import('../../call/adopt-calls.ts'),
    import('../../events/spool.ts'),
    import('../../call/strange-entries.ts'),
  ])
  const own = {dir: spoolDir, database: await store.identity(), companyId}
  const stranded = strandedCalls(own)
  // What is left of a call may belong to the database that this one has replaced: then it can be had.
  const broken = (await brokenCalls(companyId, {store, spoolDir})).map(({callId}) => callId).filter((id) => !stranded.includes(id))
  return [
    ...broken.map(brokenCall),
    ...waitingCalls(own).map(waitingCall),
    ...stranded.map(strandedCall),
    ...homelessCalls(own, new Set((await store.companies.list()).map(({id}) => id))).map((id) => homelessCall(id, spoolFile(spoolDir, id))),
    ...filesPutAside(spoolDir).map(putAside),
    ...(await strangeEntries(companyId, spoolDir, store))
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

const homelessCall = (id: string, file: string): CheckResult =>
  warning(
    'spool',
    {
      en: `Call ${id} was begun in another database, for a company that this one does not have.`,
      ru: `Звонок ${id} начат с другой базой данных, для компании, которой в этой нет.`,
    },
    {
      en: `Restore a backup of that database, then \`voicectl call resume ${id} --close --adopt\`; or remove ${file} when nobody needs the call.`,
      ru: `Восстановите копию той базы и выполните \`voicectl call resume ${id} --close --adopt\`; или удалите ${file}, если звонок не нужен.`,
    },
  )

/** For a database that is not there: what is made in its place is another one, and knows nothing of these calls. */
export async function spoolWithoutDatabase(spoolDir: string): Promise<CheckResult[]> {
  if (await isNoFolder(spoolDir)) return []
  const {spooledCalls} = await import('../../events/spool.ts')
  const ids = spooledCalls(spoolDir)
  if (ids.length === 0) return []
  return [
    warning(
      'spool',
      {
        en: `Calls in ${spoolDir} wait for a database that is not there: ${ids.join(', ')}.`,
        ru: `Звонки в ${spoolDir} ждут базу данных, которой нет: ${ids.join(', ')}.`,
      },
      {
        en: 'If it was lost, bring it back before it is made anew: `voicectl db restore FILE`.',
        ru: 'Если база потеряна, верните её, пока не создана новая: `voicectl db restore ФАЙЛ`.',
      },
    ),
  ]
}

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
