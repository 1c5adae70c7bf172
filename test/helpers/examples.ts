import {parse} from '@oclif/core/parser'
import type {Command, Config} from '../../src/cli/oclif.ts'
import {usageError} from '../../src/cli/usage-errors.ts'

/** The calls of the program in a command's examples, as a shell would split them; without the name of the program. */
export function exampleCalls({examples, id}: Command.Class, {bin}: Config): string[][] {
  return (examples ?? []).flatMap((example) => {
    const text = (typeof example === 'string' ? example : example.command)
      .replaceAll('<%= config.bin %>', bin)
      .replaceAll('<%= command.id %>', id.replaceAll(':', ' '))
      .replaceAll(/\\\n\s*/g, ' ')
    return text.split('\n').flatMap((line) => {
      const start = new RegExp(`(?:^|[\\s(|;&])${bin} `).exec(line)
      return start ? [shellWords(line.slice(start.index + start[0].length))] : []
    })
  })
}

/** What the parser of the command has against a call of it; undefined when it is good. Files that an example names need not exist. */
export async function complaintAbout(argv: readonly string[], command: Command.Class, config: Config): Promise<string | undefined> {
  const words = command.id.split(':')
  if (argv.slice(0, words.length).join(':') !== command.id) return `does not call ${words.join(' ')}`
  const lenient = <Spec extends object>(specs: Readonly<Record<string, Spec>> = {}) =>
    Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, {...spec, exists: false, ignoreStdin: true}]))
  const rest = argv.slice(words.length)
  if (rest.includes('--help')) return undefined
  try {
    const json = {json: {type: 'boolean', allowNo: false, parse: async (value: boolean) => value}}
    const flags = {...json, ...lenient({...command.baseFlags, ...command.flags})}
    await parse([...rest], {flags, args: lenient(command.args), strict: command.strict} as unknown as Parameters<typeof parse>[1])
    return undefined
  } catch (error) {
    return usageError(error as Error, config, undefined)?.message ?? (error as Error).message
  }
}

/** Words up to the first pipe, redirection or end of a command; quotes are taken off. */
function shellWords(line: string): string[] {
  const words: string[] = []
  const pattern = /\s*(?:([|<>;&)#])|((?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'|<>;&)])+))/gy
  for (let match = pattern.exec(line); match && !match[1]; match = pattern.exec(line)) {
    words.push(match[2]!.replaceAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''))
  }
  return words
}
