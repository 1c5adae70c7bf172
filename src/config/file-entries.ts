import {dirname} from 'node:path'
import type {Bilingual} from '../bilingual.ts'
import {closest} from '../closest.ts'
import {AppError} from '../errors.ts'
import {configKeys, findKey, type Key} from './keys.ts'
import type {Entry, OriginKind} from './origin.ts'
import type {YamlLeaf} from './yaml-keys.ts'
import {urlLogin} from './secret.ts'

export interface FileOfKeys {
  readonly path: string
  readonly kind: OriginKind
  /** Named in the origin of every value, such as `profile staging, `. */
  readonly prefix?: string
  readonly secretsAllowed?: boolean
  /** The folder of the project that this part of the secrets file is for. */
  readonly project?: string | undefined
}

/** The configuration keys of a file. @throws AppError UNKNOWN_KEY with the line and a suggestion; SECRET_IN_CONFIG_FILE */
export function fileEntries(leaves: readonly YamlLeaf[], file: FileOfKeys): Entry[] {
  return leaves.map(({path, value, line}) => {
    const name = path.join('.')
    const where = `${file.path}:${line}`
    const key = findKey(name)
    if (!key) throw file.secretsAllowed ? keyInSecrets(name, where) : unknownKey(name, where)
    // The user's own file may hold an address with its password, and `doctor` warns; a project is shared.
    if (file.kind === 'project' ? holdsSecret(key, value) : key.secret && !file.secretsAllowed) throw misplacedSecret(key, where)
    return {
      key,
      value,
      folder: dirname(file.path),
      origin: {kind: file.kind, where: (file.prefix ?? '') + where, ...(file.project !== undefined && {project: file.project})},
      unquotable: file.secretsAllowed,
    }
  })
}

/** In a file of secrets what nobody knows as a key may be a value that slipped before the colon: nothing of it is quoted. */
function keyInSecrets(name: string, where: string): AppError {
  const known = configKeys.map((key) => key.name)
  if (known.some((each) => each.startsWith(`${name}.`))) return unknownKey(name, where)
  const guess = closest(name, known)
  return new AppError(
    'UNKNOWN_KEY',
    at(where, {en: 'what stands there is not a configuration key', ru: 'то, что там стоит, не ключ настройки'}),
    {
      exit: 'usage',
      hint: guess
        ? {en: `Did you mean ${guess}?`, ru: `Может быть, ${guess}?`}
        : {
            en: 'Before the colon stands the key, such as `apiKey`, behind it the secret.',
            ru: 'Перед двоеточием стоит ключ, например `apiKey`, а секрет — после него.',
          },
    },
  )
}

/** `where` is a file and a line, or undefined when the key was typed. */
export function unknownKey(given: string, where?: string): AppError {
  // `config set llm.apiKey=…`: what follows may be a secret, and is not the key.
  const name = where ? given : given.replace(/=.*$/s, '')
  const guess = closest(
    name,
    configKeys.map((key) => key.name),
  )
  const inside = configKeys.filter((key) => key.name.startsWith(`${name}.`)).map((key) => key.name)
  if (inside.length > 0) {
    const group = {en: `"${name}" is a group of keys, not a key`, ru: `«${name}» — группа ключей, а не ключ`}
    const members = inside.join(', ')
    return new AppError('UNKNOWN_KEY', at(where, group), {exit: 'usage', hint: {en: `Its keys: ${members}.`, ru: `Её ключи: ${members}.`}})
  }
  const hint = guess
    ? {en: `Did you mean ${guess}?`, ru: `Может быть, ${guess}?`}
    : {en: 'See the keys with `voicectl config list`.', ru: 'Все ключи покажет `voicectl config list`.'}
  return new AppError('UNKNOWN_KEY', at(where, {en: `"${name}" is not a configuration key`, ru: `«${name}» — не ключ настройки`}), {
    exit: 'usage',
    hint,
  })
}

const at = (where: string | undefined, {en, ru}: Bilingual): Bilingual => {
  const prefix = where ? `${where}: ` : ''
  return {en: `${prefix}${en}.`, ru: `${prefix}${ru}.`}
}

/** Whether a value of this key may have to be kept where only its owner reads it. */
export const canHoldSecret = ({secret, name}: Key): boolean => Boolean(secret) || name === 'database.url'

/** Whether a value must be kept where only its owner reads it. */
export const holdsSecret = (key: Key, value: unknown): boolean =>
  canHoldSecret(key) && (Boolean(key.secret) || Boolean(urlLogin(String(value)).password))

const misplacedSecret = (key: Key, where: string) =>
  new AppError(
    'SECRET_IN_CONFIG_FILE',
    {
      en: `${where}: ${key.name} ${key.secret ? 'is a secret and does' : 'holds a password and does'} not belong in this file.`,
      ru: `${where}: ${key.name} — ${key.secret ? 'секрет, в этом файле ему не место' : 'адрес с паролем, в этом файле ему не место'}.`,
    },
    {
      exit: 'usage',
      hint: {
        en: `Remove the line, then store it with \`voicectl config set ${key.name} --stdin\`, or set ${key.env}.`,
        ru: `Удалите строку и сохраните секрет командой \`voicectl config set ${key.name} --stdin\` или задайте ${key.env}.`,
      },
    },
  )
