import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {appendFileSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import type {Orphan} from '../../../src/call/orphan.ts'
import {scripted} from '../../../src/call/simulate/action-sources.ts'
import {lostCalls} from '../../../src/call/lost-calls.ts'
import {resumeCall} from '../../../src/call/simulate/resume-call.ts'
import {closeLost} from '../../../src/call/simulate/run-simulation.ts'
import {systemClock} from '../../../src/clock.ts'
import type {Config} from '../../../src/config/schema.ts'
import {readSpool, spooledCalls, spoolFile} from '../../../src/events/spool.ts'
import {newId} from '../../../src/ids.ts'
import {basePrompt} from '../../../src/skillbase/prompt/base-prompt.ts'
import {entries, ledgerTools} from '../../helpers/ledger-tools.ts'
import {goneProcess} from '../../helpers/live-call.ts'
import {expectConsistent, rowsOf, storedBot} from '../../helpers/stored-call.ts'
import {onBothDatabases} from '../../helpers/store.ts'
import {tempDir} from '../../helpers/temp-dir.ts'

const fixture = fileURLToPath(new URL('../../fixtures/talking-process.ts', import.meta.url))
const soFar = ['хочу подстричься завтра в три', 'меня зовут анна', 'с этого номера', 'нет пожеланий']

onBothDatabases('a process that is killed during a call', (under) => {
  const folder = tempDir()
  const dir = () => folder.path('spool')
  const ledger = () => folder.path('ledger')
  const children: ChildProcess[] = []
  afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')))

  /** Talks in a process of its own until `isTime`, then kills it without warning. */
  const killed = async (lines: readonly string[], isTime: () => boolean) => {
    const {companyId, bot} = await storedBot(under.store)
    const child = spawn(process.execPath, [fixture, under.url, companyId, dir(), ledger(), ...lines], {stdio: ['ignore', 'ignore', 'pipe']})
    children.push(child)
    let errors = ''
    child.stderr.on('data', (chunk) => (errors += String(chunk)))
    const gone = once(child, 'close')
    for (let waited = 0; !isTime(); waited += 10) {
      if (waited > 15_000 || child.exitCode !== null) throw new Error(`the moment did not come: ${errors}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    child.kill('SIGKILL')
    await gone
    const [callId] = spooledCalls(dir())
    return {companyId, callId: callId!, bot}
  }
  const turns = () => spooledCalls(dir()).flatMap((id) => readSpool(dir(), id).filter(({type}) => type === 'turn.taken')).length
  const config = () => ({spool: {dir: dir()}, llm: {temperature: 0}}) as Config
  const deps = async () => ({
    store: under.store,
    config: config(),
    clock: systemClock,
    tools: () => ledgerTools(ledger()),
    transferAnswers: false,
    llm: async () => undefined,
    basePrompt: await basePrompt(),
  })
  const lost = async (companyId: string) => lostCalls({dir: dir(), database: await under.store.identity(), companyId})
  const resume = async (companyId: string, lines: readonly string[]) =>
    resumeCall((await lost(companyId)).at(-1)!, scripted(lines), {exchange: () => {}}, await deps())

  it('between turns leaves a call that goes on where it was', async () => {
    const {companyId, callId} = await killed(soFar.slice(0, 2), () => turns() >= 4)
    const report = await resume(companyId, [...soFar.slice(2), 'да всё верно'])
    expect(report.call).to.include({id: callId, status: 'completed', outcome: 'lead'})
    expect(report.fields).to.include({service: 'haircut', time: '15:00', name: 'Анна', phone: '+79260000000'})
    const rows = await rowsOf(under.store, companyId, callId)
    expectConsistent(rows)
    expect(rows.events.filter(({type}) => type === 'call.resumed')).to.have.length(1)
    expect(rows.messages.map(({text}) => text)).to.include('хочу подстричься завтра в три')
    expect(rows.messages.map(({text}) => text).join(' ')).to.contain('Извините, связь прервалась.')
    expect(spooledCalls(dir())).to.deep.equal([])
  })

  it('during a booking does not book twice: the same key goes out, and the answer to it ends the call', async () => {
    const {companyId, callId} = await killed([...soFar, 'да всё верно'], () => entries(ledger(), 'asked').length > 0)
    const before = readSpool(dir(), callId).at(-1)!
    expect(before.type === 'turn.taken' && before.payload.effects).to.have.length(1)
    const report = await resume(companyId, [])
    expect(report.call).to.include({status: 'completed', outcome: 'lead', endReason: 'bot_hangup'})
    expect(entries(ledger(), 'done')).to.have.length(1)
    expect(entries(ledger(), 'asked')).to.deep.equal([entries(ledger(), 'done')[0], entries(ledger(), 'done')[0]])
    expectConsistent(await rowsOf(under.store, companyId, callId))
  })

  it('during a booking, and closed instead, books nothing more', async () => {
    const {companyId, callId} = await killed([...soFar, 'да всё верно'], () => entries(ledger(), 'asked').length > 0)
    expect((await closeLost({store: under.store, config: config(), clock: systemClock}, {companyId})).closed).to.deep.equal([callId])
    expect(entries(ledger(), 'asked')).to.have.length(1)
    const rows = await rowsOf(under.store, companyId, callId)
    expectConsistent(rows)
    expect(rows.call).to.include({status: 'failed', endReason: 'process_lost', outcome: 'lead'})
    expect(spooledCalls(dir())).to.deep.equal([])
  })

  it('right after the call began leaves a call that begins anew with its greeting', async () => {
    const {companyId, callId: greeted} = await killed([], () => turns() >= 1)
    const [first] = readSpool(dir(), greeted)
    rmSync(spoolFile(dir(), greeted))
    // That process may have stored its greeting already; this one died earlier.
    const callId = newId()
    const file = spoolFile(dir(), callId)
    writeFileSync(file, `${JSON.stringify({...first, id: newId(), callId})}\n`)
    appendFileSync(file, '{"id":"torn')
    const report = await resume(companyId, [...soFar, 'да всё верно'])
    expect(report.turns[0]).to.deep.include({role: 'bot', text: 'Барбершоп Усы, голосовой помощник Марк. Чем помочь?'})
    expect(report.call).to.include({id: callId, outcome: 'lead'})
    expectConsistent(await rowsOf(under.store, companyId, callId))
  })

  it('again and again, at any turn, leaves one whole call', async function () {
    this.timeout(60_000)
    const {companyId, callId} = await killed(soFar.slice(0, 1), () => turns() >= 2)
    for (const line of soFar.slice(1)) {
      // Each of these goes on in this process, which is then said to be gone.
      await partly((await lost(companyId)).at(-1)!, line)
    }
    const report = await resume(companyId, ['да всё верно'])
    expect(report.call).to.include({id: callId, outcome: 'lead'})
    const rows = await rowsOf(under.store, companyId, callId)
    expectConsistent(rows)
    expect(rows.events.filter(({type}) => type === 'call.resumed')).to.have.length(4)
    expect(entries(ledger(), 'done')).to.have.length(1)
  })

  /** One line of the caller, then the process is lost. */
  async function partly(lost: Orphan, line: string) {
    async function* caller() {
      yield* scripted([line])
      throw new Error('killed')
    }
    const file = spoolFile(dir(), lost.callId)
    await resumeCall(lost, caller(), {exchange: () => {}}, {...(await deps()), store: brokenStore()}).catch(() => {})
    const text = readFileSync(file, 'utf8')
      .split('\n')
      .filter((each) => !each.includes('"call.ended"'))
    const mark = JSON.stringify(goneProcess)
    writeFileSync(
      file,
      text.map((each) => (each.includes('"call.resumed"') ? each.replace(/"process":\{[^}]*\}/, `"process":${mark}`) : each)).join('\n'),
    )
  }

  const brokenStore = () => ({...under.store, transaction: () => Promise.reject(new Error('down'))})
})
