import {expect} from 'chai'
import type {CallEnd} from '../../../src/call/call.ts'
import {newId} from '../../../src/ids.ts'
import type {Repositories, Store} from '../../../src/store/store.ts'
import {onBothDatabases, someCall, someCompany, someTime} from '../../helpers/store.ts'

type TenantTables = Omit<Repositories, 'companies'>
type Probes = {[Name in keyof TenantTables]: {[Method in keyof TenantTables[Name]]: (stranger: string) => Promise<unknown>}}

/** What the owner has in the database, and one attempt a method by somebody who knows every id of it. */
async function scene(store: Store) {
  const {id: owner} = await someCompany(store)
  const {id: stranger} = await someCompany(store)
  const call = await someCall(store, owner)
  const {id: skillbaseId} = (await store.skillbases.find(owner, call.skillbaseId))!
  const event = {id: newId(), callId: call.id, seq: 0, type: 'secret', at: someTime, payload: 'secret'}
  const turn = {
    callId: call.id,
    seq: 0,
    kind: 'user',
    state: null,
    nextState: null,
    lang: null,
    callerText: 'secret',
    botText: null,
  } as const
  const cost = {engineUs: 1, llmMs: null, llmModel: null, tokensIn: null, tokensOut: null, interrupted: false, at: someTime}
  const message = {callId: call.id, seq: 0, role: 'caller', text: 'secret', state: null, lang: null, at: someTime} as const
  const snapshot = {callId: call.id, seq: 0, configSha256: 'secret', snapshot: 'secret', at: someTime}
  const lead = {id: newId(), callId: call.id, skillbaseId, name: 'secret', phone: null, email: null, data: {}, at: someTime}
  await store.events.append(owner, [event])
  await store.calls.putTurns(owner, [{...turn, ...cost, commands: [], trace: null}])
  await store.calls.putMessages(owner, [message])
  await store.calls.putSnapshot(owner, snapshot)
  await store.leads.upsert(owner, lead)
  await store.skillbases.publish(owner, skillbaseId, 1, {at: someTime})

  const version = {config: {}, sha256: 'stolen', at: someTime}
  const end: CallEnd = {status: 'failed', endReason: 'error', endedAt: someTime}
  const probes: Probes = {
    skillbases: {
      atomically: (company) => store.skillbases.atomically((skillbases) => skillbases.find(company, skillbaseId)),
      create: (company) => store.skillbases.create(company, {...version, id: skillbaseId, slug: 'stolen', name: 'stolen'}),
      find: (company) => store.skillbases.find(company, skillbaseId),
      list: (company) => store.skillbases.list(company),
      update: (company) => store.skillbases.update(company, skillbaseId, {name: 'stolen'}, someTime),
      addVersion: (company) => store.skillbases.addVersion(company, skillbaseId, version),
      versions: (company) => store.skillbases.versions(company, skillbaseId),
      version: (company) => store.skillbases.version(company, skillbaseId, 1),
      publish: (company) => store.skillbases.publish(company, skillbaseId, 1, {at: someTime + 1}),
      delete: (company) => store.skillbases.delete(company, skillbaseId),
      clone: (company) => store.skillbases.clone(company, skillbaseId, {id: newId(), slug: 'stolen', name: 'stolen', at: someTime}),
    },
    calls: {
      insert: (company) => store.calls.insert(company, {...call, id: newId()}),
      update: (company) => store.calls.update(company, call.id, {turnCount: 99}),
      close: (company) => store.calls.close(company, call.id, end),
      find: (company) => store.calls.find(company, call.id),
      list: (company) => store.calls.list(company, {}, {limit: 100}),
      count: (company) => store.calls.count(company, {}),
      putTurns: (company) => store.calls.putTurns(company, [{...turn, ...cost, callerText: 'stolen', commands: [], trace: null}]),
      turns: (company) => store.calls.turns(company, call.id),
      putMessages: (company) => store.calls.putMessages(company, [{...message, text: 'stolen'}]),
      messages: (company) => store.calls.messages(company, call.id),
      putSnapshot: (company) => store.calls.putSnapshot(company, {...snapshot, seq: 5, snapshot: 'stolen'}),
      snapshot: (company) => store.calls.snapshot(company, call.id),
    },
    leads: {
      upsert: (company) => store.leads.upsert(company, {...lead, name: 'stolen'}),
      update: (company) => store.leads.update(company, lead.id, {name: 'stolen'}, someTime),
      find: (company) => store.leads.find(company, lead.id),
      findByCall: (company) => store.leads.findByCall(company, call.id),
      list: (company) => store.leads.list(company, {}, {limit: 100}),
      count: (company) => store.leads.count(company, {}),
    },
    events: {
      append: (company) => store.events.append(company, [{...event, payload: 'stolen'}]),
      list: (company) => store.events.list(company, call.id),
    },
  }
  /** Everything the owner can read. */
  const belongings = async () => ({
    skillbases: await store.skillbases.list(owner),
    versions: await store.skillbases.version(owner, skillbaseId, 1),
    call: await store.calls.find(owner, call.id),
    calls: await store.calls.count(owner, {}),
    turns: await store.calls.turns(owner, call.id),
    messages: await store.calls.messages(owner, call.id),
    snapshot: await store.calls.snapshot(owner, call.id),
    lead: await store.leads.findByCall(owner, call.id),
    events: await store.events.list(owner, call.id),
  })
  return {stranger, probes, belongings}
}

const areas = ['skillbases', 'calls', 'leads', 'events'] as const

onBothDatabases('companies are apart (D-23)', (under) => {
  for (const area of areas) {
    it(`shows another company nothing and lets it change nothing: every method of ${area}`, async () => {
      const {stranger, probes, belongings} = await scene(under.store)
      const before = await belongings()
      expect(Object.keys(probes[area])).to.have.members(Object.keys(under.store[area]), 'a method without a probe')

      for (const [method, probe] of Object.entries(probes[area])) {
        const seen = await probe(stranger).catch((error: Error) => error)
        const empty = seen instanceof Error || seen === undefined || seen === 0 || (Array.isArray(seen) && seen.length === 0)
        expect(empty, `${area}.${method} answered ${JSON.stringify(seen)}`).to.equal(true)
        expect(await belongings(), `${area}.${method} changed something`).to.deep.equal(before)
      }
    })
  }

  it('refuses a row whose call belongs to another company, even in plain SQL', async () => {
    const {stranger, belongings} = await scene(under.store)
    const {id} = (await belongings()).call!
    const message = {company_id: stranger, call_id: id, seq: 50, role: 'bot', text: 'x', state: null, lang: null, at: someTime} as const
    const outcome = await under.store.db
      .insertInto('messages')
      .values(message)
      .execute()
      .catch((error: Error) => error)
    expect(outcome).to.be.an('error')
  })
})
