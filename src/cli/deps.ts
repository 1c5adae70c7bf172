import {type Clock, systemClock} from '../clock.ts'
import type {Company} from '../company/company.ts'
import {inItsZone} from '../company/company-zone.ts'
import type {LoadedConfig} from '../config/load.ts'
import type {Config} from '../config/schema.ts'
import type {Store} from '../store/store.ts'

export interface DepsOptions {
  readonly profile?: string | undefined
  readonly company?: string | undefined
  /** Holds `config.yaml` and `secrets.yaml`. */
  readonly configDir: string
  readonly dataDir: string
}

/** The composition root: what use cases are given. Every member is made on first use, so a command pays only for what it touches. */
export interface Deps {
  readonly clock: Clock
  /** The values in force, typed by the schema. */
  config(): Promise<Config>
  /** The same with the origin of every value, for `config list` and `doctor`. */
  loadedConfig(): Promise<LoadedConfig>
  /** The database of the configuration, made and migrated when it is a SQLite file. @throws AppError SCHEMA_BEHIND, DATABASE_UNAVAILABLE */
  store(): Promise<Store>
  /** The company to work in, with the zone it works in. @throws AppError COMPANY_NOT_FOUND (not found), COMPANY_INACTIVE (refused) */
  company(): Promise<Company>
  /** The same for commands that only read: a company that is switched off keeps its data. @throws AppError COMPANY_NOT_FOUND (not found) */
  companyToRead(): Promise<Company>
  close(): Promise<void>
}

export function createDeps({profile, company, configDir, dataDir}: DepsOptions): Deps {
  /** What was opened, in order; closed in reverse. */
  const closers: (() => Promise<void>)[] = []

  const loadedConfig = once(async () => {
    const {loadConfig} = await import('../config/load.ts')
    return loadConfig({flags: {profile, company}, env: process.env, cwd: process.cwd(), configDir, dataDir})
  })

  const config = async () => (await loadedConfig()).values

  const store = once(async () => {
    const {openStore} = await import('../store/open-store.ts')
    const opened = await openStore({url: (await config()).database.url})
    closers.push(() => opened.close())
    return opened
  })

  return {
    clock: systemClock,
    loadedConfig,
    config,
    store,
    company: once(async () => {
      const {currentCompany} = await import('../company/current-company.ts')
      const {company, timezone} = await config()
      return inItsZone(await currentCompany(company, await store()), timezone)
    }),
    companyToRead: once(async () => {
      const {getCompany} = await import('../company/get-company.ts')
      const {company, timezone} = await config()
      return inItsZone(await getCompany(company, await store()), timezone)
    }),
    close: async () => {
      for (const close of closers.splice(0).reverse()) await close()
    },
  }
}

/** Runs `make` at the first call; every call gets that result. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}
