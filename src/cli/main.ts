import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {AppError, exitCodes} from '../errors.ts'
import {commandNotFound, commandOf, normaliseArgv} from './command-line.ts'
import type {HelpRequest} from './help.ts'
import {brokenPipe, cancelled, watchInterrupts} from './interrupt.ts'
import {asksForJson} from './json-flag.ts'
import {Config, run} from './oclif.ts'
import {reportError} from './report-error.ts'
import {usageError} from './usage-errors.ts'

export interface MainOptions {
  /** Load commands from the TypeScript sources instead of `dist`. */
  readonly fromSource?: boolean
}

const streams = {
  stdout: (text: string) => void process.stdout.write(text),
  stderr: (text: string) => void process.stderr.write(text),
}

/** Runs one command line and returns its exit code. Never throws; exits the process only when interrupted. */
export async function main(argv: readonly string[], options: MainOptions = {}): Promise<number> {
  const json = asksForJson(argv)
  // One way to say it, for us and for every library that prints.
  if (flagsOf(argv).includes('--no-color')) process.env['NO_COLOR'] = '1'
  const stopWatching = watchInterrupts(() => reportError(cancelled(), {json, streams}))
  let config: Config | undefined
  let line: readonly string[] = argv
  try {
    config = await loadOclif(options, {json})
    line = normaliseArgv(argv, config, json)
    await run([...line], config)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    const exit = quietExit(error)
    return exit ?? reportError(config ? explain(error, config, line) : error, {json, streams})
  } finally {
    stopWatching()
  }
}

async function loadOclif({fromSource = false}: MainOptions, helpOptions: HelpRequest): Promise<Config> {
  const root = packageRoot()
  const pjson = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  if (!fromSource) return Config.load({root, pjson: {...pjson, oclif: {...pjson.oclif, helpOptions}}})

  // oclif would look for tsx or ts-node; Node runs our sources as they are.
  const {settings} = await import('@oclif/core/settings')
  settings.enableAutoTranspile = false
  const oclif = {...JSON.parse(JSON.stringify(pjson.oclif).replaceAll('./dist/', './')), helpClass: './src/cli/help.ts', helpOptions}
  return Config.load({root, ignoreManifest: true, pjson: {...pjson, oclif}})
}

/** `dist/main.js` and `src/cli/main.ts` are at different depths; package.json is what both can find. */
function packageRoot(): string {
  const marker = import.meta.url.endsWith('.ts') ? '../../package.json' : '../package.json'
  return fileURLToPath(new URL(marker.replace('package.json', ''), import.meta.url))
}

/** Ends that need no words: a reader who left, and oclif's own `exit()`. */
function quietExit(error: unknown): number | undefined {
  if (error === brokenPipe) return 0
  const {code, oclif} = (error ?? {}) as {readonly code?: string; readonly oclif?: {readonly exit?: number}}
  return code === 'EEXIT' ? (oclif?.exit ?? exitCodes.failure) : undefined
}

function explain(error: unknown, config: Config, argv: readonly string[]): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error
  if (/^command .+ not found\.?$/i.test(error.message)) return commandNotFound(argv, config)
  return usageError(error, config, commandOf(argv, config)) ?? error
}

function flagsOf(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return end === -1 ? argv : argv.slice(0, end)
}
