import {expect} from 'chai'
import {execa} from 'execa'
import {fileURLToPath} from 'node:url'
import {sql} from 'kysely'
import {openStore} from '../../../src/store/open-store.ts'
import {failure} from '../../helpers/failure.ts'
import {onBothDatabases} from '../../helpers/store.ts'

const writer = fileURLToPath(new URL('../../fixtures/append-events.ts', import.meta.url))

onBothDatabases('several processes', (under) => {
  it('create, migrate and write one database at once without losing a write (D-03)', async () => {
    const url = under.dialect === 'sqlite' ? await under.empty() : under.url
    await Promise.all(Array.from({length: 5}, () => execa(process.execPath, ['--no-warnings', writer, url, 'default', '40'])))
    const store = await openStore({url, poolSize: 1})
    const {rows} = await sql<{count: number}>`select count(*) as count from events`.execute(store.db)
    expect(rows).to.deep.equal([{count: 200}])
    // Read-modify-write inside a transaction: on PostgreSQL only one company row is locked from the update on, so only SQLite promises all of them.
    if (under.dialect === 'sqlite') expect((await store.companies.find('default'))?.settings).to.deep.equal({writes: 200})
    await store.close()
  }).timeout(60_000)

  it('wait for each other without blocking the event loop, and give up with a clear error', async () => {
    if (under.dialect !== 'sqlite') return
    const hog = await under.open()
    const other = await under.open({patience: 300})
    let ticks = 0
    const ticking = setInterval(() => ticks++, 10)
    const error = await hog.transaction(() => failure(other.companies.update('x', {name: 'y'}, 1)))
    clearInterval(ticking)
    expect(error).to.include({code: 'DATABASE_BUSY', exitCode: 6})
    expect(ticks).to.be.greaterThan(3)
    expect(await other.companies.update('x', {name: 'y'}, 1)).to.equal(undefined)
  })
})
