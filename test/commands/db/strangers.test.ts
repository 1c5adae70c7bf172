import {expect} from 'chai'
import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import {cli} from '../../helpers/cli.ts'
import {emptyDatabase, postgresMissing, type TestDatabase} from '../../helpers/postgres.ts'
import {skipBecause} from '../../helpers/skip.ts'

/** What other programs call their tables, too. */
const strangers: readonly (readonly [string, string])[] = [
  ['a table of customers', 'create table customers (id integer primary key, name text)'],
  ['a `schema_migrations` of Rails', 'create table schema_migrations (version text primary key)'],
  ['`companies` of its own', 'create table companies (title text)'],
]

describe('the database of another program', () => {
  const voicectl = cli()
  const url = () => `sqlite:${voicectl.path('theirs.db')}`
  const run = (...argv: string[]) => voicectl.run(argv, {VOICECTL_DATABASE_URL: url()})
  const code = (stdout: string) => (JSON.parse(stdout) as {error: {code: string}}).error.code
  before(() => voicectl.run(['db', 'migrate'], {VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('ours.db')}`}))
  before(() => voicectl.run(['db', 'backup', 'ours.backup'], {VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('ours.db')}`}))
  const make = (statement: string) => {
    rmSync(voicectl.path('theirs.db'), {force: true})
    const database = new BetterSqlite3(voicectl.path('theirs.db'))
    database.exec(statement)
    database.close()
    return readFileSync(voicectl.path('theirs.db'))
  }

  for (const [what, statement] of strangers) {
    it(`with ${what} is refused by every command and stays as it is`, async () => {
      const before = make(statement)
      for (const argv of [
        ['company', 'list'],
        ['db', 'migrate'],
        ['db', 'restore', 'ours.backup', '--yes'],
        ['db', 'backup', 'x.ndjson'],
        ['db', 'backup', 'x.db'],
      ]) {
        const {stdout, exitCode} = await run(...argv, '--json')
        expect(code(stdout), argv.join(' ')).to.equal('DATABASE_FOREIGN')
        expect(exitCode, argv.join(' ')).to.equal(7)
      }
      const copied = await voicectl.run(['db', 'copy', '--to', url(), '--json'], {
        VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('ours.db')}`,
      })
      expect(code(copied.stdout)).to.equal('DATABASE_FOREIGN')
      const status = await run('db', 'status', '--json')
      expect(status.json()).to.include({schema: 'foreign'})
      expect(status.exitCode).to.equal(8)
      expect(readFileSync(voicectl.path('theirs.db')).equals(before)).to.equal(true)
      expect(readdirSync(voicectl.home).filter((name) => name.startsWith('theirs'))).to.deep.equal(['theirs.db'])
    })

    it(`with ${what} is no backup`, async () => {
      make(statement)
      const {stdout} = await voicectl.run(['db', 'restore', 'theirs.db', '--yes', '--json'], {
        VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('ours.db')}`,
      })
      expect(code(stdout)).to.equal('BACKUP_DAMAGED')
    })
  }

  const withServer = postgresMissing ? it.skip : it
  withServer(
    `on PostgreSQL keeps its tables when somebody restores into it${postgresMissing ? ` (skipped: ${postgresMissing})` : ''}`,
    async function restoreIntoTheirs() {
      this.timeout(60_000)
      const {default: postgres} = await import('postgres')
      for (const [, statement] of strangers) {
        const database: TestDatabase = await emptyDatabase()
        const socket = new URL(database.url).searchParams.get('host')
        const sql = postgres(database.url.replace(/\?host=.*$/, ''), {max: 1, ...(socket !== null && {host: socket})})
        await sql.unsafe(statement)
        for (const argv of [
          ['db', 'restore', 'ours.backup', '--yes'],
          ['db', 'migrate'],
          ['company', 'list'],
          ['db', 'backup', 'x.ndjson'],
        ]) {
          const {stdout} = await voicectl.run([...argv, '--json'], {VOICECTL_DATABASE_URL: database.url})
          expect(code(stdout), argv.join(' ')).to.equal('DATABASE_FOREIGN')
        }
        const [{count}] = (await sql`select count(*)::int from pg_tables where schemaname = 'public'`) as unknown as [{count: number}]
        expect(count).to.equal(1)
        await sql.end()
        await database.drop()
      }
    },
  )
})

describe('the database of a newer voicectl', () => {
  const voicectl = cli()
  const env = () => ({VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('newer.db')}`})
  before(async () => {
    await voicectl.run(['db', 'migrate'], env())
    const database = new BetterSqlite3(voicectl.path('newer.db'))
    database.exec("insert into schema_migrations values ('9999', 'later', 'x', 1)")
    database.close()
  })

  for (const file of ['x.db', 'x.ndjson', 'x.ndjson.gz']) {
    it(`is refused by \`db backup ${file}\`, too`, async () => {
      const {stdout, exitCode} = await voicectl.run(['db', 'backup', file, '--json'], env())
      expect((JSON.parse(stdout) as {error: {code: string}}).error.code).to.equal('SCHEMA_NEWER')
      expect(exitCode).to.equal(8)
      expect(readdirSync(voicectl.home).filter((name) => name.startsWith('x.'))).to.deep.equal([])
    })
  }
})

describe('a pipe in the place of a database', () => {
  const voicectl = cli()
  before(function () {
    if (process.platform === 'win32') skipBecause(this, 'Windows has no such modes and signals')
    execFileSync('mkfifo', [voicectl.path('pipe')])
  })

  it('is refused by every command instead of being waited for', async () => {
    const env = {VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('pipe')}`}
    for (const argv of [
      ['company', 'list'],
      ['db', 'status'],
      ['db', 'migrate'],
      ['db', 'backup', 'x.db'],
    ]) {
      const {stderr, exitCode} = await voicectl.run(argv, env)
      expect(stderr, argv.join(' ')).to.contain('DATABASE_NOT_FILE')
      expect(exitCode).to.equal(2)
    }
    expect((await voicectl.run(['db', 'restore', 'pipe', '--yes'])).stderr).to.contain('BACKUP_NOT_FILE')
    expect((await voicectl.run(['db', 'copy', '--to', 'sqlite:pipe'])).stderr).to.contain('DATABASE_NOT_FILE')
    expect((await voicectl.run(['doctor'], env)).stdout).to.match(/failure +database +A pipe or a device/)
  })
})

describe('a database that is damaged', () => {
  const voicectl = cli()
  const env = () => ({VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('bots.db')}`})
  const status = () => voicectl.run(['db', 'status'], env())

  for (const [what, damage] of [
    ['at its head', (file: string) => writeFileSync(file, 'rubbish'.repeat(2000))],
    ['inside', (file: string) => writeFileSync(file, readFileSync(file).fill(0xaa, 4096))],
  ] as const) {
    it(`${what} is set aside by a restore, and the backup takes its place`, async () => {
      await voicectl.run(['company', 'create', 'kept'], env())
      await voicectl.run(['db', 'backup', `${what}.backup`], env())
      for (const suffix of ['-wal', '-shm']) rmSync(voicectl.path(`bots.db${suffix}`), {force: true})
      damage(voicectl.path('bots.db'))
      const told = await voicectl.run(['company', 'list'], env())
      expect(told.stderr).to.contain('DATABASE_DAMAGED').and.to.contain('db restore FILE')
      const asked = await voicectl.run(['db', 'restore', `${what}.backup`], env())
      expect(asked.stderr).to.contain(`Set the damaged database sqlite:${voicectl.path('bots.db')} (profile default) aside`)
      expect(readdirSync(voicectl.home).some((name) => name.includes('damaged'))).to.equal(false)

      const {stderr, exitCode} = await voicectl.run(['db', 'restore', `${what}.backup`, '--yes'], env())
      const [, aside] = /The damaged database is now (\S+)\.\n/.exec(stderr) ?? []
      expect(exitCode).to.equal(0)
      expect(statSync(aside!).size).to.be.above(0)
      expect((await status()).stdout).to.match(/companies +2\n/)
      rmSync(aside!)
      for (const name of readdirSync(voicectl.home)) if (name.startsWith('bots.db')) rmSync(voicectl.path(name))
    })
  }
})

describe('db restore and db backup', () => {
  const voicectl = cli()
  const env = () => ({VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('bots.db')}`})

  it('names what would be lost before asking', async () => {
    await voicectl.run(['company', 'create', 'lost'], env())
    await voicectl.run(['db', 'backup', 'copy.ndjson'], env())
    const {stderr} = await voicectl.run(['db', 'restore', 'copy.ndjson'], env())
    expect(stderr).to.match(/Replace all \d+ rows of sqlite:\S+bots\.db \(profile default: companies 2\) with "copy\.ndjson"\?/)
  })

  it('tells a target that is no database to be another file', async () => {
    writeFileSync(voicectl.path('rnd'), 'x'.repeat(5000))
    const {stderr, exitCode} = await voicectl.run(['db', 'copy', '--to', 'sqlite:rnd'], env())
    expect(stderr).to.contain('There is something else in sqlite:rnd already.\nName a file that does not exist yet.')
    expect(exitCode).to.equal(4)
  })

  it('says what is wrong with a file in words of its own', async () => {
    const folder = await voicectl.run(['db', 'restore', '.', '--yes'], env())
    expect(folder.stderr).to.contain('"." is a folder, not a backup.')
    writeFileSync(voicectl.path('broken'), '{"format": <html>\n')
    const broken = await voicectl.run(['db', 'restore', 'broken', '--yes'], env())
    expect(broken.stderr).to.contain('(a line of it is not JSON)').and.not.to.contain('Unexpected token')
  })

  it('removes what a killed backup has left behind, and only that', async () => {
    const dead = 2 ** 22 + 1
    for (const name of [`next.db.partial-${dead}`, `other.db.partial-${dead}`, `next.db.partial-${process.ppid}`])
      writeFileSync(voicectl.path(name), 'x')
    expect((await voicectl.run(['db', 'backup', 'next.db'], env())).exitCode).to.equal(0)
    expect(readdirSync(voicectl.home).filter((name) => name.includes('partial'))).to.deep.equal([
      `next.db.partial-${process.ppid}`,
      `other.db.partial-${dead}`,
    ])
  })
})
