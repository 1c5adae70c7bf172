import {appendFileSync, existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {callTaken, orphan, takeOver} from '../../../src/call/orphan.ts'
import {recoverCalls, type RecoverDeps} from '../../../src/call/recover-calls.ts'
import {systemClock} from '../../../src/clock.ts'
import {AppError} from '../../../src/errors.ts'
import {ingestCall} from '../../../src/events/ingest.ts'
import type {CallEvent} from '../../../src/events/call-event.ts'
import {ownMark} from '../../../src/events/process-mark.ts'
import {createSpool, readSpool, spooledCalls, spoolFile} from '../../../src/events/spool.ts'
import {newId} from '../../../src/ids.ts'
import {loadBot} from '../../../src/skillbase/load-bot.ts'
import type {Store} from '../../../src/store/store.ts'
import {goneProcess, liveCall, startedBy} from '../../helpers/live-call.ts'
import {expectConsistent, rowsOf, storedBot} from '../../helpers/stored-call.ts'
import {onBothDatabases} from '../../helpers/store.ts'
import {tempDir} from '../../helpers/temp-dir.ts'

onBothDatabases('a call whose process was lost', (under) => {
  const folder = tempDir()
  const dir = () => folder.path('spool')
  const deps = (store: Store = under.store): RecoverDeps => ({
    store,
    spoolDir: dir(),
    clock: systemClock,
    newEventId: () => newId(),
    async scenarioOf(companyId, skillbaseId, version) {
      const {scenario, skillbase} = await loadBot(companyId, skillbaseId, {version}, store.skillbases)
      return {scenario, crmMapping: skillbase.agent.crm_field_mapping}
    },
  })

  /** A call in the spool, as `process` left it. */
  const left = async (lines: readonly string[], process = goneProcess, more: {tools?: 'hang'} = {}) => {
    const {companyId, bot} = await storedBot(under.store)
    const started = {...startedBy(process), skillbaseId: bot.stored.id}
    const hanging = {run: () => new Promise<never>(() => {})}
    const {call, events} = liveCall(bot.scenario, {companyId, started, ...(more.tools && {tools: hanging})})
    if (lines.length > 0) await call.start()
    for (const line of lines.slice(1)) await Promise.race([call.hear(line), new Promise((resolve) => setTimeout(resolve, 20))])
    write(call.id, events)
    return {companyId, callId: call.id, events: [...events], started}
  }
  const write = (callId: string, events: readonly CallEvent[]) => {
    const spool = createSpool(dir(), callId)
    for (const event of events) spool.append(event)
    spool.close()
  }
  const expectClosed = async ({companyId, callId}: {companyId: string; callId: string}) => {
    expect(existsSync(spoolFile(dir(), callId))).to.equal(false)
    const rows = await rowsOf(under.store, companyId, callId)
    expectConsistent(rows)
    expect(rows.call).to.include({status: 'failed', endReason: 'process_lost'})
    return rows
  }

  it('between turns is closed with the outcome of what was said until then', async () => {
    const phone = 'восемь девятьсот три сто двадцать три сорок пять шестьдесят семь'
    const call = await left(['', 'хочу подстричься завтра в три', 'да', 'меня зовут анна', phone, 'да'])
    expect(await recoverCalls(deps())).to.deep.equal({closed: [call.callId], failed: []})
    const {call: row, lead} = await expectClosed(call)
    expect(row).to.include({outcome: 'lead', outcomeKind: 'lead', telephonyResult: 'answered'})
    expect(lead).to.include({phone: '+79031234567', name: 'Анна'})
    // The line was dead long before anybody noticed.
    expect(row!.endedAt).to.equal(call.events.at(-1)!.at)
  })

  it('before its first word is closed as failed', async () => {
    const call = await left([])
    expect(call.events.map(({type}) => type)).to.deep.equal(['call.started'])
    await recoverCalls(deps())
    const {call: row, messages} = await expectClosed(call)
    expect(row).to.include({outcome: 'failed', outcomeKind: 'failed', turnCount: 0})
    expect(messages).to.deep.equal([])
  })

  it('in the middle of a line is closed with everything before that line', async () => {
    const call = await left(['', 'хочу подстричься'])
    appendFileSync(spoolFile(dir(), call.callId), '{"id":"01', 'utf8')
    await recoverCalls(deps())
    expect((await expectClosed(call)).turns).to.have.length(2)
  })

  it('during a tool call is closed without calling anything, and claims nothing of it', async () => {
    const call = await left(['', 'хочу подстричься завтра в три'], goneProcess, {tools: 'hang'})
    const last = call.events.at(-1)!
    expect(last.type === 'turn.taken' && last.payload.effects).to.have.length(1)
    await recoverCalls(deps())
    const {call: row} = await expectClosed(call)
    expect(row).to.include({outcome: 'failed'})
    expect(row!.fields).to.deep.include({service: 'haircut'})
  })

  it('is closed where it was stored as going on', async () => {
    const call = await left(['', 'хочу подстричься'])
    await ingestCall(dir(), call.callId, under.store)
    expect(await under.store.calls.find(call.companyId, call.callId)).to.include({status: 'active'})
    expect((await recoverCalls(deps())).closed).to.deep.equal([call.callId])
    await expectClosed(call)
  })

  it('that is not lost is never touched: it is stored as far as it goes, and its file stays as it is', async () => {
    const alive = [await left(['', 'хочу подстричься'], ownMark()), await left(['', 'алло'], {...goneProcess, host: 'elsewhere'})]
    const before = alive.map(({callId}) => readFileSync(spoolFile(dir(), callId), 'utf8'))
    expect(await recoverCalls(deps())).to.deep.equal({closed: [], failed: []})
    expect(alive.map(({callId}) => readFileSync(spoolFile(dir(), callId), 'utf8'))).to.deep.equal(before)
    for (const {companyId, callId} of alive) {
      const rows = await rowsOf(under.store, companyId, callId)
      expectConsistent(rows)
      expect(rows.call!.status).to.equal('active')
    }
  })

  it('and was taken up by a process that lives belongs to that one', async () => {
    const call = await left(['', 'хочу подстричься'])
    const seq = call.events.length
    const {companyId, callId} = call
    appendFileSync(
      spoolFile(dir(), callId),
      `${JSON.stringify({id: newId(), companyId, callId, seq, at: 1, type: 'call.resumed', payload: {process: ownMark()}})}\n`,
    )
    expect(orphan(dir(), callId)).to.equal(undefined)
    expect((await recoverCalls(deps())).closed).to.deep.equal([])
  })

  it('is closed once when several processes find it at the same moment', async function () {
    this.timeout(60_000)
    const stores = [under.store, await under.open(), await under.open()]
    for (let round = 0; round < 5; round++) {
      const call = await left(['', 'хочу подстричься'])
      const results = await Promise.all(stores.map((store) => recoverCalls(deps(store))))
      expect(results.flatMap(({failed}) => failed)).to.deep.equal([])
      expect(results.flatMap(({closed}) => closed)).to.deep.equal([call.callId])
      await expectClosed(call)
    }
  })

  it('is either closed or taken up, never both', async () => {
    const {companyId, callId, events} = await left(['', 'хочу подстричься'])
    const lost = orphan(dir(), callId)!
    const next = {companyId, callId, seq: events.length, at: 1}
    const resumed = takeOver(dir(), lost, {...next, id: 'a', type: 'call.resumed', payload: {process: ownMark()}})
    const second = takeOver(dir(), lost, {...next, id: 'b', type: 'call.resumed', payload: {process: ownMark()}})
    expect(resumed).to.not.equal(undefined)
    expect(second).to.equal(undefined)
    resumed!.close()
    expect((await recoverCalls(deps())).closed).to.deep.equal([])
    expect(readSpool(dir(), callId).at(-1)).to.include({id: 'a'})
    expect(callTaken(callId)).to.include({exitCode: 4})
    rmSync(spoolFile(dir(), callId))
    expect(takeOver(dir(), lost, {...next, id: 'c', type: 'call.resumed', payload: {process: ownMark()}})).to.equal(undefined)
    expect(spooledCalls(dir())).to.deep.equal([])
  })

  it('holds up no other when it cannot be dealt with', async () => {
    const broken = await left(['', 'хочу подстричься', 'завтра'])
    const file = spoolFile(dir(), broken.callId)
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, lines.filter((_, index) => index !== 1).join('\n'))
    const stranger = await left(['', 'алло'])
    const foreign = readFileSync(spoolFile(dir(), stranger.callId), 'utf8').replaceAll(stranger.started.skillbaseId, newId())
    writeFileSync(spoolFile(dir(), stranger.callId), foreign)
    const good = await left(['', 'хочу подстричься'])

    const {closed, failed} = await recoverCalls(deps())
    expect(closed).to.deep.equal([good.callId])
    expect(failed.map(({callId, error}) => [callId, (error as {code?: string}).code])).to.have.deep.members([
      [broken.callId, 'SPOOL_CORRUPT'],
      [stranger.callId, 'SKILLBASE_NOT_FOUND'],
    ])
    await expectClosed(good)
    expect(spooledCalls(dir())).to.have.members([broken.callId, stranger.callId])
  })

  it('counts as failed, with what was given, when its version does not run any more', async () => {
    const call = await left(['', 'хочу подстричься завтра в три', 'да'])
    const broken = new AppError('SKILLBASE_BROKEN', {en: 'It cannot run.', ru: 'Не запускается.'})
    const good = await left(['', 'хочу подстричься'])
    const withBroken = (): RecoverDeps => ({
      ...deps(),
      scenarioOf: (companyId, ...version) =>
        companyId === call.companyId ? Promise.reject(broken) : deps().scenarioOf(companyId, ...version),
    })
    const {closed, unjudged, failed} = await recoverCalls(withBroken())
    expect(failed).to.deep.equal([])
    expect(closed).to.have.members([call.callId, good.callId])
    expect(unjudged).to.deep.equal([{callId: call.callId, error: broken}])
    const {call: row} = await expectClosed(call)
    expect(row).to.include({outcome: 'failed', outcomeKind: 'failed'})
    expect(row!.fields).to.deep.include({service: 'haircut'})
    expect(await recoverCalls(withBroken())).to.deep.equal({closed: [], failed: []})
  })

  it('and had ended, but was not stored yet, is stored', async () => {
    const call = await left(['', 'не звоните мне больше'])
    expect(call.events.at(-1)!.type).to.equal('call.ended')
    expect((await recoverCalls(deps())).closed).to.deep.equal([])
    const rows = await rowsOf(under.store, call.companyId, call.callId)
    expectConsistent(rows)
    expect(rows.call).to.include({status: 'completed', outcome: 'do_not_call'})
    expect(spooledCalls(dir())).to.deep.equal([])
  })
})
