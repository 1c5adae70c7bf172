import {expect} from 'chai'
import {simulateCall, type SimulateDeps} from '../../../src/call/simulate/simulate-call.ts'
import {type CallerActions, scripted} from '../../../src/call/simulate/action-sources.ts'
import {virtualClock} from '../../../src/clock.ts'
import {AppError} from '../../../src/errors.ts'
import {spooledCalls, spoolOwner} from '../../../src/events/spool.ts'
import {newId} from '../../../src/ids.ts'
import {simulatedCalendar} from '../../../src/simulator/calendar.ts'
import type {Store} from '../../../src/store/store.ts'
import {barber} from '../../helpers/barber.ts'
import {failure} from '../../helpers/failure.ts'
import {wednesday} from '../../helpers/scenario.ts'
import {expectConsistent, rowsOf, storedBot, timeless} from '../../helpers/stored-call.ts'
import {onBothDatabases} from '../../helpers/store.ts'
import {tempDir} from '../../helpers/temp-dir.ts'

const booking = ['хочу подстричься завтра в три', 'анна', 'с этого номера', 'нет', 'да всё верно']

onBothDatabases('a simulated call', (under) => {
  const folder = tempDir()
  const dir = () => folder.path('spool')
  const simulated = async (
    caller: readonly string[] | CallerActions,
    more: Partial<SimulateDeps> = {},
    options: {seed?: number} = {},
    onAction: (kind: string | undefined) => void = () => {},
  ) => {
    const {companyId, bot} = await storedBot(under.store, barber, {agent: {crm_field_mapping: {phone: 'PHONE'}}})
    const callId = newId()
    const actions = Array.isArray(caller) ? scripted(caller as readonly string[]) : (caller as CallerActions)
    const deps: SimulateDeps = {
      store: under.store,
      companyId,
      spoolDir: dir(),
      clock: virtualClock(wednesday),
      tools: simulatedCalendar(),
      transfer: {connect: async () => false},
      newEventId: () => newId(),
      ...more,
    }
    const call = {callId, mode: 'off', direction: 'inbound', caller: '+79260000000', seed: 1, ...options} as const
    return {companyId, callId, running: simulateCall(bot, call, actions, {exchange: (action) => onAction(action?.kind)}, deps)}
  }

  it('D-01: leaves in the database what it reports', async () => {
    const {companyId, callId, running} = await simulated(booking)
    const report = await running
    const rows = await rowsOf(under.store, companyId, callId)
    expectConsistent(rows)
    expect(report.call).to.include({id: callId, outcome: 'lead', mode: 'off'})
    expect(report.turns.map(({text}) => text)).to.deep.equal(rows.messages.map(({text}) => text))
    expect(report.fields).to.deep.equal(rows.call!.fields)
    expect(report.lead).to.deep.include({name: 'Анна', phone: '+79260000000', id: rows.lead!.id})
    expect(report.lead!.data).to.include({PHONE: '+79260000000'})
    expect(rows.turns.every(({engineUs}) => engineUs > 0)).to.equal(true)
    expect(rows.turns.map(({nextState}) => nextState)).to.include.members(['greeting', 'booking', 'confirm', 'book_it', 'done'])
  })

  it('is the same turn for turn when it is repeated', async () => {
    const runs = [await simulated(booking, {}, {seed: 7}), await simulated(booking, {}, {seed: 7})]
    const [one, two] = await Promise.all(
      runs.map(async ({companyId, callId, running}) => {
        await running
        return timeless(await under.store.calls.turns(companyId, callId))
      }),
    )
    const plain = (turns: typeof one) => JSON.stringify(turns).replaceAll(/"(?:key|detail)":"[^"]*"/g, '')
    expect(plain(two)).to.equal(plain(one))
  })

  it('is seen by others from its first word on', async () => {
    const seen: (string | undefined)[] = []
    const {companyId, callId, running} = await simulated(['хочу подстричься завтра в три'], {
      tools: {
        async run() {
          seen.push((await under.store.calls.find(companyId, callId))?.status)
          return {ok: true}
        },
      },
    })
    await running
    expect(seen).to.deep.equal(['active'])
  })

  it('is closed when something of ours breaks in the middle of it', async () => {
    const {companyId, callId, running} = await simulated(['хочу подстричься', 'завтра'], {
      clock: Object.assign(virtualClock(wednesday), {
        advance() {
          throw new Error('the clock fell off the wall')
        },
      }),
    })
    expect(await failure(running)).to.include({message: 'the clock fell off the wall'})
    const rows = await rowsOf(under.store, companyId, callId)
    expectConsistent(rows)
    expect(rows.call).to.include({status: 'failed', endReason: 'error'})
    expect(spooledCalls(dir())).to.deep.equal([])
  })

  it('goes on without its database and says at the end where it waits', async () => {
    const down = new AppError('DATABASE_UNAVAILABLE', {en: 'It does not answer.', ru: 'Она не отвечает.'}, {exit: 'unavailable'})
    const broken: Store = {...under.store, transaction: () => Promise.reject(down)}
    const {companyId, callId, running} = await simulated(booking, {store: broken})
    const error = (await failure(running)) as AppError
    expect(error).to.include({code: 'CALL_NOT_STORED', exitCode: 6})
    expect(error.sentence.en).to.equal(`Call ${callId} is over, but it is not in the database yet. It does not answer.`)
    expect(error.hint!.ru).to.contain(`${callId}.ndjson`)
    expect(spooledCalls(dir())).to.deep.equal([callId])
    expect(spoolOwner(dir(), callId)).to.deep.equal({database: await under.store.identity(), companyId})
    expect(await under.store.calls.find(companyId, callId)).to.equal(undefined)
  })

  it('is hung up once: a terminal that closes behind a call that is over says nothing', async () => {
    for (const lines of [['/hangup'], ['не звоните мне больше']]) {
      const left = new AbortController()
      const closing = (async function* () {
        try {
          yield* scripted(lines)
        } finally {
          left.abort()
        }
      })()
      const done: (string | undefined)[] = []
      const {running} = await simulated(Object.assign(closing, {gone: left.signal}), {}, {}, (kind) => done.push(kind))
      await running
      expect(done, lines[0]).to.deep.equal([undefined, lines[0] === '/hangup' ? 'hangup' : 'say'])
    }
  })

  it('ends as the caller hangs up when it is interrupted, and is stored before anybody is told', async () => {
    const stop = new AbortController()
    const {companyId, callId, running} = await simulated(booking, {
      signal: stop.signal,
      tools: {
        async run() {
          stop.abort(new Error('Ctrl-C'))
          return {ok: true}
        },
      },
    })
    expect(await failure(running)).to.include({message: 'Ctrl-C'})
    const rows = await rowsOf(under.store, companyId, callId)
    expectConsistent(rows)
    expect(rows.call).to.include({status: 'completed', endReason: 'caller_hangup', turnCount: 4})
  })
})
