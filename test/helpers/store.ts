import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {newId} from '../../src/ids.ts'
import {openStore, type StoreOptions} from '../../src/store/open-store.ts'
import type {Dialect, Store} from '../../src/store/store.ts'
import {emptyDatabase, migratedDatabase, postgresMissing, type TestDatabase} from './postgres.ts'

export interface StoreUnderTest {
  readonly dialect: Dialect
  /** One store for the whole `describe`. */
  readonly store: Store
  readonly url: string
  /** Another connection to the same database; closed after the tests. */
  open(options?: Partial<StoreOptions>): Promise<Store>
  /** A new database without tables; removed after the tests. */
  empty(): Promise<string>
}

/** Runs the same tests on both databases. Without a PostgreSQL they are skipped there, and the title says why. */
export function onBothDatabases(title: string, tests: (under: StoreUnderTest) => void): void {
  describe(`${title} (SQLite)`, () => tests(prepared('sqlite', sqliteDatabase)))
  if (postgresMissing) describe.skip(`${title} (PostgreSQL; skipped: ${postgresMissing})`, () => it('is not tested here', () => {}))
  else describe(`${title} (PostgreSQL)`, () => tests(prepared('postgres', {migrated: migratedDatabase, empty: emptyDatabase})))
}

interface Maker {
  readonly migrated: () => Promise<TestDatabase>
  readonly empty: () => Promise<TestDatabase>
}

const sqliteDatabase: Maker = {migrated: sqliteFile, empty: sqliteFile}

async function sqliteFile(): Promise<TestDatabase> {
  const home = mkdtempSync(join(tmpdir(), 'voicectl-test-'))
  return {url: `sqlite:${join(home, 'voicectl.db')}`, drop: async () => rmSync(home, {recursive: true, force: true})}
}

function prepared(dialect: Dialect, make: Maker): StoreUnderTest {
  const databases: TestDatabase[] = []
  const stores: Store[] = []
  const made = async (maker: () => Promise<TestDatabase>) => {
    const database = await maker()
    databases.push(database)
    return database.url
  }
  const open = async (options: Partial<StoreOptions> = {}) => {
    const store = await openStore({url: databases[0]!.url, poolSize: 3, ...options})
    stores.push(store)
    return store
  }
  before(async function startDatabase() {
    this.timeout(60_000)
    await made(make.migrated)
    await open()
  })
  after(async () => {
    for (const store of stores) await store.close()
    for (const database of databases) await database.drop()
  })
  return {
    dialect,
    get store() {
      return stores[0]!
    },
    get url() {
      return databases[0]!.url
    },
    open,
    empty: () => made(make.empty),
  }
}

/** A moment with milliseconds, so that a lost fraction shows. */
export const someTime = Date.UTC(2026, 10, 22, 9, 30, 15, 123)

let companies = 0

export async function someCompany(store: Store, slug = `company-${++companies}-${newId().toLowerCase().slice(-8)}`) {
  const times = {createdAt: someTime, updatedAt: someTime}
  return store.companies.create({
    id: newId(),
    slug,
    name: `Компания ${slug}`,
    status: 'active',
    timezone: 'Europe/Moscow',
    settings: {},
    ...times,
  })
}

export async function someSkillbase(store: Store, companyId: string, slug = `bot-${newId().toLowerCase().slice(-8)}`) {
  const config = {schema: 'voicectl/skillbase/v1', states: {zeta: {say: 'Алло'}, alpha: {say: 'Ещё'}}}
  return store.skillbases.create(companyId, {id: newId(), slug, name: slug, config, sha256: 'c0ffee', at: someTime})
}

/** An active call with a skillbase of its own. */
export async function someCall(store: Store, companyId: string, startedAt = someTime, skillbaseId?: string) {
  const skillbase = skillbaseId ?? (await someSkillbase(store, companyId)).id
  const how = {direction: 'inbound', channel: 'phone', mode: 'off', seed: 7, language: 'ru'} as const
  return store.calls.insert(companyId, {id: newId(), skillbaseId: skillbase, skillbaseVersion: 1, ...how, startedAt, createdAt: startedAt})
}
