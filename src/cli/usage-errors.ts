import {AppError} from '../errors.ts'
import {closest} from '../closest.ts'
import type {Command, Config} from './oclif.ts'
import {parserMessage} from './parser-messages.ts'

/** What oclif's parser throws; recognised by shape, since its error classes cost a module graph of their own. */
interface ParserError extends Error {
  readonly args?: readonly {readonly name: string}[] | readonly string[]
  readonly flags?: readonly string[]
  /** What was read before. */
  readonly parse?: {readonly output?: {readonly flags?: Readonly<Record<string, unknown>>}}
}

/** Turns whatever oclif throws about the command line into one sentence, the offending value and a suggestion. */
export function usageError(error: ParserError, config: Config, command: Command.Loadable | undefined): AppError | undefined {
  const hint = helpHint(config, command?.id)
  switch (error.constructor.name) {
    case 'NonExistentFlagsError':
      return unknownFlag(error.flags?.[0] ?? '', command, config)
    case 'RequiredArgsError': {
      const names = (error.args as readonly {readonly name: string}[]).map((arg) => arg.name.toUpperCase()).join(', ')
      const text = {en: `Missing argument: ${names}.`, ru: `Не хватает аргумента: ${names}.`}
      return new AppError('MISSING_ARGUMENT', text, {exit: 'usage', hint})
    }
    case 'UnexpectedArgsError':
      return unexpectedArgument(error.args as readonly string[], config, command, error.parse?.output?.flags)
    case 'FlagInvalidOptionError':
    case 'ArgInvalidOptionError':
    case 'FailedFlagValidationError':
    case 'ViolatedFlagConstraintError':
    case 'InvalidArgsSpecError':
    case 'CLIParseError':
    case 'CLIError':
      return reworded(error, hint)
    default:
      return /^(?:Parsing --|Expected an integer )/.test(error.message) ? reworded(error, hint) : undefined
  }
}

/** @param given flags of the command line, where they are known: a word too many is most likely the value of the one that is missing */
export function unexpectedArgument(
  extra: readonly string[],
  config: Config,
  command: Command.Loadable | undefined,
  given?: Readonly<Record<string, unknown>>,
): AppError {
  // What follows the value of `config set` is most likely the rest of a secret.
  const words = command?.id === 'config:set' ? extra.map(() => '…').join(' ') : extra.join(' ')
  const missing =
    given && extra.length === 1
      ? Object.values(command?.flags ?? {}).find(({name, type, required}) => type === 'option' && required && given[name] === undefined)
          ?.name
      : undefined
  return new AppError(
    'UNEXPECTED_ARGUMENT',
    {en: `Unexpected argument: ${words}.`, ru: `Лишний аргумент: ${words}.`},
    {exit: 'usage', hint: missing === undefined ? helpHint(config, command?.id) : didYouMean(`\`--${missing} ${words}\``)},
  )
}

const didYouMean = (guess: string): Hint => ({en: `Did you mean ${guess}?`, ru: `Может быть, ${guess}?`})

function reworded(error: Error, fallback: Hint): AppError {
  const {code, text, guess} = parserMessage(error.message)
  const hint = guess ? didYouMean(guess) : fallback
  return new AppError(code, text, {exit: 'usage', hint})
}

/** What every command line may begin with. */
const ownFlags = ['--version', '--json', '--quiet', '--profile', '--no-color']

/** A flag that the command has not, or, without a command, that no command has. */
export function unknownFlag(word: string, command: Command.Loadable | undefined, config: Config): AppError {
  // What follows `=` may be a secret, and is not what is wrong.
  const typed = word.replace(/=.*$/s, '')
  const own = command
    ? Object.entries(command.flags).flatMap(([name, flag]) =>
        flag.type === 'boolean' && flag.allowNo ? [`--${name}`, `--no-${name}`] : [`--${name}`],
      )
    : ownFlags
  const guess = typed.startsWith('--') ? closest(typed, ['--help', ...own]) : undefined
  const forms = command && /^(?:-o.*|--output)$/.test(typed) ? noList : helpHint(config, command?.id)
  const hint = guess ? didYouMean(guess) : forms
  return new AppError('UNKNOWN_FLAG', {en: `There is no flag ${typed}.`, ru: `Нет флага ${typed}.`}, {exit: 'usage', hint})
}

const noList = {
  en: 'This command gives no list, and has no `-o`. `--json` prints all of its result as JSON.',
  ru: 'Эта команда выдаёт не список, и `-o` у неё нет. Весь результат в JSON печатает `--json`.',
}

type Hint = ReturnType<typeof helpHint>

/** @param id of a command or a topic; of the program itself without */
export function helpHint(config: Config, id: string | undefined) {
  const command = [config.bin, id?.replaceAll(':', ' ')].filter(Boolean).join(' ')
  return {en: `See \`${command} --help\`.`, ru: `Смотрите \`${command} --help\`.`}
}
