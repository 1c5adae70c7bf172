import {statSync} from 'node:fs'
import {AppError} from '../errors.ts'
import {readKeys} from './read-yaml.ts'
import type {YamlKeys} from './yaml-keys.ts'

/** Reads the secrets file, unless somebody else could read it too. @throws AppError SECRETS_EXPOSED */
export async function readSecrets(path: string): Promise<YamlKeys | undefined> {
  refuseExposed(path)
  return readKeys(path)
}

/** @throws AppError SECRETS_EXPOSED */
export function refuseExposed(path: string): void {
  const mode = exposedMode(path)
  if (mode !== undefined) throw exposed(path, mode)
}

/** The file's mode when it is wider than its owner; undefined when it is fine, absent, or the system has no such modes. */
export function exposedMode(path: string): string | undefined {
  if (process.platform === 'win32') return undefined
  const mode = statSync(path, {throwIfNoEntry: false})?.mode
  return mode !== undefined && (mode & 0o077) !== 0 ? (mode & 0o777).toString(8).padStart(4, '0') : undefined
}

const exposed = (path: string, mode: string) =>
  new AppError(
    'SECRETS_EXPOSED',
    {en: `${path} can be read by other users (mode ${mode}).`, ru: `${path} могут читать другие пользователи (режим ${mode}).`},
    {
      exit: 'auth',
      hint: {
        en: `Run \`chmod 600 ${path}\`; if others had access, replace the keys in it.`,
        ru: `Выполните \`chmod 600 ${path}\`; если доступ у других был, замените ключи.`,
      },
    },
  )
