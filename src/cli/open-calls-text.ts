import type {Bilingual} from '../bilingual.ts'
import {openCalls} from '../call/open-calls.ts'
import type {Company} from '../company/company.ts'
import type {Deps} from './deps.ts'
import {someOf} from './unfinished-calls.ts'

/** What is still open in a company that was switched off: what was cut off there, nobody would ever close. Nothing when all is done. */
export async function openCallsText({id, slug}: Company, deps: Deps): Promise<Bilingual | undefined> {
  const store = await deps.store()
  const ids = await openCalls(id, {dir: (await deps.config()).spool.dir, database: await store.identity()}, store)
  if (ids.length === 0) return undefined
  const {en, ru} = someOf(ids)
  const command = `\`voicectl call resume --close --company ${slug}\``
  return {
    en: `Calls still open: ${en}. Those that go on are brought to an end; ${command} closes those that were cut off.`,
    ru: `Ещё открыты звонки: ${ru}. Те, что идут, будут доведены до конца; оборванные закроет ${command}.`,
  }
}
