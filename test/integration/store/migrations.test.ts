import {expect} from 'chai'
import {sql} from 'kysely'
import {migrateDatabase} from '../../../src/store/migrate-database.ts'
import {migrate} from '../../../src/store/migrate.ts'
import {migrations} from '../../../src/store/migrations/index.ts'
import type {Migration} from '../../../src/store/migrations/migration.ts'
import {openStore} from '../../../src/store/open-store.ts'
import {hashOf} from '../../../src/store/migrations/hash.ts'
import {failure} from '../../helpers/failure.ts'
import {onBothDatabases, type StoreUnderTest} from '../../helpers/store.ts'

const extra = (id: string, ...statements: string[]): Migration => ({id, name: 'extra', sqlite: statements, postgres: statements})

onBothDatabases('migrations', (under) => {
  const applied = async (url: string) => {
    const store = await openStore({url, schema: 'ignore', poolSize: 1})
    try {
      const {rows} = await sql<{id: string}>`select id from schema_migrations order by id`.execute(store.db)
      return rows.map(({id}) => id)
    } finally {
      await store.close()
    }
  }
  const migrated = async (url: string, list: readonly Migration[] = migrations) => {
    const store = await openStore({url, schema: 'ignore', poolSize: 1})
    try {
      return (await migrate(store.db, store.dialect, list)).map(({id}) => id)
    } finally {
      await store.close()
    }
  }
  const all = migrations.map(({id}) => id)

  it('make everything in an empty database, and nothing the second time', async () => {
    const url = await under.empty()
    expect(await migrated(url)).to.deep.equal(all)
    expect(await migrated(url)).to.deep.equal([])
  })

  it('are applied once when several processes start at the same time', async () => {
    const url = await under.empty()
    const runs = await Promise.all([1, 2, 3, 4].map(() => migrated(url)))
    expect(runs.flat().toSorted()).to.deep.equal(all)
    const store = await openStore({url, poolSize: 1})
    expect(await store.companies.list()).to.have.length(1)
    await store.close()
  })

  it('are told by each of them: what it applied and what others did meanwhile are all that was missing', async () => {
    const url = await under.empty()
    const told = await Promise.all([1, 2, 3].map(() => migrateDatabase(url)))
    expect(told.flatMap(({applied: own}) => own.map(({id}) => id)).toSorted()).to.deep.equal(all)
    for (const {applied: own, appliedByOthers} of told) {
      const ids = [...own, ...appliedByOthers].map(({id}) => id).toSorted()
      // One that came late saw what was done already as done.
      expect(ids).to.deep.equal(all.slice(all.length - ids.length))
    }
  })

  it('keep what is there when a new one comes', async () => {
    const url = await under.empty()
    await migrated(url)
    const longer = [...migrations, extra('0098', 'alter table companies add column note text')]
    expect(await migrated(url, longer)).to.deep.equal(['0098'])
    expect(await applied(url)).to.deep.equal([...all, '0098'])
  })

  it('leave no half of themselves when they fail', async () => {
    const url = await under.empty()
    await migrated(url)
    const broken = [...migrations, extra('0098', 'create table half (id text)', 'create tabel oops')]
    await failure(migrated(url, broken))
    expect(await applied(url)).to.deep.equal(all)
    expect(await migrated(url, [...migrations, extra('0098', 'create table half (id text)')])).to.deep.equal(['0098'])
  })

  it('refuse a database that a newer program has migrated', async () => {
    const url = await under.empty()
    await migrated(url, [...migrations, extra('0099', 'create table later (id text)')])
    for (const schema of ['auto', 'migrate'] as const) {
      const error = await failure(openStore({url, schema, poolSize: 1}))
      expect(error).to.include({code: 'SCHEMA_NEWER', exitCode: 8})
      expect(error.message).to.contain('0099-extra')
    }
  })

  it('refuse a database that was migrated in other words', async () => {
    const url = await under.empty()
    await migrated(url)
    const store = await openStore({url, poolSize: 1})
    await sql`update schema_migrations set checksum = 'other' where id = '0003'`.execute(store.db)
    await store.close()
    const error = await failure(openStore({url, poolSize: 1}))
    expect(error).to.include({code: 'SCHEMA_CHANGED', exitCode: 8})
    expect(error.message).to.contain('0003-calls')
  })

  it('seed a time zone that is one (D-24)', async () => {
    const {rows} = await sql<{timezone: string}>`select timezone from companies where slug = 'default'`.execute(under.store.db)
    expect(rows).to.deep.equal([{timezone: 'Europe/Moscow'}])
  })

  openingBehind(under, migrated)
})

function openingBehind(under: StoreUnderTest, migrated: (url: string, list: readonly Migration[]) => Promise<string[]>) {
  it('happen by themselves on SQLite and only on request on PostgreSQL', async () => {
    const empty = await under.empty()
    const behind = await under.empty()
    await migrated(behind, migrations.slice(0, 2))
    for (const url of [empty, behind]) {
      if (under.dialect === 'sqlite') {
        const store = await openStore({url})
        expect(await store.companies.list()).to.have.length(1)
        await store.close()
      } else {
        const error = await failure(openStore({url, poolSize: 1}))
        expect(error).to.include({code: 'SCHEMA_BEHIND', exitCode: 6})
        expect(error).to.have.nested.property('hint.en', 'Run `voicectl db migrate`.')
      }
    }
  })
}

describe('released migrations', () => {
  const released = {
    '0001-companies': ['bfdf27a7d5dd', 'e7e7ab79ec0e'],
    '0002-skillbases': ['9317773d09cb', '157bd06d73f6'],
    '0003-calls': ['b98e35938ee1', 'c618dd5be946'],
    '0004-events': ['c3d430fcd601', '7c73dc0699ee'],
    '0005-leads': ['4a9ae6b1071a', '0d5b5b465910'],
    '0006-identity': ['bbdd6af468f6', '636411749e14'],
    '0007-no-replacement': ['594490227fda', 'e3b0c44298fc'],
  }

  it('never change: whoever has applied one could not go on', () => {
    const sums = migrations.map((migration) => [
      `${migration.id}-${migration.name}`,
      [hashOf(migration, 'sqlite').slice(0, 12), hashOf(migration, 'postgres').slice(0, 12)],
    ])
    expect(Object.fromEntries(sums)).to.deep.equal(released)
  })

  it('have written down the hash of their statements', () => {
    for (const migration of migrations) {
      const {id, checksums} = migration
      expect(checksums, id).to.deep.equal({sqlite: hashOf(migration, 'sqlite'), postgres: hashOf(migration, 'postgres')})
    }
  })

  it('are numbered without gaps', () => {
    expect(migrations.map(({id}) => Number(id))).to.deep.equal(migrations.map((_, index) => index + 1))
  })
})
