import {AppError, exitCodes} from '../errors.ts'
import {commandNotFound, commandOf, normaliseArgv} from './command-line.ts'
import {rememberContext} from './context-flags.ts'
import {brokenPipe, cancelled, watchInterrupts} from './interrupt.ts'
import {asksForJson} from './json-flag.ts'
import {type MainOptions, loadOclif} from './load-oclif.ts'
import {type Config, run} from './oclif.ts'
import {printableWord} from '../printable.ts'
import {reportError} from './report-error.ts'
import {usageError} from './usage-errors.ts'

const streams = {
  stdout: (text: string) => void process.stdout.write(text),
  stderr: (text: string) => void process.stderr.write(text),
}

/** Runs one command line and returns its exit code. Never throws; exits the process only when interrupted. */
export async function main(argv: readonly string[], options: MainOptions = {}): Promise<number> {
  const json = asksForJson(argv)
  // One way to say it, for us and for every library that prints.
  if (flagsOf(argv).includes('--no-color')) process.env['NO_COLOR'] = '1'
  rememberContext(argv)
  warnOfLanguage(argv)
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

/** A language that there is none of is English, and nobody would know why. */
function warnOfLanguage(argv: readonly string[]): void {
  const wish = process.env['VOICECTL_LANG']
  if (!wish || /^(?:ru|en)/i.test(wish) || flagsOf(argv).some((flag) => flag === '-q' || flag === '--quiet')) return
  streams.stderr(`VOICECTL_LANG is "${printableWord(wish)}"; there are ru and en.\n`)
}

/** For the process that runs nothing else: an error that nobody awaited is reported like any other instead of as a bare stack. */
export function reportCrashes(argv: readonly string[]): void {
  process.on('uncaughtException', (error) => process.exit(reportError(error, {json: asksForJson(argv), streams})))
}

/** Ends that need no words: a reader who left, and oclif's own `exit()`. */
function quietExit(error: unknown): number | undefined {
  if (error === brokenPipe) return 0
  const {code, oclif} = (error ?? {}) as {readonly code?: string; readonly oclif?: {readonly exit?: number}}
  return code === 'EEXIT' ? (oclif?.exit ?? exitCodes.failure) : undefined
}

function explain(error: unknown, config: Config, argv: readonly string[]): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error
  if (/^command .* not found\.?$/is.test(error.message)) return commandNotFound(argv, config)
  return usageError(error, config, commandOf(argv, config)) ?? error
}

function flagsOf(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return end === -1 ? argv : argv.slice(0, end)
}
