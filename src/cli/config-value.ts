import {keyToSet} from '../config/edit-key.ts'
import {canHoldSecret, holdsSecret} from '../config/file-entries.ts'
import type {Key} from '../config/keys.ts'
import {hideFromOutput} from '../config/secret.ts'
import {AppError} from '../errors.ts'
import {canAsk} from './confirm.ts'
import {readSecretInput} from './secret-input.ts'
import {readStdin} from './stdin.ts'

interface ValueInput {
  readonly key: string
  readonly value?: string | undefined
  readonly stdin: boolean
  readonly json: boolean
}

export interface ConfigValue {
  readonly key: Key
  readonly text: string
  /** It was piped in or typed without being shown. */
  readonly unseen: boolean
}

/**
 * The value for `config set`: the argument, stdin, or the answer to a hidden question.
 * @throws AppError SECRET_ON_COMMAND_LINE, TERMINAL_SHOWS, MISSING_ARGUMENT, EMPTY_VALUE, CONFIG_INVALID, UNKNOWN_KEY
 */
export async function readConfigValue({key: name, value, stdin, json}: ValueInput): Promise<ConfigValue> {
  const key = keyToSet(name)
  if (value !== undefined && holdsSecret(key, value)) {
    hideFromOutput(value)
    throw onCommandLine(key)
  }
  if (value !== undefined && stdin) throw twice()
  const text = value ?? (await unseenValue(key, stdin, json))
  if (text === undefined) throw notUtf8(key)
  if (text === '') throw empty(key)
  return {key, text, unseen: value === undefined}
}

/** An address of a database is asked for like a secret: it may hold a password. */
async function unseenValue(key: Key, stdin: boolean, json: boolean): Promise<string | undefined> {
  if (stdin && !canHoldSecret(key)) return readStdin()
  if (!stdin && (!canHoldSecret(key) || !canAsk(json))) throw missing(key)
  return readSecretInput({en: `Value of ${key.name}`, ru: `Значение ${key.name}`}, json)
}

const onCommandLine = (key: Key) =>
  new AppError(
    'SECRET_ON_COMMAND_LINE',
    {
      en: `The value of ${key.name} is a secret and is not taken from the command line, where others can see it.`,
      ru: `Значение ${key.name} — секрет; из командной строки, где его видят другие, оно не принимается.`,
    },
    {
      exit: 'usage',
      hint: {
        en: `Pipe it in: \`voicectl config set ${key.name} --stdin < FILE\`. On a terminal, leave the value out: the question is hidden.`,
        ru: `Передайте через stdin: \`voicectl config set ${key.name} --stdin < ФАЙЛ\`. На терминале не указывайте значение: вопрос будет скрытым.`,
      },
    },
  )

const missing = (key: Key) =>
  new AppError(
    'MISSING_ARGUMENT',
    {en: `Missing: the value of ${key.name}.`, ru: `Не хватает значения ${key.name}.`},
    {
      exit: 'usage',
      hint: key.secret
        ? {en: 'Give it with `--stdin`.', ru: 'Передайте его с флагом `--stdin`.'}
        : {en: 'Give it as the second argument, or with `--stdin`.', ru: 'Укажите его вторым аргументом или с флагом `--stdin`.'},
    },
  )

const twice = () =>
  new AppError('USAGE', {en: 'A value and `--stdin` exclude each other.', ru: 'Значение и `--stdin` вместе не указывают.'}, {exit: 'usage'})

const notUtf8 = (key: Key) =>
  new AppError(
    'CONFIG_INVALID',
    {en: `${key.name} must be text in UTF-8, and what is on stdin is not.`, ru: `${key.name}: ожидается текст в UTF-8, а на stdin не он.`},
    {exit: 'usage'},
  )

const empty = (key: Key) =>
  new AppError(
    'EMPTY_VALUE',
    {en: `The value of ${key.name} is empty.`, ru: `Значение ${key.name} пустое.`},
    {
      exit: 'usage',
      hint: {en: `To remove it: \`voicectl config unset ${key.name}\`.`, ru: `Удалить: \`voicectl config unset ${key.name}\`.`},
    },
  )
