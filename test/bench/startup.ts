/**
 * How long a command takes to start, as a ratio to `node -e 0` in the same run: the machine's speed cancels out.
 * Cases are interleaved, so that a busy moment hits all of them. Prints, never asserts: `npx node test/bench/startup.ts [ROUNDS]`.
 * Needs a build (`npm run build`).
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

interface Case {
  readonly name: string
  readonly argv: readonly string[]
  /** Inside a project folder, where people work: there is a file to read. */
  readonly inProject?: true
  /** Times `node -e 0`. */
  readonly budget?: number
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'bin/run.js')
const dev = join(root, 'bin/dev.js')
if (!existsSync(join(root, 'dist/main.js'))) throw new Error('run `npm run build` first')

const home = mkdtempSync(join(tmpdir(), 'voicectl-bench-'))
const options = {
  cwd: home,
  env: {PATH: process.env['PATH'] ?? '', HOME: home, LC_ALL: 'C', NODE_COMPILE_CACHE: join(home, 'compile-cache')},
  stdio: 'ignore',
} as const

const project = join(home, 'salon')
const prepare = (argv: readonly string[], cwd: string) => {
  const {status} = spawnSync(process.execPath, [bin, ...argv], {...options, cwd})
  if (status !== 0) throw new Error(`${argv.join(' ')} exited with ${status}`)
}
prepare(['init', project, '--name', 'Salon', '--template', 'salon', '--lang', 'ru'], home)
prepare(['skillbase', 'apply', '-f', 'skillbases/salon.yaml'], project)
// Lists that have something in them.
for (let call = 0; call < 3; call++) prepare(['call', 'simulate', 'salon', '--say', 'привет'], project)

const cases: readonly Case[] = [
  {name: 'node -e 0', argv: ['-e', '0']},
  {name: '--version', argv: [bin, '--version'], budget: 1.3},
  {name: 'version (trivial)', argv: [bin, 'version'], budget: 3},
  {name: '--help', argv: [bin, '--help']},
  {name: 'config get company', argv: [bin, 'config', 'get', 'company']},
  {name: 'company list (SQLite)', argv: [bin, 'company', 'list'], budget: 3.6},
  {name: 'config get company, in a project', argv: [bin, 'config', 'get', 'company'], inProject: true},
  {name: 'company list, in a project', argv: [bin, 'company', 'list'], inProject: true, budget: 3.6},
  {name: 'skillbase list, in a project', argv: [bin, 'skillbase', 'list'], inProject: true, budget: 3.6},
  {name: 'call list, in a project', argv: [bin, 'call', 'list'], inProject: true, budget: 3.6},
  {name: 'version from source', argv: [dev, 'version']},
]

const rounds = Number(process.argv[2] ?? 25)
const warmUp = 3
const times = new Map<string, number[]>(cases.map(({name}) => [name, []]))
try {
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const {name, argv, inProject} of cases) {
      const start = performance.now()
      const {status} = spawnSync(process.execPath, argv, inProject ? {...options, cwd: project} : options)
      if (status !== 0) throw new Error(`${name} exited with ${status}`)
      // The first rounds compile, cache and make the database.
      if (round >= warmUp) times.get(name)!.push(performance.now() - start)
    }
  }
} finally {
  rmSync(home, {recursive: true, force: true})
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
const floor = times.get('node -e 0')!
const rows = cases.map(({name, budget}) => {
  const own = times.get(name)!
  return {
    case: name,
    'best ms': Math.min(...own).toFixed(1),
    'median ms': median(own).toFixed(1),
    // The ratio of each round, then the median: a slow moment of the machine does not count.
    ratio: median(own.map((time, index) => time / floor[index]!)).toFixed(2),
    budget: budget?.toFixed(1) ?? '',
  }
})
console.table(rows)
