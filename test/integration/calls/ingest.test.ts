import {existsSync} from 'node:fs'
import {expect} from 'chai'
import {ingestCall} from '../../../src/events/ingest.ts'
import type {CallEvent} from '../../../src/events/call-event.ts'
import {createSpool, spoolFile} from '../../../src/events/spool.ts'
import {newId} from '../../../src/ids.ts'
import type {Store} from '../../../src/store/store.ts'
import {failure} from '../../helpers/failure.ts'
import {liveCall, startedBy} from '../../helpers/live-call.ts'
import {expectConsistent, rowsOf, storedBot} from '../../helpers/stored-call.ts'
import {onBothDatabases} from '../../helpers/store.ts'
import {tempDir} from '../../helpers/temp-dir.ts'

const booking = [
  'здравствуйте хочу подстричься завтра в три',
  'да',
  'меня зовут анна',
  'восемь девятьсот три сто двадцать три сорок пять шестьдесят семь',
  'да',
  'нет пожеланий',
  'да всё верно',
]

onBothDatabases('a call in the spool', (under) => {
  const folder = tempDir()
  const dir = () => folder.path('spool')

  /** A whole booking, talked but not stored. */
  const talked = async (lines: readonly string[] = booking) => {
    const {companyId, bot} = await storedBot(under.store)
    const started = {...startedBy(), skillbaseId: bot.stored.id}
    const {call, events} = liveCall(bot.scenario, {companyId, started, crmMapping: {name: 'NAME'}})
    await call.start()
    for (const line of lines) await call.hear(line)
    return {companyId, callId: call.id, events, call}
  }
  const spooled = (callId: string, events: readonly CallEvent[]) => {
    const spool = createSpool(dir(), callId)
    for (const event of events) spool.append(event)
    return spool
  }

  it('becomes a call, its turns, transcript, events, fields, outcome and lead', async () => {
    const {companyId, callId, events} = await talked()
    spooled(callId, events).close()
    const {stored} = await ingestCall(dir(), callId, under.store)
    expect(stored).to.equal(events.length)
    const rows = await rowsOf(under.store, companyId, callId)
    expectConsistent(rows)
    expect(rows.call).to.deep.include({status: 'completed', outcome: 'lead', endReason: 'bot_hangup', telephonyResult: 'answered'})
    expect(rows.call!.fields).to.deep.include({service: 'haircut', time: '15:00', phone: '+79031234567'})
    expect(rows.lead).to.deep.include({phone: '+79031234567', status: 'new'})
    expect(rows.lead!.data).to.include({NAME: 'Анна'}).and.not.to.have.property('name')
    expect(existsSync(spoolFile(dir(), callId))).to.equal(false)
  })

  it('is stored once, however often it is found', async () => {
    const {companyId, callId, events} = await talked()
    for (const expected of [events.length, 0, 0]) {
      spooled(callId, events).close()
      expect((await ingestCall(dir(), callId, under.store)).stored).to.equal(expected)
    }
    expectConsistent(await rowsOf(under.store, companyId, callId))
    expect(await under.store.calls.count(companyId, {})).to.equal(1)
    expect(await under.store.leads.count(companyId, {})).to.equal(1)
  })

  it('says the same, stored step by step or at once', async () => {
    const {companyId, callId, events} = await talked()
    const spool = createSpool(dir(), callId)
    for (const event of events) {
      spool.append(event)
      await ingestCall(dir(), callId, under.store)
      expectConsistent(await rowsOf(under.store, companyId, callId))
    }
    spool.close()
  })

  it('shows what is known while it goes on', async () => {
    const {companyId, callId, events} = await talked(booking.slice(0, 3))
    const spool = spooled(callId, events)
    await ingestCall(dir(), callId, under.store)
    const {call} = await rowsOf(under.store, companyId, callId)
    expect(call).to.include({status: 'active', telephonyResult: 'answered', turnCount: events.length - 1})
    expect(call!.fields).to.deep.include({service: 'haircut', name: 'Анна'})
    expect(existsSync(spoolFile(dir(), callId))).to.equal(true)
    spool.close()
  })

  it('is stored right by several processes at the same moment', async function () {
    this.timeout(60_000)
    const stores = [under.store, await under.open(), await under.open()]
    for (let round = 0; round < 5; round++) {
      const {companyId, callId, events} = await talked()
      const spool = createSpool(dir(), callId)
      const storing: Promise<unknown>[] = []
      for (const event of events) {
        spool.append(event)
        storing.push(...stores.map((store) => ingestCall(dir(), callId, store)))
        if (event.seq % 3 === round % 3) await Promise.race(storing)
      }
      spool.close()
      await Promise.all(storing)
      await ingestCall(dir(), callId, under.store)
      expectConsistent(await rowsOf(under.store, companyId, callId))
      expect(existsSync(spoolFile(dir(), callId))).to.equal(false)
    }
  })

  it('waits in its file while the database takes nothing', async () => {
    const {companyId, callId, events} = await talked()
    spooled(callId, events).close()
    const broken: Store = {...under.store, transaction: () => Promise.reject(new Error('down'))}
    expect(await failure(ingestCall(dir(), callId, broken))).to.include({message: 'down'})
    expect(existsSync(spoolFile(dir(), callId))).to.equal(true)
    expect(await under.store.calls.find(companyId, callId)).to.equal(undefined)
    await ingestCall(dir(), callId, under.store)
    expectConsistent(await rowsOf(under.store, companyId, callId))
  })

  it('leaves nothing behind when it cannot be stored whole', async () => {
    const {companyId, callId, events} = await talked()
    // The last event is refused by the database, so none may stay.
    const twin = {...events[0]!, id: newId()} as CallEvent
    await under.store.transaction(async ({events: log}) => log.append(companyId, [{...twin, seq: events.length - 1}]))
    spooled(callId, events).close()
    expect(await failure(ingestCall(dir(), callId, under.store))).to.include({code: 'EVENT_SEQUENCE_TAKEN'})
    expect(await under.store.calls.find(companyId, callId)).to.equal(undefined)
    expect(await under.store.calls.turns(companyId, callId)).to.deep.equal([])
    expect(existsSync(spoolFile(dir(), callId))).to.equal(true)
  })
})
