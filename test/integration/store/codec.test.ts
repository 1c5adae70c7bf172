import {expect} from 'chai'
import {sql} from 'kysely'
import {newId} from '../../../src/ids.ts'
import {onBothDatabases, someCall, someCompany, someSkillbase, someTime} from '../../helpers/store.ts'

onBothDatabases('what is written is what is read', (under) => {
  const awkward = {
    ё: 'Ёлка, ёж и «кавычки»',
    emoji: '👩‍👩‍👧 📞',
    quotes: `'"\\ $1 ?`,
    empty: '',
    nothing: null,
    nested: {list: [1, -0.5, 1e21, true, [], {}]},
    big: Number.MAX_SAFE_INTEGER,
  }

  it('keeps every sort of JSON, Cyrillic and emoji', async () => {
    const company = await someCompany(under.store)
    await under.store.companies.update(company.id, {name: 'Ёлка 👩‍👧', settings: awkward}, someTime)
    const found = await under.store.companies.find(company.id)
    expect(found).to.deep.equal({...company, name: 'Ёлка 👩‍👧', settings: awkward})
  })

  it('writes JSON that the database itself can look into, not a string of JSON', async () => {
    const company = await someCompany(under.store)
    await under.store.companies.update(company.id, {settings: {name: 'ёж', deep: {list: ['a', 'b']}}}, someTime)
    const {rows} = await sql<{name: string; second: string}>`
      select settings ->> 'name' as name, settings -> 'deep' -> 'list' ->> 1 as second from companies where id = ${company.id}`.execute(
      under.store.db,
    )
    expect(rows).to.deep.equal([{name: 'ёж', second: 'b'}])
  })

  it('keeps the order of keys in a configuration, because states are ordered', async () => {
    const company = await someCompany(under.store)
    const {id} = await someSkillbase(under.store, company.id)
    const version = await under.store.skillbases.version(company.id, id, 1)
    expect(Object.keys(version!.config['states'] as object)).to.deep.equal(['zeta', 'alpha'])
  })

  it('keeps milliseconds of time, whatever zone the server is in', async () => {
    const company = await someCompany(under.store)
    const {rows} = await sql<{at: number}>`select created_at as at from companies where id = ${company.id}`.execute(under.store.db)
    expect(rows).to.deep.equal([{at: someTime}])
  })

  it('gives counts and 64-bit integers as numbers', async () => {
    const company = await someCompany(under.store)
    const {id} = await someCall(under.store, company.id)
    await sql`update calls set seed = ${2 ** 52 + 1} where id = ${id}`.execute(under.store.db)
    expect(await under.store.calls.find(company.id, id)).to.include({seed: 2 ** 52 + 1})
    expect(await under.store.calls.count(company.id, {})).to.equal(1)
  })

  it('keeps booleans and nulls apart from 0 and ""', async () => {
    const company = await someCompany(under.store)
    const {id: callId} = await someCall(under.store, company.id)
    const silent = {kind: 'silence', state: null, nextState: null, lang: null, callerText: '', botText: null} as const
    const numbers = {engineUs: 0, llmMs: 0, llmModel: null, tokensIn: null, tokensOut: 0, at: someTime}
    const turns = [true, false].map((interrupted, seq) => ({callId, seq, ...silent, ...numbers, commands: [], trace: null, interrupted}))
    await under.store.calls.putTurns(company.id, turns)
    expect(await under.store.calls.turns(company.id, callId)).to.deep.equal(turns)
  })

  it('replaces what PostgreSQL cannot hold: U+0000 and halves of surrogate pairs', async () => {
    const company = await someCompany(under.store)
    const call = await someCall(under.store, company.id)
    const payload = {'text\0': 'a\0b', half: '\uD83D!', list: ['\0'], fine: '\\u0000'}
    await under.store.events.append(company.id, [{id: newId(), callId: call.id, seq: 0, type: 'heard', at: someTime, payload}])
    const [event] = await under.store.events.list(company.id, call.id)
    expect(event?.payload).to.deep.equal({'text\uFFFD': 'a\uFFFDb', half: '\uFFFD!', list: ['\uFFFD'], fine: '\\u0000'})
    await under.store.calls.putMessages(company.id, [
      {callId: call.id, seq: 0, role: 'caller', text: 'a\0\uD83D', state: null, lang: null, at: someTime},
    ])
    expect((await under.store.calls.messages(company.id, call.id))[0]?.text).to.equal('a\uFFFD\uFFFD')
  })
})
