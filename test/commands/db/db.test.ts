import {expect} from 'chai'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {cli} from '../../helpers/cli.ts'
import {emptyDatabase, postgresMissing, type TestDatabase} from '../../helpers/postgres.ts'

interface Status {
  readonly dialect: string
  readonly url: string
  readonly schema: string
  readonly applied: readonly object[]
  readonly pending: readonly object[]
  readonly bytes: number
  readonly rows: Readonly<Record<string, number>>
}

describe('db on SQLite', () => {
  const voicectl = cli()
  const env = () => ({VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('bots.db')}`})
  const status = async () => (await voicectl.run(['db', 'status', '--json'], env())).json<Status>()

  it('looks without making anything', async () => {
    const {stdout, exitCode} = await voicectl.run(['db', 'status'], env())
    expect(stdout).to.contain('not there yet')
    expect(exitCode).to.equal(0)
    expect(existsSync(voicectl.path('bots.db'))).to.equal(false)
  })

  it('migrates, and says what it did', async () => {
    const first = await voicectl.run(['db', 'migrate'], env())
    expect(first.stdout).to.match(/^0001-companies\n0002-/)
    const second = await voicectl.run(['db', 'migrate'], env())
    expect(second.stdout).to.equal('')
    expect(second.stderr).to.contain('up to date')
    expect(await status()).to.deep.include({dialect: 'sqlite', schema: 'current', pending: []})
    expect((await status()).rows).to.deep.include({companies: 1, calls: 0})
    expect((await voicectl.run(['db', 'status'], {...env(), VOICECTL_LANG: 'ru'})).stdout).to.match(/companies +1\n/)
  })

  it('saves, restores after asking, and refuses what it should', async () => {
    await voicectl.run(['company', 'create', 'kept'], env())
    const saved = await voicectl.run(['db', 'backup', 'copy.db'], env())
    expect(saved.stdout).to.equal('copy.db\n')
    expect((await voicectl.run(['db', 'backup', 'copy.db'], env())).exitCode).to.equal(4)
    await voicectl.run(['company', 'create', 'lost'], env())

    const unasked = await voicectl.run(['db', 'restore', 'copy.db', '--json'], env())
    expect(unasked.exitCode).to.equal(2)
    expect(unasked.json<{error: {code: string}}>().error.code).to.equal('CONFIRMATION_REQUIRED')
    expect((await status()).rows['companies']).to.equal(3)

    const restored = await voicectl.run(['db', 'restore', 'copy.db', '--yes'], env())
    expect(restored.exitCode).to.equal(0)
    expect(restored.stdout).to.match(/companies\t2\t[0-9a-f]{12}\n/)
    const {json} = await voicectl.run(['company', 'list', '--json'], env())
    expect(json<{slug: string}[]>().map(({slug}) => slug)).to.deep.equal(['default', 'kept'])

    writeFileSync(voicectl.path('rubbish'), 'rubbish')
    const damaged = await voicectl.run(['db', 'restore', 'rubbish', '--yes', '--json'], env())
    expect(damaged.json<{error: {code: string}}>().error.code).to.equal('BACKUP_DAMAGED')
    expect(damaged.exitCode).to.equal(1)
    const whole = readFileSync(voicectl.path('copy.db'))
    for (const [name, bytes] of [
      ['cut.db', whole.subarray(0, whole.length / 2)],
      ['scratched.db', Buffer.concat([whole.subarray(0, 100), Buffer.alloc(whole.length - 100, 7)])],
    ] as const) {
      writeFileSync(voicectl.path(name), bytes)
      const {stderr, exitCode} = await voicectl.run(['db', 'restore', name, '--yes'], env())
      expect(stderr).to.contain(`Error (BACKUP_DAMAGED): Not a whole backup: "${name}"`).and.contain('Nothing was changed.')
      expect(stderr).not.to.contain('db restore FILE')
      expect(exitCode).to.equal(1)
    }
    expect((await status()).rows['companies']).to.equal(2)
  })

  it('copies into another file and checks it', async () => {
    const copied = await voicectl.run(['db', 'copy', '--to', 'sqlite:second.db', '--json'], env())
    const {tables} = copied.json<{tables: {table: string; rows: number; sha256: string}[]}>()
    expect(tables.find(({table}) => table === 'companies')).to.include({rows: 2})
    expect((await voicectl.run(['db', 'copy', '--to', 'sqlite:second.db'], env())).exitCode).to.equal(4)
    expect(readdirSync(voicectl.home).filter((name) => name.includes('partial'))).to.deep.equal([])
  })

  it('gives programs whole hashes', async () => {
    const {stdout} = await voicectl.run(['db', 'copy', '--to', 'sqlite:third.db', '-o', 'csv'], env())
    expect(stdout).to.match(/^companies,2,[0-9a-f]{64}$/m)
  })

  it('says that a database of a newer voicectl is newer, everywhere', async () => {
    const {default: BetterSqlite3} = await import('better-sqlite3')
    const file = new BetterSqlite3(voicectl.path('second.db'))
    file.exec(`insert into schema_migrations values ('0099', 'future', 'x', 0)`)
    file.close()
    const newer = {VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('second.db')}`}
    const told = await voicectl.run(['db', 'status', '--json'], newer)
    expect(told.json<Status>().schema).to.equal('newer')
    expect(told.exitCode).to.equal(8)
    const refused = await voicectl.run(['company', 'list'], newer)
    expect(refused.exitCode).to.equal(8)
    expect(refused.stderr).to.contain('0099-future').and.to.contain('Update voicectl.')
  })

  it('tells a file that is no database from one', async () => {
    writeFileSync(voicectl.path('no.db'), 'x'.repeat(4096))
    const {stderr, exitCode} = await voicectl.run(['company', 'list'], {VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('no.db')}`})
    expect(stderr).to.contain('Not a database, or a damaged one')
    expect(exitCode).to.equal(1)
  })
})

const withServer = postgresMissing ? describe.skip : describe
withServer(`db on PostgreSQL${postgresMissing ? ` (skipped: ${postgresMissing})` : ''}`, () => {
  const voicectl = cli()
  let database: TestDatabase
  const env = () => ({VOICECTL_DATABASE_URL: database.url})
  before(async function startDatabase() {
    this.timeout(60_000)
    database = await emptyDatabase()
  })
  after(() => database.drop())

  it('is never migrated on the way: the command says how', async () => {
    const {stderr, exitCode} = await voicectl.run(['company', 'list'], env())
    expect(exitCode).to.equal(6)
    expect(stderr).to.contain('voicectl db migrate')
    const {json, exitCode: behind} = await voicectl.run(['db', 'status', '--json'], env())
    expect(json<Status>()).to.include({schema: 'behind'})
    expect(behind).to.equal(8)
  })

  it('works once it is migrated', async () => {
    expect((await voicectl.run(['db', 'migrate'], env())).exitCode).to.equal(0)
    expect((await voicectl.run(['company', 'create', 'kept'], env())).stdout).to.equal('kept\n')
    const {json, exitCode} = await voicectl.run(['db', 'status', '--json'], env())
    expect(json<Status>()).to.deep.include({dialect: 'postgres', schema: 'current'})
    expect(json<Status>().bytes).to.be.greaterThan(1000)
    expect(exitCode).to.equal(0)
  })

  it('moves to SQLite and back by a dump', async () => {
    await voicectl.run(['db', 'backup', 'dump.ndjson.gz'], env())
    const sqlite = {VOICECTL_DATABASE_URL: `sqlite:${voicectl.path('x.db')}`}
    expect((await voicectl.run(['db', 'restore', 'dump.ndjson.gz'], sqlite)).exitCode).to.equal(0)
    expect((await voicectl.run(['company', 'show', 'kept'], sqlite)).exitCode).to.equal(0)
    await voicectl.run(['company', 'create', 'added'], sqlite)
    await voicectl.run(['db', 'backup', 'back.db'], sqlite)
    expect((await voicectl.run(['db', 'restore', 'back.db', '--yes'], env())).exitCode).to.equal(0)
    expect((await voicectl.run(['company', 'show', 'added'], env())).exitCode).to.equal(0)
  })

  it('takes no password from the command line, and says where it takes one from', async () => {
    for (const url of ['postgres://bot:topsecret@127.0.0.1:1/voicectl', 'postgres://bot@127.0.0.1:1/voicectl?password=topsecret']) {
      const {stderr, exitCode} = await voicectl.run(['db', 'copy', '--to', url], env())
      expect(stderr).to.contain('SECRET_ON_COMMAND_LINE').and.contain('--to - < FILE').and.contain('VOICECTL_COPY_TO')
      expect(stderr).not.to.contain('topsecret')
      expect(exitCode).to.equal(2)
    }
  })

  it('tells how an address is written in words that survive the hiding of passwords', async () => {
    const {stderr, exitCode} = await voicectl.run(['db', 'copy', '--to', 'mysql://db/x'], env())
    expect(stderr).to.contain('postgres://USER@HOST/DATABASE').and.not.contain('••••')
    expect(exitCode).to.equal(2)
  })

  it('names a server that does not answer, without its password', async () => {
    const url = 'postgres://bot:topsecret@127.0.0.1:1/voicectl'
    for (const argv of [
      ['company', 'list'],
      ['db', 'status'],
      ['db', 'migrate'],
      ['db', 'copy'],
    ]) {
      const unreachable = argv.includes('copy') ? {...env(), VOICECTL_COPY_TO: url} : {VOICECTL_DATABASE_URL: url}
      const {stderr, stdout, exitCode} = await voicectl.run(argv, unreachable)
      expect(stderr, argv.join(' ')).to.contain('does not answer')
      expect(stderr + stdout).not.to.contain('topsecret')
      expect(exitCode).to.equal(6)
    }
  })
})
