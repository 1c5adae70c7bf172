import {expect} from 'chai'
import {sql} from 'kysely'
import {newId} from '../../../src/ids.ts'
import {failure} from '../../helpers/failure.ts'
import {onBothDatabases, someCall, someCompany, someTime} from '../../helpers/store.ts'

onBothDatabases('a transaction', (under) => {
  it('writes an event and what is read off it together', async () => {
    const company = await someCompany(under.store)
    const call = await someCall(under.store, company.id)
    const event = {id: newId(), callId: call.id, seq: 0, type: 'call.answered', at: someTime, payload: {}}
    await under.store.transaction(async ({events, calls}) => {
      if ((await events.append(company.id, [event])) === 1) await calls.update(company.id, call.id, {answeredAt: event.at})
    })
    expect(await under.store.calls.find(company.id, call.id)).to.include({answeredAt: someTime})
  })

  it('leaves no trace when it fails', async () => {
    const company = await someCompany(under.store)
    const callId = newId()
    const error = await failure(
      under.store.transaction(async ({events, skillbases}) => {
        await skillbases.create(company.id, {id: newId(), slug: 'half', name: 'half', config: {}, sha256: '', at: someTime})
        await events.append(company.id, [{id: newId(), callId, seq: 0, type: 'x', at: someTime, payload: {}}])
        throw new Error('stop')
      }),
    )
    expect(error.message).to.equal('stop')
    expect(await under.store.events.list(company.id, callId)).to.deep.equal([])
    expect(await under.store.skillbases.list(company.id)).to.deep.equal([])
  })

  it('is not mixed with what others do at the same time', async () => {
    const company = await someCompany(under.store)
    const write = (label: string) =>
      under.store.transaction(async ({companies}) => {
        const before = (await companies.find(company.id))!
        await new Promise((resolve) => setTimeout(resolve, 5))
        await companies.update(company.id, {settings: {...before.settings, [label]: true}}, someTime)
        if (label === 'b') throw new Error('rolled back')
      })
    await Promise.allSettled(['a', 'b'].map(write))
    expect((await under.store.companies.find(company.id))?.settings).to.deep.equal({a: true})
  })

  it('on SQLite, tells of a query that goes past it instead of waiting for ever', async () => {
    if (under.dialect !== 'sqlite') return
    const error = await failure(under.store.transaction(() => under.store.companies.list()))
    expect(error.message).to.contain('must go through that transaction')
    expect(await under.store.companies.list()).to.be.an('array')
  })

  it('on PostgreSQL, fails when the server drops the connection, and the store goes on', async () => {
    if (under.dialect !== 'postgres') return
    const killer = await under.open()
    const error = await failure(
      under.store.transaction(async ({db, companies}) => {
        const {rows} = await sql<{pid: number}>`select pg_backend_pid() as pid`.execute(db)
        await sql`select pg_terminate_backend(${rows[0]!.pid}::int)`.execute(killer.db)
        await companies.list()
      }),
    )
    expect(error).to.include({code: 'DATABASE_UNAVAILABLE', exitCode: 6})
    for (let round = 0; round < 6; round++) expect(await under.store.companies.list()).not.to.deep.equal([])
  })
})
