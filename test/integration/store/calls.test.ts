import {expect} from 'chai'
import type {CallFilter} from '../../../src/call/call-repository.ts'
import type {CallEnd, Message, Turn} from '../../../src/call/call.ts'
import {newId} from '../../../src/ids.ts'
import {failure} from '../../helpers/failure.ts'
import {onBothDatabases, someCall, someCompany, someSkillbase, someTime} from '../../helpers/store.ts'

const end: CallEnd = {
  status: 'completed',
  endReason: 'caller_hangup',
  endedAt: someTime + 60_000,
  outcome: 'booked',
  outcomeKind: 'lead',
  outcomeEvidence: {phone: '+79001234567'},
  fields: {имя: 'Алёна'},
  statesVisited: ['greeting', 'booking'],
  turnCount: 7,
}

const turn = (callId: string, seq: number, changes: Partial<Turn> = {}): Turn => ({
  callId,
  seq,
  kind: 'user',
  state: 'greeting',
  nextState: 'booking',
  lang: 'ru',
  callerText: 'Запишите меня',
  botText: 'На какой день?',
  commands: [{type: 'ask', field: 'date'}],
  trace: {rules: ['book']},
  engineUs: 812,
  llmMs: 140,
  llmModel: 'model',
  tokensIn: 900,
  tokensOut: 12,
  interrupted: false,
  at: someTime,
  ...changes,
})

const message = (callId: string, seq: number, text: string): Message => ({
  callId,
  seq,
  role: 'bot',
  text,
  state: null,
  lang: 'ru',
  at: someTime,
})

onBothDatabases('calls', (under) => {
  const fixture = async () => {
    const company = await someCompany(under.store)
    return {company, call: await someCall(under.store, company.id), calls: under.store.calls}
  }

  it('begins active and pinned to a version', async () => {
    const {company, call, calls} = await fixture()
    expect(call).to.deep.include({status: 'active', skillbaseVersion: 1, fields: {}, statesVisited: [], endedAt: null})
    expect(await calls.find(company.id, call.id)).to.deep.equal(call)
  })

  it('refuses a second call of the same id and a version that is not there', async () => {
    const {company, call, calls} = await fixture()
    expect(await failure(calls.insert(company.id, call))).to.include({code: 'CALL_EXISTS', exitCode: 4})
    const unpinned = calls.insert(company.id, {...call, id: newId(), skillbaseVersion: 2})
    expect(await failure(unpinned)).to.include({code: 'VERSION_NOT_FOUND', exitCode: 3})
  })

  it('learns while it goes on, leaving alone what is not named', async () => {
    const {company, call, calls} = await fixture()
    const changed = await calls.update(company.id, call.id, {answeredAt: someTime + 1, fields: {a: 1}, telephonyResult: 'answered'})
    expect(changed).to.deep.equal({...call, answeredAt: someTime + 1, fields: {a: 1}, telephonyResult: 'answered'})
    expect(await calls.update(company.id, call.id, {})).to.deep.equal(changed)
    expect(await calls.update(company.id, newId(), {turnCount: 1})).to.equal(undefined)
  })

  it('ends once', async () => {
    const {company, call, calls} = await fixture()
    expect(await calls.close(company.id, call.id, end)).to.deep.equal({...call, ...end})
    expect(await calls.close(company.id, call.id, {...end, status: 'failed'})).to.equal(undefined)
    expect(await calls.find(company.id, call.id)).to.include({status: 'completed'})
  })

  it('lists newest first, page by page, and counts with the same filter (D-41)', async () => {
    const {company, call, calls} = await fixture()
    const bot = await someSkillbase(under.store, company.id)
    const later = []
    // Two begin in the same millisecond: the page boundary must not lose or repeat one.
    for (const after of [1, 2, 2, 3]) later.push(await someCall(under.store, company.id, someTime + after, bot.id))
    await calls.close(company.id, later[3]!.id, end)
    const newest = [later[3]!, ...[later[1]!, later[2]!].sort((a, b) => (a.id < b.id ? 1 : -1)), later[0]!, call].map(({id}) => id)
    const list = async (filter: CallFilter) => (await calls.list(company.id, filter, {limit: 100})).map(({id}) => id)
    expect(await list({})).to.deep.equal(newest)

    const pages = []
    let after
    for (;;) {
      const page = await calls.list(company.id, {}, {limit: 2, after})
      if (page.length === 0) break
      pages.push(...page.map(({id}) => id))
      after = page.at(-1)
    }
    expect(pages).to.deep.equal(newest)

    const filters: [CallFilter, number][] = [
      [{skillbaseId: bot.id}, 4],
      [{status: 'active'}, 4],
      [{status: 'completed'}, 1],
      [{outcome: 'booked'}, 1],
      [{outcomeKind: 'lead'}, 1],
      [{outcomeKind: 'refused'}, 0],
      [{direction: 'outbound'}, 0],
      [{since: someTime + 2}, 3],
      [{until: someTime + 2}, 2],
      [{since: someTime + 2, until: someTime + 3, status: 'active', skillbaseId: bot.id}, 2],
    ]
    for (const [filter, expected] of filters) {
      expect(await list(filter), JSON.stringify(filter)).to.have.length(expected)
      expect(await calls.count(company.id, filter), JSON.stringify(filter)).to.equal(expected)
    }
  })

  it('keeps turns in order and replaces one that is written again', async () => {
    const {company, call, calls} = await fixture()
    const turns = [turn(call.id, 0, {kind: 'start', callerText: null}), turn(call.id, 1), turn(call.id, 2, {kind: 'hangup', botText: null})]
    await calls.putTurns(company.id, turns.toReversed())
    await calls.putTurns(company.id, [turn(call.id, 1, {interrupted: true}), turn(call.id, 1, {interrupted: true, llmMs: 3})])
    expect(await calls.turns(company.id, call.id)).to.deep.equal([turns[0], turn(call.id, 1, {interrupted: true, llmMs: 3}), turns[2]])
  })

  it('keeps a transcript of many lines', async () => {
    const {company, call, calls} = await fixture()
    const messages = Array.from({length: 450}, (_, seq) => message(call.id, seq, `Реплика ${seq}`))
    await calls.putMessages(company.id, messages)
    expect(await calls.messages(company.id, call.id)).to.deep.equal(messages)
  })

  it('keeps the newest snapshot, whichever comes last', async () => {
    const {company, call, calls} = await fixture()
    const snapshot = (seq: number) => ({callId: call.id, seq, configSha256: 'abc', snapshot: {state: `s${seq}`}, at: someTime + seq})
    for (const seq of [1, 3, 2]) await calls.putSnapshot(company.id, snapshot(seq))
    expect(await calls.snapshot(company.id, call.id)).to.deep.equal(snapshot(3))
  })

  it('refuses turns, messages and snapshots of a call that is not there', async () => {
    const {company, calls} = await fixture()
    const writes = [
      () => calls.putTurns(company.id, [turn(newId(), 0)]),
      () => calls.putMessages(company.id, [message(newId(), 0, 'x')]),
      () => calls.putSnapshot(company.id, {callId: newId(), seq: 0, configSha256: '', snapshot: {}, at: someTime}),
    ]
    for (const write of writes) expect(await failure(write())).to.include({code: 'CALL_NOT_FOUND', exitCode: 3})
  })
})
