import {megabyte, readFileWithinSync} from '../bounded-read.ts'
import {AppError} from '../errors.ts'
import {utf8} from '../utf8.ts'
import {canHoldSecret} from './file-entries.ts'
import {configKeys, findKey, type Key} from './keys.ts'
import type {Entry} from './origin.ts'
import type {ConfigKey} from './schema.ts'

/** `VOICECTL_LLM_API_KEY_FILE` names a file that holds the value, as container platforms mount secrets. */
export const fileEnv = (key: Key): string | undefined => (canHoldSecret(key) ? `${key.env}_FILE` : undefined)

/** The keys set by `VOICECTL_…` variables; empty ones count as not set. @throws AppError when a named file cannot be read */
export function envEntries(env: NodeJS.ProcessEnv, cwd: string): Entry[] {
  return configKeys.flatMap((key) => {
    const fileName = fileEnv(key)
    const file = fileName && env[fileName]
    const value = env[key.env]
    if (value && file) throw givenTwice(key.env, fileName)
    if (file) return [{...entry(key, readSecretFile(file, fileName), fileName, cwd), unquotable: true}]
    return value ? [entry(key, value, key.env, cwd)] : []
  })
}

export type FlagValues = Partial<Readonly<Record<ConfigKey, string | undefined>>>

/** The keys given as flags. The parser also fills flags from the environment, so an equal variable is the true origin. */
export function flagEntries(flags: FlagValues, env: NodeJS.ProcessEnv, cwd: string): Entry[] {
  return Object.entries(flags).flatMap(([name, value]) => {
    const key = findKey(name)
    if (!key || value === undefined || env[key.env] === value) return []
    return [{key, value: typed(key, value), folder: cwd, origin: {kind: 'flag' as const, where: `--${name.replaceAll('.', '-')}`}}]
  })
}

/** The variable in which a vendor's own tools look for a key, by provider. */
export const vendorKeys: Readonly<Record<string, string>> = {groq: 'GROQ_API_KEY', openai: 'OPENAI_API_KEY'}

/** The vendor's own variable, and only for the vendor's own endpoint: a key must not travel to somebody else's. */
export function vendorEntries(provider: unknown, baseUrl: unknown, env: NodeJS.ProcessEnv, cwd: string): Entry[] {
  const name = vendorKeys[String(provider)]
  const value = name && env[name]
  const key = findKey('llm.apiKey')
  return key && value && baseUrl === undefined ? [{...entry(key, value, name, cwd), origin: {kind: 'vendor', where: name}}] : []
}

/** Text as the schema wants it: numbers become numbers, anything else is left for the schema to judge. */
export function typed(key: Key, text: string): unknown {
  return key.kind === 'number' && /^[+-]?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : text
}

const entry = (key: Key, value: string, where: string, folder: string): Entry => ({
  key,
  value: typed(key, value),
  folder,
  origin: {kind: 'env', where},
})

function readSecretFile(path: string, variable: string): string {
  try {
    const text = utf8(readFileWithinSync(path, megabyte))
    if (typeof text === 'number') throw notUtf8(path, variable)
    return text.replace(/\r?\n$/, '')
  } catch (error) {
    if (error instanceof AppError) throw error
    const {code} = error as NodeJS.ErrnoException
    throw new AppError(
      'CONFIG_UNREADABLE',
      {
        en: `Cannot read ${path}, the file that ${variable} names (${code}).`,
        ru: `Не удаётся прочитать ${path}, файл из ${variable} (${code}).`,
      },
      {
        exit: code === 'EACCES' || code === 'EPERM' ? 'auth' : 'usage',
        cause: error,
        hint: {
          en: `Correct ${variable}, or give this user access to the file.`,
          ru: `Исправьте ${variable} или дайте этому пользователю доступ к файлу.`,
        },
      },
    )
  }
}

const notUtf8 = (path: string, variable: string) =>
  new AppError(
    'CONFIG_INVALID',
    {en: `${path}, the file that ${variable} names, is not text in UTF-8.`, ru: `${path}, файл из ${variable}, — не текст в UTF-8.`},
    {exit: 'usage', hint: {en: `Save it as UTF-8, or correct ${variable}.`, ru: `Сохраните его в UTF-8 или исправьте ${variable}.`}},
  )

const givenTwice = (one: string, other: string) =>
  new AppError(
    'CONFIG_INVALID',
    {en: `Both ${one} and ${other} are set.`, ru: `Заданы и ${one}, и ${other}.`},
    {exit: 'usage', hint: {en: 'Keep one of them.', ru: 'Оставьте что-то одно.'}},
  )
