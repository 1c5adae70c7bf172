import {expect} from 'chai'
import {newId} from '../../../src/ids.ts'
import {failure} from '../../helpers/failure.ts'
import {onBothDatabases, someCall, someCompany, someTime} from '../../helpers/store.ts'

onBothDatabases('the event log', (under) => {
  const fixture = async () => {
    const {id: companyId} = await someCompany(under.store)
    const callId = newId()
    const event = (seq: number) => ({id: newId(), callId, seq, type: 'call.heard', at: someTime + seq, payload: {text: `ё ${seq}`}})
    return {companyId, callId, event, log: under.store.events}
  }

  it('appends once, however often an event is delivered', async () => {
    const {companyId, callId, event, log} = await fixture()
    const events = Array.from({length: 450}, (_, seq) => event(seq))
    expect(await log.append(companyId, events.slice(0, 300))).to.equal(300)
    expect(await log.append(companyId, events)).to.equal(150)
    expect(await log.append(companyId, events)).to.equal(0)
    expect(await log.append(companyId, [])).to.equal(0)
    expect(await log.list(companyId, callId)).to.deep.equal(events)
  })

  it('reads on after a place in the call', async () => {
    const {companyId, callId, event, log} = await fixture()
    await log.append(companyId, [2, 0, 1, 3].map(event))
    const seqs = async (range: object) => (await log.list(companyId, callId, range)).map(({seq}) => seq)
    expect(await seqs({after: 1})).to.deep.equal([2, 3])
    expect(await seqs({after: 0, limit: 2})).to.deep.equal([1, 2])
    expect(await seqs({after: 3})).to.deep.equal([])
  })

  it('refuses another event at a place that is taken, and then appends nothing', async () => {
    const {companyId, callId, event, log} = await fixture()
    await log.append(companyId, [event(0)])
    expect(await failure(log.append(companyId, [event(1), event(0)]))).to.include({code: 'EVENT_SEQUENCE_TAKEN', exitCode: 4})
    expect(await log.list(companyId, callId)).to.have.length(1)
  })
})

onBothDatabases('leads', (under) => {
  const fixture = async () => {
    const {id: companyId} = await someCompany(under.store)
    const call = await someCall(under.store, companyId)
    const collected = {name: 'Алёна', phone: '+79001234567', email: null, data: {service: 'маникюр'}}
    const fresh = {id: newId(), callId: call.id, skillbaseId: call.skillbaseId, ...collected, at: someTime}
    return {companyId, call, fresh, leads: under.store.leads}
  }

  it('keeps one per call: what was collected is renewed, what people wrote stays', async () => {
    const {companyId, call, fresh, leads} = await fixture()
    const first = await leads.upsert(companyId, fresh)
    expect(first).to.deep.include({id: fresh.id, status: 'new', notes: null, data: {service: 'маникюр'}})
    await leads.update(companyId, first.id, {status: 'contacted', notes: 'перезвонить'}, someTime + 1)
    const again = await leads.upsert(companyId, {...fresh, id: newId(), name: 'Елена', at: someTime + 2})
    const expected = {...first, name: 'Елена', status: 'contacted', notes: 'перезвонить', updatedAt: someTime + 2}
    expect(again).to.deep.equal(expected)
    expect(await leads.findByCall(companyId, call.id)).to.deep.equal(expected)
    expect(await leads.find(companyId, first.id)).to.deep.equal(expected)
  })

  it('clears with a null and leaves alone what is absent (D-42)', async () => {
    const {companyId, fresh, leads} = await fixture()
    const {id} = await leads.upsert(companyId, fresh)
    expect(await leads.update(companyId, id, {phone: null}, someTime)).to.deep.include({phone: null, name: 'Алёна'})
    expect(await leads.update(companyId, newId(), {phone: null}, someTime)).to.equal(undefined)
  })

  it('lists newest first and counts with the same filter (D-41)', async () => {
    const {companyId, fresh, leads} = await fixture()
    const first = await leads.upsert(companyId, fresh)
    const call = await someCall(under.store, companyId)
    const second = await leads.upsert(companyId, {...fresh, id: newId(), callId: call.id, skillbaseId: call.skillbaseId, at: someTime + 1})
    const ids = async (filter: object, page = {limit: 10}) => (await leads.list(companyId, filter, page)).map(({id}) => id)
    expect(await ids({})).to.deep.equal([second.id, first.id])
    const rest = await leads.list(companyId, {}, {limit: 10, after: second})
    expect(rest).to.deep.equal([first])
    for (const [filter, expected] of [
      [{skillbaseId: call.skillbaseId}, 1],
      [{status: 'rejected'}, 0],
      [{since: someTime + 1}, 1],
      [{until: someTime + 1}, 1],
    ] as const) {
      expect(await ids(filter)).to.have.length(expected)
      expect(await leads.count(companyId, filter)).to.equal(expected)
    }
  })

  it('refuses a lead of a call that is not there', async () => {
    const {companyId, fresh, leads} = await fixture()
    expect(await failure(leads.upsert(companyId, {...fresh, callId: newId()}))).to.include({code: 'CALL_NOT_FOUND', exitCode: 3})
  })
})
