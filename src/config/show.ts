import {AppError} from '../errors.ts'
import {unknownKey} from './file-entries.ts'
import {configKeys, findKey, type Key} from './keys.ts'
import type {LoadedConfig} from './load.ts'
import type {Config} from './schema.ts'
import {mask, maskUrl} from './secret.ts'

/** One key as it may be shown to anyone. */
export interface ShownKey {
  readonly key: string
  /** Null when the key is not set; a secret is `••••`. */
  readonly value: string | number | null
  readonly origin: string
}

export const shownKeys = (loaded: LoadedConfig): ShownKey[] => configKeys.map((key) => shownKey(key, loaded))

/** One key by its name. @throws AppError UNKNOWN_KEY, CONFIG_NOT_SET */
export function showKey(name: string, loaded: LoadedConfig): ShownKey {
  const key = findKey(name)
  if (!key) throw unknownKey(name)
  const shown = shownKey(key, loaded)
  if (shown.value === null) throw notSet(key)
  return shown
}

const shownKey = (key: Key, {values, origins}: LoadedConfig): ShownKey => ({
  key: key.name,
  value: shownValue(key, valueOf(values, key)),
  origin: origins[key.name].where,
})

function shownValue(key: Key, value: unknown): string | number | null {
  if (value === undefined) return null
  if (key.secret) return mask
  return typeof value === 'number' ? value : maskUrl(String(value))
}

export const valueOf = (values: Config, key: Key): unknown =>
  key.name.split('.').reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>>)[name], values)

const notSet = ({name, env, secret}: Key) => {
  const command = (value: string) => `\`voicectl config set ${name} ${secret ? '--stdin' : value}\``
  return new AppError(
    'CONFIG_NOT_SET',
    {en: `${name} is not set.`, ru: `Ключ ${name} не задан.`},
    {exit: 'notFound', hint: {en: `Set it: ${command('VALUE')}, or ${env}.`, ru: `Задать: ${command('ЗНАЧЕНИЕ')} или ${env}.`}},
  )
}
