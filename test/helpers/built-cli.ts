import {cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type Options, execa} from 'execa'
import {type OutputOptions, type RolldownOptions, rolldown} from 'rolldown'
import {loadConfig} from 'rolldown/config'
import {manifestOfSources} from './manifest.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let built: Promise<string> | undefined

/**
 * The program as it is published, bundled from the sources as they are now into a folder of its own: a stale or half-built
 * `dist` cannot decide a test. Built once per run.
 */
export function builtCli() {
  let folder = ''
  before(async function () {
    this.timeout(120_000)
    folder = await (built ??= build())
  })
  return {
    get bin() {
      return join(folder, 'bin', 'run.js')
    },
    get folder() {
      return folder
    },
    run: (argv: readonly string[], options: Options = {}) =>
      execa(process.execPath, [join(folder, 'bin', 'run.js'), ...argv], {reject: false, stripFinalNewline: false, ...options}),
  }
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'voicectl-built-'))
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
  for (const name of ['bin/run.js', 'package.json']) cpSync(join(root, name), join(folder, name))
  for (const name of ['node_modules', 'templates', 'provisioning']) symlinkSync(join(root, name), join(folder, name))
  const {output, ...input} = (await loadConfig(join(root, 'rolldown.config.js'))) as RolldownOptions
  const bundle = await rolldown({...input, cwd: root})
  await bundle.write({...(output as OutputOptions), dir: join(folder, 'dist'), sourcemap: false})
  await bundle.close()
  writeFileSync(join(folder, 'oclif.manifest.json'), JSON.stringify(await manifestOfSources()))
  return folder
}
