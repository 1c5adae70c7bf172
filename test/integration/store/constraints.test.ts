import {expect} from 'chai'
import {sql} from 'kysely'
import {newId} from '../../../src/ids.ts'
import {failure} from '../../helpers/failure.ts'
import {onBothDatabases, someCall, someCompany, someTime} from '../../helpers/store.ts'

onBothDatabases('the database itself refuses', (under) => {
  const run = (statement: ReturnType<typeof sql>) => statement.execute(under.store.db)
  const fixture = async () => {
    const company = await someCompany(under.store)
    return {company, call: await someCall(under.store, company.id)}
  }

  it('a status that is not in the list', async () => {
    const {company, call} = await fixture()
    const bad = [
      sql`update companies set status = 'deleted' where id = ${company.id}`,
      sql`update skillbases set status = 'draft' where id = ${call.skillbaseId}`,
      sql`update skillbase_versions set status = 'live' where skillbase_id = ${call.skillbaseId}`,
      sql`update calls set direction = 'sideways' where id = ${call.id}`,
      sql`update calls set outcome_kind = 'success' where id = ${call.id}`,
      sql`update calls set telephony_result = 'success' where id = ${call.id}`,
      sql`update calls set language = 'de' where id = ${call.id}`,
    ]
    for (const statement of bad) await failure(run(statement))
  })

  it('a call that has ended without saying when and why', async () => {
    const {call} = await fixture()
    await failure(run(sql`update calls set status = 'completed' where id = ${call.id}`))
    await failure(run(sql`update calls set status = 'completed', end_reason = 'silence' where id = ${call.id}`))
    await failure(run(sql`update calls set end_reason = 'silence' where id = ${call.id}`))
    await failure(under.store.calls.close(call.companyId, call.id, {status: 'failed', endReason: 'tired' as 'error', endedAt: someTime}))
  })

  it('a change of a version, and its deletion while a call uses it', async () => {
    const {call} = await fixture()
    const changed = await failure(run(sql`update skillbase_versions set config = '{}' where skillbase_id = ${call.skillbaseId}`))
    expect(changed.message).to.contain('a skillbase version does not change')
    await failure(run(sql`update skillbase_versions set sha256 = 'x' where skillbase_id = ${call.skillbaseId}`))
    await failure(run(sql`delete from skillbase_versions where skillbase_id = ${call.skillbaseId}`))
  })

  it('a second published version of one skillbase', async () => {
    const {company, call} = await fixture()
    await under.store.skillbases.addVersion(company.id, call.skillbaseId, {config: {}, sha256: 'b', at: someTime})
    await failure(
      run(sql`update skillbase_versions set status = 'published', published_at = created_at where skillbase_id = ${call.skillbaseId}`),
    )
  })

  it('a change or deletion of an event', async () => {
    const {company} = await fixture()
    const callId = newId()
    await under.store.events.append(company.id, [{id: newId(), callId, seq: 0, type: 'x', at: someTime, payload: {}}])
    for (const statement of [
      sql`update events set type = 'y' where call_id = ${callId}`,
      sql`delete from events where call_id = ${callId}`,
    ]) {
      expect((await failure(run(statement))).message).to.contain('append-only')
    }
    if (under.dialect === 'postgres') expect((await failure(run(sql`truncate events`))).message).to.contain('append-only')
  })

  it('what would put another row in the place of an event or of a version', async () => {
    if (under.dialect !== 'sqlite') return
    const {company, call} = await fixture()
    const [first, second] = [newId(), newId()]
    const append = (...ids: readonly string[]) =>
      under.store.events.append(
        company.id,
        ids.map((id, seq) => ({id, callId: call.id, seq, type: 'x', at: someTime, payload: {}})),
      )
    // Once more is nothing; what is new beside it is stored.
    expect(await append(first)).to.equal(1)
    expect(await append(first, second)).to.equal(1)
    const forged = (id: string, columns = '', values = '') =>
      run(
        sql`insert or replace into events (id, company_id, call_id, seq, type, at, payload${sql.raw(columns)})
          values (${id}, ${company.id}, ${call.id}, ${columns ? 7 : 0}, 'forged', 1, '{}'${sql.raw(values)})`,
      )
    await forged(first)
    expect((await failure(forged(newId()))).message).to.contain('the place of an event is taken')
    const {rows} = await sql<{row: number}>`select rowid as "row" from events where id = ${first}`.execute(under.store.db)
    expect((await failure(forged(newId(), ', rowid', `, ${rows[0]!.row}`))).message).to.contain('append-only')
    expect((await under.store.events.list(company.id, call.id)).map(({id, type}) => [id, type])).to.deep.equal([
      [first, 'x'],
      [second, 'x'],
    ])

    const copied = (version: string, status: string) =>
      run(sql`insert or replace into skillbase_versions (skillbase_id, version, config, sha256, status, created_at, published_at)
        select skillbase_id, ${sql.raw(version)}, '{"forged":1}', sha256, ${status}, 1, 1
        from skillbase_versions where skillbase_id = ${call.skillbaseId}`)
    expect((await failure(copied('version', 'draft'))).message).to.contain('a skillbase version does not change')
    await under.store.skillbases.publish(company.id, call.skillbaseId, 1, {at: someTime})
    expect((await failure(copied('version + 1', 'published'))).message).to.contain('one published version')
    await copied('version + 1', 'draft')
    expect(
      (await failure(run(sql`update or replace skillbase_versions set status = 'published' where version = 2 and config like '%forged%'`)))
        .message,
    ).to.contain('one published version')
    expect(await under.store.skillbases.version(company.id, call.skillbaseId, 1)).to.deep.include({status: 'published', sha256: 'c0ffee'})
  })

  it('JSON that is none, and numbers that are not whole', async () => {
    const {company, call} = await fixture()
    await failure(run(sql`update companies set settings = '{broken' where id = ${company.id}`))
    await failure(under.store.calls.update(company.id, call.id, {turnCount: 1.5}))
    await failure(under.store.calls.update(company.id, call.id, {turnCount: -1}))
  })

  it('rows of a company that is not there', async () => {
    const orphan = {id: newId(), companyId: newId()}
    await failure(
      under.store.events.append(orphan.companyId, [{id: orphan.id, callId: newId(), seq: 0, type: 'x', at: someTime, payload: {}}]),
    )
  })
})
