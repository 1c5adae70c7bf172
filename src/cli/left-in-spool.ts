import {readdirSync} from 'node:fs'
import type {Bilingual} from '../bilingual.ts'
import type {Config} from '../config/schema.ts'

/**
 * What a copy of the database lacks: calls that are over and wait in the spool, since the database was away when they ended. Nothing when there are
 * none, or when nobody can tell: the copy is made all the same, and `doctor` says what is wrong with the spool.
 */
export async function leftInSpool({database, spool, company}: Config): Promise<Bilingual | undefined> {
  // Nearly always: then nothing has to be opened once more.
  if (isEmpty(spool.dir)) return undefined
  const waiting = await waitingBySlug(database.url, spool.dir).catch(() => new Map<string, number>())
  const count = [...waiting.values()].reduce((sum, each) => sum + each, 0)
  if (count === 0) return undefined
  const commands = [...waiting.keys()].map((slug) => `\`voicectl call resume --close${slug === company ? '' : ` --company ${slug}`}\``)
  return {
    en: `${count} finished ${count === 1 ? 'call waits' : 'calls wait'} in ${spool.dir} and ${count === 1 ? 'is' : 'are'} not in this copy. To have ${count === 1 ? 'it' : 'them'}: ${commands.join(', ')}, then copy again.`,
    ru: `В копии нет законченных звонков, которые ждут в ${spool.dir}: ${count}. Записать их: ${commands.join(', ')}, затем скопируйте снова.`,
  }
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch {
    return true
  }
}

/** How many calls wait, by the slug of their company. A file that names none belongs to whoever looks. */
async function waitingBySlug(url: string, dir: string): Promise<ReadonlyMap<string, number>> {
  const [{openStore}, {waitingCalls}] = await Promise.all([import('../store/open-store.ts'), import('../call/waiting-calls.ts')])
  const store = await openStore({url, schema: 'ignore', readonly: true, poolSize: 1})
  try {
    const own = {dir, database: await store.identity()}
    const waiting = (await store.companies.list()).map(({id, slug}) => [slug, waitingCalls({...own, companyId: id}).length] as const)
    return new Map(waiting.filter(([, count]) => count > 0))
  } finally {
    await store.close()
  }
}
