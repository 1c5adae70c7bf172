import {configKeys} from '../../config/keys.ts'
import type {Command, Config} from '../oclif.ts'

export interface CompletedFlag {
  /** With its dashes: `--output`, `-o`. */
  readonly names: readonly string[]
  readonly summary: string
  readonly takesValue: boolean
  /** The allowed values, when they are a closed set. */
  readonly options: readonly string[]
  /** The value is the name of a file or folder. */
  readonly takesFile: boolean
}

/** One place in the tree of commands: a topic, a command, or both. */
export interface CompletedNode {
  /** The words so far, with spaces; empty for the program itself. */
  readonly path: string
  readonly children: readonly {readonly word: string; readonly summary: string}[]
  readonly flags: readonly CompletedFlag[]
  /** The allowed values of the first argument, when they are a closed set. */
  readonly argument: readonly string[]
  /** Which arguments, counted from 0, may be a file or a folder. */
  readonly files: readonly number[] | 'every'
}

/** Everything a shell can complete, from the commands as they are loaded. Hidden commands and flags stay hidden. */
export function completionTree(config: Config): CompletedNode[] {
  const commands = config.commands.filter(({hidden}) => !hidden)
  const paths = [...new Set(['', ...commands.flatMap(({id}) => prefixes(id))])].sort()
  const nodes = paths.map((path) => {
    const command = commands.find(({id}) => spaced(id) === path)
    const flags = command ? flagsOf(command) : globalFlags(commands)
    return {
      path,
      children: childrenOf(path, commands, config),
      flags,
      argument: argumentOf(command),
      files: command ? fileArguments(command) : [],
    }
  })
  return [...nodes.map((node) => (node.path === '' ? {...node, children: [...node.children, helpWord]} : node)), ...nodes.map(helpOn)]
}

const helpWord = {word: 'help', summary: 'show the help of a command'}

/** `help config set` names commands as a command line does. */
const helpOn = ({path, children}: CompletedNode): CompletedNode => ({
  path: path === '' ? 'help' : `help ${path}`,
  children,
  flags: [],
  argument: [],
  files: [],
})

/** Flags that may stand before the name of a command: those that every command has. */
function globalFlags(commands: readonly Command.Loadable[]): CompletedFlag[] {
  const [first, ...others] = commands.map(flagsOf)
  return (first ?? []).filter(({names}) => others.every((flags) => flags.some((flag) => flag.names[0] === names[0])))
}

const spaced = (id: string): string => id.replaceAll(':', ' ')

const prefixes = (id: string): string[] => id.split(':').map((_, index, words) => words.slice(0, index + 1).join(' '))

function childrenOf(path: string, commands: readonly Command.Loadable[], config: Config) {
  const start = path === '' ? '' : `${path} `
  const words = new Set(
    commands
      .map(({id}) => spaced(id))
      .filter((id) => id.startsWith(start) && id !== path)
      .map((id) => id.slice(start.length).split(' ')[0]!),
  )
  return [...words].sort().map((word) => {
    const id = `${start}${word}`.replaceAll(' ', ':')
    return {word, summary: oneLine(config.findCommand(id)?.summary ?? config.findTopic(id)?.description)}
  })
}

function flagsOf(command: Command.Loadable): CompletedFlag[] {
  const flags = Object.values(command.flags).filter(({hidden}) => !hidden)
  return [
    ...flags.map((flag) => ({
      names: [
        `--${flag.name}`,
        ...(flag.type === 'boolean' && flag.allowNo ? [`--no-${flag.name}`] : []),
        ...(flag.char ? [`-${flag.char}`] : []),
      ],
      summary: oneLine(flag.summary ?? flag.description),
      takesValue: flag.type === 'option',
      options: flag.type === 'option' ? (flag.options ?? []).filter(isPlain) : [],
      takesFile: flag.type === 'option' && (flag.name === 'file' || /FILE|FOLDER/.test(String(flag.helpValue))),
    })),
    help,
  ]
}

const help: CompletedFlag = {names: ['--help', '-h'], summary: 'show help', takesValue: false, options: [], takesFile: false}

function argumentOf(command: Command.Loadable | undefined): readonly string[] {
  const [first] = Object.values(command?.args ?? {})
  if (command?.id.startsWith('config:') && first?.name === 'key') return configKeys.map(({name}) => name)
  return (first?.options ?? []).filter(isPlain)
}

/** An argument that may be a file says so: it is called so, or its description names a file or a folder. */
function fileArguments({args, strict}: Command.Loadable): CompletedNode['files'] {
  const all = Object.values(args ?? {}).filter(({hidden}) => !hidden)
  const files = all.flatMap(({name, description}, index) =>
    name === 'file' || /\b(?:file|folder)s?\b/i.test(description ?? '') ? [index] : [],
  )
  return strict === false && files.length > 0 ? 'every' : files
}

/** What needs quoting in some shell is left out rather than quoted three ways. */
const isPlain = (word: string): boolean => /^[\w@%+,./:-]+$/.test(word)

const oneLine = (text: string | undefined): string =>
  (text ?? '')
    .split('\n')[0]!
    .replace(/<%.*?%>/g, '')
    .trim()
