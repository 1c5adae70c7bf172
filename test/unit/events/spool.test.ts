import {appendFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import fc from 'fast-check'
import type {CallEvent} from '../../../src/events/call-event.ts'
import {
  createSpool,
  handSpoolOver,
  readSpool,
  removeStillborn,
  reopenSpool,
  spooledCalls,
  spoolFile,
  spoolOwner,
} from '../../../src/events/spool.ts'
import {barber} from '../../helpers/barber.ts'
import {liveCall} from '../../helpers/live-call.ts'
import {scenarioOf} from '../../helpers/scenario.ts'
import {tempDir} from '../../helpers/temp-dir.ts'
import {skipBecause} from '../../helpers/skip.ts'

describe('the spool of a call', () => {
  const folder = tempDir()
  const dir = () => folder.path('spool')
  let events: readonly CallEvent[] = []
  let callId = ''
  before(async () => {
    const {call, events: all} = liveCall(scenarioOf(barber))
    await call.start()
    await call.hear('хочу подстричься завтра в три')
    await call.hear('ё "кавычки"\nи перенос \u2028 📞')
    await call.hangUp()
    events = all
    callId = call.id
  })
  const write = (some: readonly CallEvent[]) => {
    const spool = createSpool(dir(), callId)
    for (const event of some) spool.append(event)
    spool.close()
  }
  const file = () => spoolFile(dir(), callId)
  const raw = () => readFileSync(file(), 'utf8')

  it('holds one line an event and gives back what was written', () => {
    write(events)
    expect(raw().split('\n')).to.have.length(events.length + 1)
    expect(readSpool(dir(), callId)).to.deep.equal(events)
    expect(spooledCalls(dir())).to.deep.equal([callId])
  })

  it('says in its first line which database it belongs to, and later when another one takes it over', () => {
    const [one, other] = ['0'.repeat(26), '1'.repeat(26)] as const
    const spool = createSpool(dir(), callId, one)
    for (const event of events.slice(0, 2)) spool.append(event)
    spool.close()
    const {companyId} = events[0]!
    expect(raw().split('\n')[0]).to.equal(`{"database":"${one}"}`)
    expect(spoolOwner(dir(), callId)).to.deep.equal({database: one, companyId})
    expect(readSpool(dir(), callId)).to.deep.equal(events.slice(0, 2))
    appendFileSync(file(), '{"torn')
    handSpoolOver(dir(), callId, other)
    expect(spoolOwner(dir(), callId)).to.deep.equal({database: other, companyId})
    expect(readSpool(dir(), callId)).to.deep.equal(events.slice(0, 2))
    expect(spoolOwner(dir(), 'nobody')).to.deep.equal({})
  })

  it('is for its owner only', function () {
    if (process.platform === 'win32') skipBecause(this, 'Windows has no such modes and signals')
    write(events)
    expect(statSync(dir()).mode & 0o777).to.equal(0o700)
    expect(statSync(file()).mode & 0o777).to.equal(0o600)
  })

  it('appears with its first event in it, never empty', () => {
    const spool = createSpool(dir(), callId)
    expect(spooledCalls(dir())).to.deep.equal([])
    spool.append(events[0]!)
    expect(readSpool(dir(), callId)).to.deep.equal([events[0]])
    spool.append(events[1]!)
    spool.close()
    expect(readSpool(dir(), callId)).to.deep.equal(events.slice(0, 2))
    expect(readdirSync(dir())).to.deep.equal([`${callId}.ndjson`])
  })

  it('of a process that died while writing ends with the last whole event, wherever it was cut', () => {
    write(events)
    const bytes = readFileSync(file())
    fc.assert(
      fc.property(fc.nat({max: bytes.length}), (length) => {
        writeFileSync(file(), bytes.subarray(0, length))
        const left = readSpool(dir(), callId)
        expect(left).to.deep.equal(events.slice(0, left.length))
        expect(left.length).to.equal(bytes.subarray(0, length).filter((byte) => byte === 0x0a).length)
        const next = events[left.length]
        if (!next || left.at(-1)?.type === 'call.ended') return
        const spool = reopenSpool(dir(), callId)!
        spool.append(next)
        spool.close()
        expect(readSpool(dir(), callId)).to.deep.equal(events.slice(0, left.length + 1))
      }),
      {numRuns: 200},
    )
  })

  it('takes the first of two lines at one place, and nothing behind the end of the call', () => {
    write(events)
    const late = (seq: number) => `${JSON.stringify({...events[1]!, id: 'late', seq})}\n`
    appendFileSync(file(), late(1) + late(events.length))
    expect(readSpool(dir(), callId)).to.deep.equal(events)
  })

  it('is not read past lost events, and says where they were', () => {
    write(events)
    const lines = raw().split('\n')
    writeFileSync(file(), [...lines.slice(0, 2), ...lines.slice(3)].join('\n'))
    expect(() => readSpool(dir(), callId))
      .to.throw()
      .that.includes({code: 'SPOOL_CORRUPT', exitCode: 1})
    expect(() => readSpool(dir(), callId)).to.throw(`${file()}:3`)
  })

  it('survives garbage that replaced no event', () => {
    write(events.slice(0, 2))
    appendFileSync(file(), 'null\n[]\n{"seq":\n\n5\n')
    appendFileSync(file(), `${JSON.stringify(events[2])}\n`)
    expect(readSpool(dir(), callId)).to.deep.equal(events.slice(0, 3))
  })

  it('is not there for calls without one, and looking for it makes none', () => {
    expect(readSpool(dir(), callId)).to.deep.equal([])
    expect(reopenSpool(dir(), callId)).to.equal(undefined)
    expect(spooledCalls(dir())).to.deep.equal([])
    expect(existsSync(dir())).to.equal(false)
  })

  it('is cleared of files without events once nobody can be writing them any more', () => {
    const hour = 3_600_000
    write(events)
    const unborn = createSpool(dir(), 'unborn')
    writeFileSync(spoolFile(dir(), 'empty'), '')
    writeFileSync(spoolFile(dir(), 'torn'), `{"database":"${'0'.repeat(26)}"}\n{"id":"0`)
    removeStillborn(dir(), Date.now() - hour)
    expect(readdirSync(dir())).to.have.length(4)
    for (const name of ['unborn.ndjson.new', 'empty.ndjson', 'torn.ndjson', `${callId}.ndjson`])
      utimesSync(folder.path('spool', name), new Date(0), new Date(0))
    removeStillborn(dir(), Date.now() - hour)
    expect(readdirSync(dir())).to.deep.equal([`${callId}.ndjson`])
    truncateSync(file(), 10)
    removeStillborn(dir(), Date.now() - hour)
    expect(readdirSync(dir())).to.have.length(1)
    unborn.close()
  })
})
