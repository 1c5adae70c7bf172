import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {captureOutput} from '@oclif/test'
import {main} from '../../src/cli/main.ts'

export interface CliResult {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
  /** `stdout` parsed; throws when it is not JSON. */
  json<T>(): T
}

/**
 * A throw-away home for the commands of one `describe`: its own working directory, data and configuration folders, a clean environment.
 * Commands run inside the test process, from the sources.
 */
export function cli(environment: Readonly<Record<string, string>> = {}) {
  let home = ''
  let folder = '.'
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'voicectl-test-'))
  })
  after(() => rmSync(home, {recursive: true, force: true}))

  return {
    get home() {
      return home
    },
    path: (name: string) => join(home, name),
    /** From now on commands run in this folder of the home. */
    enter: (name: string) => void (folder = name),
    async run(argv: readonly string[], extra: Readonly<Record<string, string>> = {}): Promise<CliResult> {
      const before = {env: {...process.env}, cwd: process.cwd(), exitCode: process.exitCode}
      for (const name of Object.keys(process.env))
        if (/^VOICECTL_|_API_KEY$|^(?:DEBUG|NO_COLOR|FORCE_COLOR)$/.test(name)) delete process.env[name]
      Object.assign(process.env, {
        HOME: home,
        XDG_DATA_HOME: join(home, '.data'),
        XDG_CONFIG_HOME: join(home, '.config'),
        XDG_CACHE_HOME: join(home, '.cache'),
        LANG: 'C',
        LC_ALL: 'C',
        CI: '1',
        ...environment,
        ...extra,
      })
      process.chdir(join(home, folder))
      process.exitCode = undefined
      try {
        const {stdout, stderr, result, error} = await captureOutput(() => main(argv, {fromSource: true}))
        if (error) throw error
        return {stdout, stderr, exitCode: Number(result ?? 0), json: <T>() => JSON.parse(stdout) as T}
      } finally {
        process.chdir(before.cwd)
        // Not by replacing the object: what reads the environment of the process itself would keep what was set.
        for (const name of Object.keys(process.env)) if (!(name in before.env)) delete process.env[name]
        Object.assign(process.env, before.env)
        process.exitCode = before.exitCode as number | undefined
      }
    },
  }
}
