import {AppError} from '../errors.ts'
import {spooledCalls, spoolFile, spoolOwner} from './spool.ts'

/** Whose calls are looked for in a spool. One folder may serve several databases, and each database several companies. */
export interface SpoolView {
  readonly dir: string
  /** `identity()` of the store. */
  readonly database: string
  /** Of every company when absent. */
  readonly companyId?: string | undefined
}

/** Ids of the calls in the spool that belong to this database and company. A file that does not say belongs to whoever finds it. */
export const ownCalls = (view: SpoolView): string[] => spooledCalls(view.dir).filter((id) => isOwn(view, id))

/** Also true of a call without a file. */
export function isOwn({dir, database, companyId}: SpoolView, callId: string): boolean {
  const owner = spoolOwner(dir, callId)
  return (owner.database ?? database) === database && (companyId === undefined || (owner.companyId ?? companyId) === companyId)
}

/** A copy of a database knows the company and the bot of such a call, and would store it without a complaint. */
export const ofAnotherDatabase = (dir: string, callId: string): AppError =>
  new AppError(
    'CALL_OF_ANOTHER_DATABASE',
    {
      en: `Call ${callId} was begun in another database: ${spoolFile(dir, callId)}.`,
      ru: `Звонок ${callId} начат с другой базой данных: ${spoolFile(dir, callId)}.`,
    },
    {
      exit: 'refused',
      hint: {
        en: 'Use the profile of that database. If this one has taken its place, add `--adopt` to `voicectl call resume`.',
        ru: 'Возьмите профиль той базы. Если эта база её заменила, добавьте `--adopt` к `voicectl call resume`.',
      },
    },
  )
