import {hideFromOutput, urlLogin} from '../config/secret.ts'
import {AppError} from '../errors.ts'
import {readSecretInput} from './secret-input.ts'

/** The variable that `--to` is read from when it is not given. */
export const copyTargetVariable = 'VOICECTL_COPY_TO'

/**
 * The address that `db copy --to` names; `-` is stdin, and on a terminal a hidden question.
 * @throws AppError TERMINAL_SHOWS; SECRET_ON_COMMAND_LINE for a password that others can see there, USAGE when stdin holds no address
 */
export async function copyTarget(given: string, env: NodeJS.ProcessEnv, json: boolean): Promise<string> {
  const url = given === '-' ? await readSecretInput({en: 'The address of the database', ru: 'Адрес базы данных'}, json) : given
  if (!url) throw nothingOnStdin()
  const {password} = urlLogin(url)
  if (password === undefined) return url
  hideFromOutput(password)
  if (given === url && env[copyTargetVariable] !== given) throw onCommandLine()
  return url
}

const hint = {
  en: `Pipe the address in, \`voicectl db copy --to - < FILE\`, or set ${copyTargetVariable}; or give the password in PGPASSWORD.`,
  ru: `Передайте адрес через stdin, \`voicectl db copy --to - < ФАЙЛ\`, или задайте ${copyTargetVariable}; или пароль — в PGPASSWORD.`,
}

const onCommandLine = () =>
  new AppError(
    'SECRET_ON_COMMAND_LINE',
    {
      en: 'The address holds a password and is not taken from the command line, where others can see it.',
      ru: 'В адресе есть пароль; из командной строки, где его видят другие, он не принимается.',
    },
    {exit: 'usage', hint},
  )

const nothingOnStdin = () =>
  new AppError('USAGE', {en: 'There is no address of a database on stdin.', ru: 'На stdin нет адреса базы данных.'}, {exit: 'usage', hint})
