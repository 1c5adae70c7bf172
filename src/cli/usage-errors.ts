import {AppError} from '../errors.ts'
import {closest} from './closest.ts'
import type {Command, Config} from './oclif.ts'

/** What oclif's parser throws; recognised by shape, since its error classes cost a module graph of their own. */
interface ParserError extends Error {
  readonly args?: readonly {readonly name: string}[] | readonly string[]
  readonly flags?: readonly string[]
}

const plain = (message: string): string =>
  message
    .replaceAll(/\u001B\[[0-9;]*m/g, '')
    .replace(/\nSee more help with --help$/, '')
    .replace(/^The following errors? occurred:\s*/, '')
    .replaceAll(/\s*\n\s*/g, '; ')

const helpHint = (config: Config, id: string | undefined) => {
  const command = [config.bin, id?.replaceAll(':', ' ')].filter(Boolean).join(' ')
  return {en: `See \`${command} --help\`.`, ru: `Смотрите \`${command} --help\`.`}
}

/** Turns whatever oclif throws about the command line into one sentence, the offending value and a suggestion. */
export function usageError(error: ParserError, config: Config, command: Command.Loadable | undefined): AppError | undefined {
  const hint = helpHint(config, command?.id)
  switch (error.constructor.name) {
    case 'NonExistentFlagsError': {
      const typed = error.flags?.[0] ?? ''
      const known = Object.keys(command?.flags ?? {}).map((name) => `--${name}`)
      const guess = closest(typed, known)
      return new AppError(
        'UNKNOWN_FLAG',
        {en: `There is no flag ${typed}.`, ru: `Нет флага ${typed}.`},
        {exit: 'usage', hint: guess ? {en: `Did you mean ${guess}?`, ru: `Может быть, ${guess}?`} : hint},
      )
    }
    case 'RequiredArgsError': {
      const names = (error.args as readonly {readonly name: string}[]).map((arg) => arg.name.toUpperCase()).join(', ')
      return new AppError(
        'MISSING_ARGUMENT',
        {en: `Missing argument: ${names}.`, ru: `Не хватает аргумента: ${names}.`},
        {exit: 'usage', hint},
      )
    }
    case 'UnexpectedArgsError': {
      const extra = (error.args as readonly string[]).join(' ')
      return new AppError(
        'UNEXPECTED_ARGUMENT',
        {en: `Unexpected argument: ${extra}.`, ru: `Лишний аргумент: ${extra}.`},
        {exit: 'usage', hint},
      )
    }
    case 'FlagInvalidOptionError':
    case 'ArgInvalidOptionError':
    case 'FailedFlagValidationError':
    case 'ViolatedFlagConstraintError':
    case 'InvalidArgsSpecError':
    case 'CLIParseError':
    case 'CLIError': {
      const message = plain(error.message)
      return new AppError('USAGE', {en: message, ru: message}, {exit: 'usage', hint})
    }
    default:
      return undefined
  }
}

/** `voicectl skillbase creat` → the command it most likely was. `typed` has spaces, not colons. */
export function unknownCommand(typed: string, config: Config): AppError {
  const ids = config.commandIDs.map((id) => id.replaceAll(':', ' '))
  const guess = closest(typed, ids)
  return new AppError(
    'UNKNOWN_COMMAND',
    {en: `There is no command "${typed}".`, ru: `Нет команды «${typed}».`},
    {
      exit: 'usage',
      hint: guess
        ? {en: `Did you mean \`${config.bin} ${guess}\`?`, ru: `Может быть, \`${config.bin} ${guess}\`?`}
        : {en: `See \`${config.bin} --help\`.`, ru: `Смотрите \`${config.bin} --help\`.`},
    },
  )
}
