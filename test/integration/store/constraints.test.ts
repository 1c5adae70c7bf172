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
