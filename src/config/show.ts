import {configKeys, type Key} from './keys.ts'
import type {LoadedConfig} from './load.ts'
import type {Config} from './schema.ts'
import {mask, maskUrlPasswords} from './secret.ts'

/** One key as it may be shown to anyone. */
export interface ShownKey {
  readonly key: string
  /** Null when the key is not set; a secret is `••••`. */
  readonly value: string | number | null
  readonly origin: string
}

export const shownKeys = (loaded: LoadedConfig): ShownKey[] => configKeys.map((key) => shownKey(key, loaded))

export const shownKey = (key: Key, {values, origins}: LoadedConfig): ShownKey => ({
  key: key.name,
  value: shownValue(key, valueOf(values, key)),
  origin: origins[key.name].where,
})

function shownValue(key: Key, value: unknown): string | number | null {
  if (value === undefined) return null
  if (key.secret) return mask
  return typeof value === 'number' ? value : maskUrlPasswords(String(value))
}

const valueOf = (values: Config, key: Key): unknown =>
  key.name.split('.').reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>>)[name], values)
