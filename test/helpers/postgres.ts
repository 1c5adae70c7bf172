import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {accessSync, chownSync, constants, existsSync, globSync, mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import type {Sql} from 'postgres'
import {openStore} from '../../src/store/open-store.ts'
import {atTheEnd} from './cleanup.ts'

/** Why there is no PostgreSQL for tests here; undefined when there is one. */
export const postgresMissing: string | undefined = whyMissing()

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** A database of its own with all tables: a copy of a template that is migrated once per run. */
export async function migratedDatabase(): Promise<TestDatabase> {
  const {template} = await running()
  return create(`template ${template}`)
}

/** A database of its own without tables. */
export const emptyDatabase = (): Promise<TestDatabase> => create('')

interface Server {
  readonly admin: Sql
  readonly template: string
  urlOf(database: string): string
}

let server: Promise<Server> | undefined
const running = (): Promise<Server> => (server ??= start())

async function create(options: string): Promise<TestDatabase> {
  const {admin, urlOf} = await running()
  const name = newName()
  await admin.unsafe(`create database ${name} ${options}`)
  return {url: urlOf(name), drop: async () => void (await admin.unsafe(`drop database if exists ${name} with (force)`))}
}

const newName = () => `voicectl_test_${randomBytes(6).toString('hex')}`

async function start(): Promise<Server> {
  const given = process.env['VOICECTL_TEST_POSTGRES_URL']
  const adminUrl = given ?? (await startServer())
  const urlOf = (database: string) => {
    const url = new URL(adminUrl)
    url.pathname = `/${database}`
    return url.href
  }
  const admin = await connect(adminUrl)
  const template = newName()
  await admin.unsafe(`create database ${template}`)
  const store = await openStore({url: urlOf(template), schema: 'migrate'})
  await store.close()
  if (given) atTheEnd(async () => void (await admin.unsafe(`drop database if exists ${template} with (force)`)))
  atTheEnd(() => admin.end({timeout: 1}))
  return {admin, template, urlOf}
}

async function connect(url: string): Promise<Sql> {
  const {default: postgres} = await import('postgres')
  const {searchParams} = new URL(url)
  const socket = searchParams.get('host')
  const sql = postgres(url.replace(/\?host=.*$/, ''), {max: 1, onnotice: () => {}, ...(socket !== null && {host: socket})})
  for (let attempt = 0; ; attempt++) {
    try {
      await sql`select 1`
      return sql
    } catch (error) {
      if (attempt > 100) throw error
      await sleep(50)
    }
  }
}

/** A server for this run only, on a Unix socket in its own directory: no port to collide on, no access from outside. */
async function startServer(): Promise<string> {
  const bin = binaries()!
  const user = serverUser()
  const directory = mkdtempSync(join(tmpdir(), 'voicectl-pg-'))
  if (user) chownSync(directory, user.uid, user.gid)
  const data = join(directory, 'data')
  // A time zone far from the store's own, so that a forgotten setting shows.
  const identity = {...user, env: {...process.env, LC_ALL: 'C.UTF-8', TZ: 'Asia/Kamchatka'}, cwd: directory}
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'voicectl', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], {
    ...identity,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  guard(identity, [
    join(bin, 'postgres'),
    '-D',
    data,
    '-k',
    directory,
    ...['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=60'].flatMap((setting) => [
      '-c',
      setting,
    ]),
  ])
  return `postgres://voicectl@localhost/postgres?host=${encodeURIComponent(directory)}`
}

/**
 * The server must not outlive the test run, however that ends. A shell in a process group of its own waits for the end of its stdin, which
 * comes with the death of this process, and then stops the server and removes its files.
 */
function guard(identity: {readonly cwd: string}, command: readonly string[]): ChildProcess {
  const script = '"$@" >"$PWD/log" 2>&1 & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$PWD"'
  const child = spawn('/bin/sh', ['-c', script, 'guard', ...command], {...identity, detached: true, stdio: ['pipe', 'ignore', 'ignore']})
  child.unref()
  const stdin = child.stdin as typeof child.stdin & {unref?: () => void}
  stdin?.unref?.()
  atTheEnd(
    () =>
      new Promise((resolve) => {
        child.ref()
        child.once('exit', () => resolve())
        child.stdin?.end()
      }),
  )
  return child
}

function whyMissing(): string | undefined {
  if (process.env['VOICECTL_TEST_POSTGRES_URL']) return undefined
  if (process.platform === 'win32') return 'no Unix sockets'
  if (!binaries()) return 'initdb and postgres are neither on the PATH nor in /usr/lib/postgresql; VOICECTL_TEST_POSTGRES_URL is not set'
  if (process.getuid?.() === 0 && !serverUser()) return 'PostgreSQL does not run as root, and there is no other user to run it'
  return undefined
}

/** The newest installed version. */
function binaries(): string | undefined {
  const installed = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => versionOf(b) - versionOf(a))
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...installed, '/opt/homebrew/bin', '/usr/local/pgsql/bin']
  return folders.find((folder) => ['initdb', 'postgres'].every((program) => isExecutable(join(folder, program))))
}

const versionOf = (folder: string): number => Number(folder.split('/')[4] ?? 0)

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** PostgreSQL refuses to run as root. */
function serverUser(): {readonly uid: number; readonly gid: number} | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/passwd')) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody')
  return entry && {uid: Number(entry[2]), gid: Number(entry[3])}
}
