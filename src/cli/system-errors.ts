import type {Bilingual} from '../bilingual.ts'
import {AppError, type ExitReason} from '../errors.ts'

/** Failures of the machine rather than of the program: the operator can do something about them. */
export function systemError(error: unknown): AppError | undefined {
  const {code, path, address, port} = (error ?? {}) as NodeJS.ErrnoException & {readonly address?: string; readonly port?: number}
  const known = code === undefined ? undefined : systemErrors[code]
  if (!known) return undefined
  const where = path ?? (address === undefined ? '' : `${address}:${port}`)
  const place = where && `: ${where}`
  return new AppError(
    code!,
    {en: `${known.text.en}${place}.`, ru: `${known.text.ru}${place}.`},
    {exit: known.exit, cause: error, ...(known.hint && {hint: known.hint})},
  )
}

interface SystemError {
  readonly exit: ExitReason
  readonly text: Bilingual
  readonly hint?: Bilingual
}

const denied: SystemError = {
  exit: 'auth',
  text: {en: 'Permission denied', ru: 'Нет прав доступа'},
  hint: {en: 'Give this user access to it and to its folder.', ru: 'Дайте этому пользователю доступ к нему и к его папке.'},
}
const running: Bilingual = {
  en: 'Check that the server runs and that its address is right.',
  ru: 'Проверьте, что сервер запущен и адрес верен.',
}
const silent: SystemError = {exit: 'unavailable', text: {en: 'No answer from the server', ru: 'Сервер не отвечает'}, hint: running}

const systemErrors: Readonly<Record<string, SystemError>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: {exit: 'failure', text: {en: 'The file system is read-only', ru: 'Файловая система доступна только для чтения'}},
  ENOSPC: {
    exit: 'failure',
    text: {en: 'No space left on the disk', ru: 'На диске нет места'},
    hint: {en: '`voicectl doctor` shows how much is free.', ru: 'Сколько свободно, покажет `voicectl doctor`.'},
  },
  ENOENT: {exit: 'notFound', text: {en: 'No such file or folder', ru: 'Нет такого файла или папки'}},
  ENOTDIR: {exit: 'usage', text: {en: 'Not a folder', ru: 'Это не папка'}},
  ENAMETOOLONG: {exit: 'usage', text: {en: 'The name is too long for the file system', ru: 'Имя слишком длинное для файловой системы'}},
  EISDIR: {exit: 'usage', text: {en: 'This is a folder, not a file', ru: 'Это папка, а не файл'}},
  ENXIO: {exit: 'usage', text: {en: 'This cannot be opened as a file', ru: 'Это нельзя открыть как файл'}},
  EEXIST: {exit: 'usage', text: {en: 'There is something of this name already', ru: 'Такое имя уже занято'}},
  EMFILE: {exit: 'failure', text: {en: 'Too many open files', ru: 'Открыто слишком много файлов'}},
  EADDRINUSE: {exit: 'conflict', text: {en: 'The address is in use', ru: 'Адрес уже занят'}},
  ECONNREFUSED: {exit: 'unavailable', text: {en: 'The connection was refused', ru: 'В соединении отказано'}, hint: running},
  ECONNRESET: {
    exit: 'unavailable',
    text: {en: 'The connection was broken off', ru: 'Соединение оборвалось'},
    hint: {en: 'Try again.', ru: 'Повторите.'},
  },
  ENOTFOUND: {
    exit: 'unavailable',
    text: {en: 'The host name is unknown', ru: 'Имя узла не найдено'},
    hint: {en: 'Correct the address, or check the DNS.', ru: 'Исправьте адрес или проверьте DNS.'},
  },
  ETIMEDOUT: silent,
  EHOSTUNREACH: silent,
}
