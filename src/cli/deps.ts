import {type Clock, systemClock} from '../clock.ts'
import type {LoadedConfig} from '../config/load.ts'
import type {Config} from '../config/schema.ts'

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
  close(): Promise<void>
}

export function createDeps({profile, company, configDir, dataDir}: DepsOptions): Deps {
  /** What was opened, in order; closed in reverse. */
  const closers: (() => Promise<void>)[] = []

  const loadedConfig = once(async () => {
    const {loadConfig} = await import('../config/load.ts')
    return loadConfig({flags: {profile, company}, env: process.env, cwd: process.cwd(), configDir, dataDir})
  })

  return {
    clock: systemClock,
    loadedConfig,
    config: async () => (await loadedConfig()).values,
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
