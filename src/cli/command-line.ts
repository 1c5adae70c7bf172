import {closest, editDistance} from '../closest.ts'
import {AppError} from '../errors.ts'
import type {Command, Config} from './oclif.ts'
import {helpHint, unexpectedArgument, unknownFlag} from './usage-errors.ts'

const globalFlags = new Set(['--json', '--quiet', '-q', '--no-color'])

/** With a value. A command that works in no company says so of `--company` itself. */
const globalValues = ['--profile', '--company']

/**
 * The command line as oclif wants it: flags that every command has, and the company, may stand before or inside the name of the command,
 * `help X` means `X --help`, and `--version --json` is the `version` command.
 */
export function normaliseArgv(argv: readonly string[], config: Config, json: boolean): string[] {
  const {words, moved, rest} = split(argv, config)
  if (words[0] === 'help' && !config.findCommand('help')) return [...words.slice(1), '--help', ...moved, ...rest]
  if (words.length === 0 && json && ['--version', '-v'].includes(rest[0] ?? '')) return ['version', '--json']
  // Without a command the flags have nothing to belong to; they are already known to whoever asked.
  return words.length === 0 ? [...rest] : [...words, ...moved, ...rest]
}

interface Split {
  /** The words before the first flag that is not global, at most one more than the name of the command. */
  readonly words: readonly string[]
  readonly moved: readonly string[]
  readonly rest: readonly string[]
}

function split(argv: readonly string[], config: Config): Split {
  const words: string[] = []
  const moved: string[] = []
  let at = 0
  for (; at < argv.length; at++) {
    const word = argv[at]!
    if (globalFlags.has(word) || globalValues.some((flag) => word.startsWith(`${flag}=`))) moved.push(word)
    else if (globalValues.includes(word)) moved.push(word, ...argv.slice(++at, at + 1))
    else if (word.startsWith('-') || !mayContinue(words, config)) break
    else words.push(word)
  }
  return {words, moved, rest: argv.slice(at)}
}

const mayContinue = (words: readonly string[], config: Config): boolean =>
  words.length === 0 || words[0] === 'help' || isTopic(words.join(':'), config)

/** oclif also lists every command as a topic; a topic has commands below it. */
const isTopic = (name: string, config: Config): boolean => config.commandIDs.some((id) => id.startsWith(`${name}:`))

/** The words of a command line that can be a command: all before the first flag. */
const leadingWords = (argv: readonly string[]): readonly string[] => {
  const end = argv.findIndex((word) => word.startsWith('-'))
  return end === -1 ? argv : argv.slice(0, end)
}

/** The command that a command line begins with. */
export function commandOf(argv: readonly string[], config: Config): Command.Loadable | undefined {
  const words = leadingWords(argv)
  for (let length = words.length; length > 0; length--) {
    const command = config.findCommand(words.slice(0, length).join(':'))
    if (command) return command
  }
  return undefined
}

/** Why oclif found no command: a word too many after a known one, an unknown one in a topic, or an unknown first word. */
export function commandNotFound(argv: readonly string[], config: Config): AppError {
  const words = leadingWords(argv)
  const command = commandOf(argv, config)
  if (command) return unexpectedArgument(words.slice(command.id.split(':').length), config, command, flagsIn(argv, command))
  if (argv[0]?.startsWith('-')) return unknownFlag(argv[0], undefined, config)
  const typed = words.slice(0, topicLength(words, config) + 1).join(' ') || (argv[0] ?? '')
  const guess = probablyMeant(words, config)
  return new AppError(
    'UNKNOWN_COMMAND',
    {en: `There is no command "${typed}".`, ru: `Нет команды «${typed}».`},
    {
      exit: 'usage',
      hint: guess
        ? {en: `Did you mean \`${config.bin} ${guess}\`?`, ru: `Может быть, \`${config.bin} ${guess}\`?`}
        : helpHint(config, words.slice(0, topicLength(words, config)).join(':')),
    },
  )
}

/** The flags of a command that nobody has read yet, by their names. */
function flagsIn(argv: readonly string[], {flags}: Command.Loadable): Readonly<Record<string, unknown>> {
  const isThere = (name: string, char: string | undefined) =>
    argv.some((word) => word === `--${name}` || word.startsWith(`--${name}=`) || (char !== undefined && word.startsWith(`-${char}`)))
  return Object.fromEntries(Object.values(flags).flatMap(({name, char}) => (isThere(name, char) ? [[name, true]] : [])))
}

/** How many of the words name a topic: 1 for `skillbase creat`. */
function topicLength(words: readonly string[], config: Config): number {
  for (let length = words.length; length > 0; length--) if (isTopic(words.slice(0, length).join(':'), config)) return length
  return 0
}

/** The nearest command or topic: by as many words as it has itself, in the order typed or, like `create skillbase`, the other way round. */
function probablyMeant(words: readonly string[], config: Config): string | undefined {
  const names = [...config.commandIDs, ...config.topics.map(({name}) => name).filter((name) => isTopic(name, config))].map((id) =>
    id.replaceAll(':', ' '),
  )
  const known = [...new Set(names)]
  const swapped = words.slice(0, 2).toReversed().join(' ')
  if (words.length > 1 && known.includes(swapped)) return swapped
  const near = [3, 2, 1].flatMap((length) => {
    const typed = words.slice(0, length).join(' ')
    const guess =
      words.length >= length &&
      closest(
        typed,
        known.filter((name) => name.split(' ').length === length),
      )
    // A topic that was typed right is not what was meant: the word after it is what is wrong.
    return guess && guess !== typed && differsByASlip(typed, guess) ? [{guess, distance: editDistance(typed, guess)}] : []
  })
  return near.sort((a, b) => a.distance - b.distance)[0]?.guess
}

/** Of a topic that was typed right only what follows tells: «company delete» is not nearly «company create». */
function differsByASlip(typed: string, guess: string): boolean {
  const [a, b] = [typed.split(' '), guess.split(' ')]
  const same = a.findIndex((word, index) => word !== b[index])
  return closest(a.slice(same).join(' '), [b.slice(same).join(' ')]) !== undefined
}
