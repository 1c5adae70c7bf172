import {expect} from 'chai'
import {copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {sql} from 'kysely'
import {systemClock} from '../../../src/clock.ts'
import {newId} from '../../../src/ids.ts'
import {migrations} from '../../../src/store/migrations/index.ts'
import {openStore} from '../../../src/store/open-store.ts'
import type {Store} from '../../../src/store/store.ts'
import {consistently} from '../../../src/store/transaction.ts'
import {backUp, diskError, isMisnamed} from '../../../src/store/transfer/backup.ts'
import {copyDatabase} from '../../../src/store/transfer/copy.ts'
import {digestOf} from '../../../src/store/transfer/replace-contents.ts'
import {restore} from '../../../src/store/transfer/restore.ts'
import {failure} from '../../helpers/failure.ts'
import {fillStore} from '../../helpers/full-store.ts'
import {emptyDatabase, postgresMissing, type TestDatabase} from '../../helpers/postgres.ts'
import {onBothDatabases} from '../../helpers/store.ts'

const contents = ({db, dialect}: Store) => consistently(db, (transaction) => digestOf(transaction, dialect))
const deps = {clock: systemClock, confirm: async () => {}}
const kinds = ['sqlite', ...(postgresMissing ? [] : ['postgres'])] as const

onBothDatabases('backup, restore and copy', (under) => {
  let home = ''
  const made: TestDatabase[] = []
  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'voicectl-test-'))
    await fillStore(under.store)
    await fillStore(under.store, 110)
  })
  after(async () => {
    rmSync(home, {recursive: true, force: true})
    for (const {drop} of made) await drop()
  })
  let count = 0
  const file = (name: string) => join(home, `${count++}-${name}`)
  const target = async (kind: string) => {
    if (kind === 'sqlite') return `sqlite:${file('target.db')}`
    const database = await emptyDatabase()
    made.push(database)
    return database.url
  }
  const opened = async <Result>(
    url: string,
    use: (store: Store) => Promise<Result>,
    schema: 'auto' | 'ignore' = 'auto',
  ): Promise<Result> => {
    const store = await openStore({url, schema, poolSize: 1})
    try {
      return await use(store)
    } finally {
      await store.close()
    }
  }

  for (const kind of kinds) {
    it(`copies to ${kind} with equal counts and hashes`, async () => {
      const url = await target(kind)
      const digests = await copyDatabase({url: under.url, to: url})
      expect(digests['calls']).to.include({rows: 113})
      expect(await opened(url, contents))
        .to.deep.equal(await contents(under.store))
        .and.to.deep.equal(digests)
      const [first] = await under.store.companies.list()
      expect(await opened(url, ({companies}) => companies.find(first!.id))).to.deep.equal(first)
    })

    for (const name of ['dump.ndjson', 'dump.ndjson.gz', 'backup.db']) {
      it(`saves ${name} and restores it into ${kind}`, async () => {
        const backup = file(name)
        await backUp({url: under.url, file: backup}, {clock: systemClock})
        const url = await target(kind)
        await restore({url, file: backup}, deps)
        expect(await opened(url, contents)).to.deep.equal(await contents(under.store))
      })
    }
  }

  it('saves one file that only its owner can read, and never over another', async () => {
    const backup = file('private')
    expect(await backUp({url: under.url, file: backup}, {clock: systemClock})).to.include({
      format: under.dialect === 'sqlite' ? 'sqlite' : 'ndjson',
    })
    expect(statSync(backup).mode & 0o777).to.equal(0o600)
    const before = readFileSync(backup)
    expect(await failure(backUp({url: under.url, file: backup}, {clock: systemClock}))).to.include({code: 'FILE_EXISTS', exitCode: 4})
    expect(readFileSync(backup).equals(before)).to.equal(true)
    const below = join(home, 'new', 'folder', 'x')
    await backUp({url: under.url, file: below}, {clock: systemClock})
    expect(statSync(below).isFile()).to.equal(true)
    expect(await failure(backUp({url: under.url, file: join(below, 'x')}, {clock: systemClock}))).to.include({
      code: 'NOT_A_FOLDER',
      exitCode: 2,
    })
    expect(readdirSync(home).filter((name) => name.includes('partial'))).to.deep.equal([])
  })

  it('lets nobody else read what is half saved, and leaves nothing of it when it fails', async () => {
    const stop = new AbortController()
    const modes = new Set<string>()
    // Whoever may read the folder could open these while they grow.
    const look = () => {
      for (const name of readdirSync(home)) {
        if (name.includes('partial'))
          modes.add((statSync(join(home, name), {throwIfNoEntry: false})?.mode ?? 0o600 & 0o777).toString(8).slice(-3))
      }
    }
    const watching = setInterval(look, 0)
    const signal = Object.assign(stop.signal, {throwIfAborted: () => (look(), AbortSignal.prototype.throwIfAborted.call(stop.signal))})
    const umask = process.umask(0o022)
    try {
      const before = readdirSync(home)
      await backUp({url: under.url, file: file('half')}, {clock: systemClock, signal})
      await backUp({url: under.url, file: file('spare')}, {clock: systemClock, signal: AbortSignal.abort(new Error('enough'))}).catch(
        () => {},
      )
      expect(readdirSync(home)).to.have.length(before.length + 1)
    } finally {
      clearInterval(watching)
      process.umask(umask)
    }
    expect([...modes]).to.deep.equal(['600'])
  })

  it('takes a name with spaces around it as it is', async () => {
    const cwd = process.cwd()
    process.chdir(mkdtempSync(join(home, 'spaces-')))
    try {
      for (const name of [' lead.db', ' lead.ndjson', 'trail .db ']) await backUp({url: under.url, file: name}, {clock: systemClock})
      expect(readdirSync('.').sort()).to.deep.equal([' lead.db', ' lead.ndjson', 'trail .db '])
    } finally {
      process.chdir(cwd)
    }
  })

  it('refuses a name that is none', async () => {
    for (const name of ['', '-']) {
      expect(await failure(backUp({url: under.url, file: name}, {clock: systemClock})), name).to.include({code: 'USAGE', exitCode: 2})
    }
  })

  it('writes a dump that other programs can read line by line', async () => {
    const backup = file('dump.ndjson.gz')
    await backUp({url: under.url, file: backup}, {clock: systemClock})
    const lines = gunzipSync(readFileSync(backup))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines[0]).to.include({format: 'voicectl/dump/v1'})
    expect(lines.at(-1).tables.calls.rows).to.equal(113)
    const company = lines.find(({row}) => row?.settings?.a === -0.25)
    expect(company.row.settings).to.deep.equal({b: [1, null, {я: '\u2029'}], a: -0.25})
  })

  it('replaces what was there, after asking, in one step', async () => {
    const backup = file('dump.ndjson')
    await backUp({url: under.url, file: backup}, {clock: systemClock})
    const url = await target(under.dialect)
    await opened(url, async (store) => fillStore(store), 'auto').catch(async () => opened(url, async () => {}, 'ignore'))
    await restore({url, file: backup}, deps)
    await opened(url, async (store) => fillStore(store))
    let asked = 0
    const refused = restore(
      {url, file: backup},
      {
        ...deps,
        confirm: async () => {
          asked++
          throw new Error('no')
        },
      },
    )
    expect((await failure(refused)).message).to.equal('no')
    expect(await opened(url, contents)).not.to.deep.equal(await contents(under.store))
    await restore({url, file: backup}, {...deps, confirm: async () => void asked++})
    expect(asked).to.equal(2)
    expect(await opened(url, contents)).to.deep.equal(await contents(under.store))
  })

  it('knows a dump that has the name of a SQLite file', async () => {
    expect(isMisnamed(await backUp({url: under.url, file: file('copy.db')}, {clock: systemClock}))).to.equal(under.dialect === 'postgres')
    expect(isMisnamed(await backUp({url: under.url, file: file('copy.ndjson')}, {clock: systemClock}))).to.equal(false)
  })

  it('tells a full disk as every command does, whoever notices it', () => {
    for (const code of ['SQLITE_FULL', 'ENOSPC'])
      expect(diskError(Object.assign(new Error('full'), {code, path: 'x.partial-1'}), 'x.db')).to.include({code: 'ENOSPC', path: 'x.db'})
    const other = Object.assign(new Error('other'), {code: 'EIO'})
    expect(diskError(other, 'x.db')).to.equal(other)
  })

  it('refuses a damaged backup before it touches anything', async () => {
    const dump = file('dump.ndjson')
    await backUp({url: under.url, file: dump}, {clock: systemClock})
    const text = readFileSync(dump, 'utf8')
    const lines = text.trimEnd().split('\n')
    const damaged: Record<string, string> = {
      'cut in a line': text.slice(0, -40),
      'cut between lines': `${lines.slice(0, -1).join('\n')}\n`,
      'a row less': `${[...lines.slice(0, 5), ...lines.slice(6)].join('\n')}\n`,
      'a changed value': text.replace('Алёна', 'Алена'),
      'lines after the end': `${text}${lines[3]}\n`,
      'another file': 'hello\n',
      nothing: '',
    }
    const url = await target(under.dialect)
    await restore({url, file: dump}, deps)
    const before = await opened(url, contents)
    for (const [what, content] of Object.entries(damaged)) {
      const broken = file('broken.ndjson')
      writeFileSync(broken, content)
      expect(await failure(restore({url, file: broken}, deps)), what).to.include({code: 'BACKUP_DAMAGED', exitCode: 1})
    }
    expect(await failure(restore({url, file: join(home, 'none')}, deps))).to.include({code: 'BACKUP_MISSING', exitCode: 3})
    expect(await opened(url, contents)).to.deep.equal(before)

    const zipped = file('cut.ndjson.gz')
    await backUp({url: under.url, file: zipped}, {clock: systemClock})
    truncateSync(zipped, statSync(zipped).size - 100)
    expect(await failure(restore({url, file: zipped}, deps))).to.include({code: 'BACKUP_DAMAGED'})
  })

  it('restores a backup from before the newest migrations, and brings it up to date', async () => {
    const old = await target(under.dialect)
    const early = await openStore({url: old, schema: 'migrate', migrations: migrations.slice(0, 1), poolSize: 1})
    await early.companies.update((await early.companies.find('default'))!.id, {name: 'Старая'}, 5)
    await early.close()
    const backup = file('old.ndjson')
    await backUp({url: old, file: backup}, {clock: systemClock})
    const url = await target(under.dialect)
    await restore({url, file: backup}, deps)
    expect((await opened(url, ({companies}) => companies.find('default')))?.name).to.equal('Старая')
  })

  it('refuses a backup of a newer voicectl', async () => {
    const backup = file('dump.ndjson')
    await backUp({url: under.url, file: backup}, {clock: systemClock})
    const url = await target(under.dialect)
    const error = await failure(restore({url, file: backup}, {...deps, migrations: migrations.slice(0, 3)}))
    expect(error).to.include({code: 'SCHEMA_NEWER', exitCode: 8})
  })

  it('leaves the target empty when what arrives is not what was sent', async () => {
    const url = await target(under.dialect)
    // Stands in for a fault on the way: the target changes what it is given.
    const spoil = {
      id: '0098',
      name: 'spoil',
      sqlite: [`create trigger spoil after insert on leads begin update leads set notes = 'spoilt' where id = new.id; end`],
      postgres: [
        `create function spoil() returns trigger language plpgsql as $$ begin new.notes := 'spoilt'; return new; end $$`,
        `create trigger spoil before insert on leads for each row execute function spoil()`,
      ],
    }
    const spoiling = [...migrations, spoil]
    await opened(url, async () => {}, 'ignore')
    const backup = file('dump.ndjson')
    await backUp({url: under.url, file: backup}, {clock: systemClock})
    const text = readFileSync(backup, 'utf8').replace('"migrations":["0001"', '"migrations":["0098","0001"')
    writeFileSync(backup, text)
    const error = await failure(restore({url, file: backup}, {...deps, migrations: spoiling}))
    expect(error).to.include({code: 'COPY_MISMATCH', exitCode: 1})
    expect(error.message).to.contain('leads')
    const left = await opened(
      url,
      async ({db, dialect}) => (await import('../../../src/store/transfer/source.ts')).liveColumns(db, dialect),
      'ignore',
    )
    expect(left.size).to.equal(0)
  })

  it('refuses to copy onto itself and over data', async () => {
    expect(await failure(copyDatabase({url: under.url, to: under.url}))).to.include({code: 'SAME_DATABASE', exitCode: 2})
    const url = await target(under.dialect)
    await copyDatabase({url: under.url, to: url})
    expect(await failure(copyDatabase({url: under.url, to: url}))).to.include({code: 'TARGET_NOT_EMPTY', exitCode: 4})
  })

  it('copies one moment while others write', async () => {
    const url = await target('sqlite')
    const busy = await under.open()
    const {companyId} = await fillStore(busy, 1)
    const before = (await contents(busy))['events']!.rows
    const writing = {on: true}
    const writer = (async () => {
      while (writing.on) {
        const event = (seq: number) => ({id: newId(), callId, seq, type: 'x', at: 1, payload: null})
        const callId = newId()
        await busy.transaction(async ({events}) => {
          await events.append(companyId, [event(0)])
          await new Promise((resolve) => setTimeout(resolve, 1))
          await events.append(companyId, [event(1)])
        })
      }
    })()
    const digests = await copyDatabase({url: under.url, to: url})
    writing.on = false
    await writer
    expect(await opened(url, contents)).to.deep.equal(digests)
    expect((digests['events']!.rows - before) % 2, 'a transaction in halves').to.equal(0)
  })

  it('leaves nothing behind when it is interrupted', async () => {
    const reason = new Error('interrupted')
    const signal = AbortSignal.abort(reason)
    for (const name of ['stopped.db', 'stopped.ndjson', 'stopped.ndjson.gz']) {
      expect(await failure(backUp({url: under.url, file: join(home, name)}, {clock: systemClock, signal}))).to.equal(reason)
    }
    const url = await target('sqlite')
    expect(await failure(copyDatabase({url: under.url, to: url}, {signal}))).to.equal(reason)
    expect(existsSync(url.slice('sqlite:'.length))).to.equal(false)
    expect(readdirSync(home).filter((name) => name.includes('stopped'))).to.deep.equal([])
  })

  it('leaves no file behind when a new SQLite target fails', async () => {
    if (under.dialect !== 'sqlite') return
    const broken = file('broken.db')
    await backUp({url: under.url, file: broken}, {clock: systemClock})
    copyFileSync(broken, `${broken}.cut`)
    truncateSync(`${broken}.cut`, 20_000)
    const to = file('new.db')
    expect(await failure(restore({url: `sqlite:${to}`, file: `${broken}.cut`}, deps))).to.be.an('error')
    expect(existsSync(to)).to.equal(false)
    await sql`select 1`.execute(under.store.db)
  })
})
