import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {AppError} from '../errors.ts'
import {Config, run} from './oclif.ts'
import {asksForJson} from './json-flag.ts'
import {reportError} from './report-error.ts'
import {unknownCommand, usageError} from './usage-errors.ts'

export interface MainOptions {
  /** Load commands from the TypeScript sources instead of `dist`. */
  readonly fromSource?: boolean
}

const streams = {
  stdout: (text: string) => void process.stdout.write(text),
  stderr: (text: string) => void process.stderr.write(text),
}

/** `dist/main.js` and `src/cli/main.ts` are at different depths; package.json is what both can find. */
function packageRoot(): string {
  const marker = import.meta.url.endsWith('.ts') ? '../../package.json' : '../package.json'
  return fileURLToPath(new URL(marker.replace('package.json', ''), import.meta.url))
}

async function loadConfig({fromSource = false}: MainOptions): Promise<Config> {
  const root = packageRoot()
  const pjson = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  if (!fromSource) return Config.load({root, pjson})

  // oclif would look for tsx or ts-node; Node runs our sources as they are.
  const {settings} = await import('@oclif/core/settings')
  settings.enableAutoTranspile = false
  const oclif = JSON.parse(JSON.stringify(pjson.oclif).replaceAll('./dist/', './'))
  return Config.load({root, ignoreManifest: true, pjson: {...pjson, oclif}})
}

/** Runs one command line and returns its exit code. Never throws, never exits the process. */
export async function main(argv: readonly string[], options: MainOptions = {}): Promise<number> {
  const json = asksForJson(argv)
  let config: Config | undefined
  try {
    config = await loadConfig(options)
    await run([...argv], config)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return reportError(config ? explain(error, config, argv) : error, {json, streams})
  }
}

function explain(error: unknown, config: Config, argv: readonly string[]): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error
  const words = argv.filter((word) => !word.startsWith('-'))
  const missing = /^command (.+) not found$/.exec(error.message)
  if (missing) return unknownCommand(typedCommand(words, config), config)
  const command = longestCommand(words, config)
  return usageError(error, config, command) ?? error
}

const longestCommand = (words: readonly string[], config: Config) => {
  for (let length = words.length; length > 0; length--) {
    const command = config.findCommand(words.slice(0, length).join(':'))
    if (command) return command
  }
  return undefined
}

/** Of `skillbase creat salon --x`, the words that look like a command: the topic and one more. */
function typedCommand(words: readonly string[], config: Config): string {
  const inTopic = words[0] !== undefined && config.topics.some((topic) => topic.name === words[0])
  return words.slice(0, inTopic ? 2 : 1).join(' ')
}
