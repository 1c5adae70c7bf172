import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
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
    /** The packages that a run of the program loads, and how many files of the bundle. */
    async loaded(argv: readonly string[], options: Options = {}): Promise<{readonly packages: string[]; readonly files: string[]}> {
      const chunks = JSON.parse(readFileSync(join(folder, 'packages.json'), 'utf8')) as Record<string, string[]>
      const {stderr} = await execa(process.execPath, ['--import', countModules, join(folder, 'bin', 'run.js'), ...argv], {
        reject: false,
        ...options,
      })
      const urls = String(stderr)
        .split('\n')
        .flatMap((line) => /^loaded (file:.*)$/.exec(line)?.[1] ?? [])
      const files = urls.map((url) => relative(join(folder, 'dist'), fileURLToPath(url)).replaceAll('\\', '/'))
      const external = urls.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? [])
      return {packages: [...new Set([...external, ...files.flatMap((file) => chunks[file] ?? [])])].sort(), files}
    },
    run: (argv: readonly string[], options: Options = {}) =>
      execa(process.execPath, [join(folder, 'bin', 'run.js'), ...argv], {reject: false, stripFinalNewline: false, ...options}),
  }
}

/** Names every module that is loaded, on stderr. */
const countModules = `data:text/javascript,${encodeURIComponent(
  `import {registerHooks} from 'node:module'
  registerHooks({load: (url, context, next) => { process.stderr.write('loaded ' + url + '\\n'); return next(url, context) }})`,
)}`

const packagesIn = (modules: readonly string[]): string[] => [
  ...new Set(modules.flatMap((id) => /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1]?.replaceAll('\\', '/') ?? [])),
]

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'voicectl-built-'))
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
  for (const name of ['bin/run.js', 'package.json']) cpSync(join(root, name), join(folder, name))
  for (const name of ['node_modules', 'templates', 'provisioning']) symlinkSync(join(root, name), join(folder, name))
  const {output, ...input} = (await loadConfig(join(root, 'rolldown.config.js'))) as RolldownOptions
  const bundle = await rolldown({...input, cwd: root})
  const {output: chunks} = await bundle.write({...(output as OutputOptions), dir: join(folder, 'dist'), sourcemap: false})
  await bundle.close()
  const packages = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, packagesIn(chunk.moduleIds)]] : []))
  writeFileSync(join(folder, 'packages.json'), JSON.stringify(Object.fromEntries(packages)))
  writeFileSync(join(folder, 'oclif.manifest.json'), JSON.stringify(await manifestOfSources()))
  return folder
}
