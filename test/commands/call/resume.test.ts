import {appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {CallReport} from '../../../src/call/simulate/call-report.ts'
import type {CallEvent} from '../../../src/events/call-event.ts'
import {ingestCall} from '../../../src/events/ingest.ts'
import {newId} from '../../../src/ids.ts'
import {openStore} from '../../../src/store/open-store.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'
import {goneProcess} from '../../helpers/live-call.ts'

const say = (lines: readonly string[]) => lines.flatMap((line) => ['--say', line])

describe('call resume', () => {
  const voicectl = cli()
  const run = (...argv: readonly string[]) => voicectl.run(['call', ...argv])
  const spool = () => voicectl.path('.data/voicectl/spool')
  const files = () => (existsSync(spool()) ? readdirSync(spool()) : [])
  before(async () => {
    writeFileSync(voicectl.path('barber.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', flow: barber}))
    await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml'])
  })
  beforeEach(async () => {
    await run('resume', '--close')
    expect(files()).to.deep.equal([])
  })

  /** Calls that were cut off after these lines: their files are put back without their ends, under other ids. */
  const cutOff = async (calls: readonly (readonly string[])[], more: readonly string[] = []): Promise<string[]> => {
    const {companyId} = await company()
    const left: {id: string; text: string}[] = []
    for (const lines of calls) {
      const {call} = (await run('simulate', 'barber', ...more, ...say(lines), '--json')).json<CallReport>()
      const {calls: exported} = (await run('export', call.id, '--json')).json<{calls: {events: CallEvent[]}[]}>()
      const id = newId()
      const text = exported[0]!.events.slice(0, -2).map((event) =>
        JSON.stringify({...event, companyId, id: newId()})
          .replaceAll(call.id, id)
          .replace(/"process":\{[^}]*\}/, `"process":${JSON.stringify(goneProcess)}`),
      )
      left.push({id, text: `${text.join('\n')}\n`})
    }
    mkdirSync(spool(), {recursive: true})
    for (const {id, text} of left) writeFileSync(`${spool()}/${id}.ndjson`, text)
    return left.map(({id}) => id)
  }
  const company = async () => ({companyId: (await voicectl.run(['company', 'show', 'default', '--json'])).json<{id: string}>().id})

  it('goes on with the newest call that was cut off', async () => {
    const [old, id] = await cutOff([['хочу побриться'], ['хочу подстричься завтра в три', 'анна']])
    const [report, ...others] = (await run('resume', ...say(['с этого номера', 'нет', 'да всё верно']), '--json')).json<CallReport[]>()
    expect(others).to.deep.equal([])
    expect(report!.call).to.include({id, outcome: 'lead', status: 'completed'})
    expect(report!.fields).to.include({service: 'haircut', name: 'Анна', time: '15:00'})
    expect(report!.turns.map(({text}) => text).join('\n')).to.contain('Извините, связь прервалась.')
    expect(files()).to.deep.equal([`${old}.ndjson`])
  })

  it('goes on with the call that is named, and shows it', async () => {
    const [id] = await cutOff([['хочу подстричься'], ['хочу побриться']])
    const {stdout, exitCode} = await run('resume', id!.slice(0, 24), '--say', '/hangup')
    expect(exitCode).to.equal(0)
    expect(stdout).to.match(/^Bot: Извините, связь прервалась\. На какой день\?\n/)
    expect((await run('show', id!, '--json')).json<CallReport>().call).to.include({endReason: 'caller_hangup'})
  })

  it('goes on in the zone the call was begun in', async () => {
    // In Vladivostok it is the next day already.
    await cutOff([['хочу подстричься']], ['--now', '2026-11-25T18:00:00Z'])
    const [report] = (
      await voicectl.run(['call', 'resume', '--say', 'завтра в три', '--json'], {VOICECTL_TIMEZONE: 'Asia/Vladivostok'})
    ).json<CallReport[]>()
    expect(report!.fields).to.include({date: '2026-11-26'})
  })

  it('goes on in the time the call was begun in', async () => {
    await cutOff([['хочу подстричься']], ['--now', '2026-03-11T10:30:00+03:00'])
    const [report] = (await run('resume', ...say(['завтра в три']), '--json')).json<CallReport[]>()
    expect(report!.fields).to.include({date: '2026-03-12'})
    expect(report!.call.durationSeconds).to.be.lessThan(60)
  })

  it('takes one caller: words, a script or none', async () => {
    const {stdout} = await run('resume', '--help')
    expect(stdout.replaceAll(/\s+/g, ' ')).to.contain('[--script FILE | --say TEXT... | --close]')
    for (const argv of [
      ['--say', 'да', '--close'],
      ['--script', 'caller.txt', '--close'],
      ['--script', 'caller.txt', '--say', 'да'],
    ])
      expect((await run('resume', ...argv)).exitCode, argv.join(' ')).to.equal(2)
  })

  it('closes all that were cut off with --close, or the one that is named', async () => {
    const [one, two, three] = await cutOff([['алло'], ['хочу подстричься'], ['хочу побриться']])
    const named = await run('resume', two!, '--close')
    expect(named.stderr).to.equal('Calls closed: 1.\n')
    expect((await run('show', two!, '--json')).json<CallReport>().call).to.include({status: 'failed', endReason: 'process_lost'})
    expect(files()).to.have.length(2)
    const rest = (await run('resume', '--close', '--json')).json<CallReport[]>()
    expect(rest.map(({call}) => call.id)).to.have.members([one, three])
    expect(files()).to.deep.equal([])
    expect((await run('resume', '--close')).stderr).to.equal('Calls closed: 0.\n')
  })

  it('takes a beginning of an id for one call, or for none', async () => {
    const ids = await cutOff([['алло'], ['хочу подстричься'], ['хочу побриться']])
    for (const argv of [[], ['--close']]) {
      const several = await run('resume', ids[0]!.slice(0, 5), ...argv)
      expect(several.stderr).to.contain('AMBIGUOUS_REFERENCE')
      expect(several.exitCode).to.equal(2)
      const short = await run('resume', ids[0]!.slice(0, 2), ...argv)
      expect(short.stderr).to.contain('CALL_NOT_FOUND')
      expect(short.exitCode).to.equal(3)
    }
    expect(files()).to.have.length(3)
  })

  it('says which call it takes up, what came of it and where the record is', async () => {
    const [id] = await cutOff([['хочу подстричься']])
    const {stderr} = await run('resume', '--say', '/hangup')
    expect(stderr)
      .to.contain(`Going on with call ${id}.\n`)
      .and.match(new RegExp(`Outcome: \\w+\\. The record: \`.*call show ${id}\``))
  })

  it('has failed when a call cannot be stored, and says how many were', async () => {
    const [kept, one] = await cutOff([['хочу подстричься'], ['хочу побриться']])
    const database = new BetterSqlite3(voicectl.path('.data/voicectl/voicectl.db'))
    database.exec(`create trigger full before insert on calls when new.id = '${kept}' begin select raise(abort, 'the disk is full'); end`)
    try {
      const people = await voicectl.run(['call', 'resume', '--close'], {VOICECTL_LANG: 'ru'})
      expect(people.exitCode).to.equal(1)
      expect(people.stderr).to.contain('Ошибка (CALLS_LEFT_OPEN): Закрыто звонков: 1.')
      expect(people.stderr).to.contain(`Звонок ${kept} оставлен как есть`).and.contain('the disk is full').and.contain('повторите')
      expect((await run('show', one!)).exitCode).to.equal(0)
      const program = await run('resume', '--close', '--json')
      expect(program.json<{error: {code: string; message: string}}>().error.message).to.contain('Calls closed: 0.')
      expect(program.exitCode).to.equal(1)
    } finally {
      database.exec('drop trigger full')
      database.close()
    }
  })

  it('is what lists and records of such calls tell to type', async () => {
    const [id] = await cutOff([['хочу подстричься']])
    const store = await openStore({url: `sqlite:${voicectl.path('.data/voicectl/voicectl.db')}`})
    await ingestCall(spool(), id!, store)
    await store.close()
    for (const argv of [['list'], ['list', '--json'], ['show', id!.slice(0, 25)]]) {
      const {stderr, exitCode} = await run(...argv)
      expect(exitCode).to.equal(0)
      expect(stderr, argv.join(' '))
        .to.contain(`their process is gone: ${id}. \`voicectl call resume ${id}\` goes on`)
        .and.contain('--close')
    }
    rmSync(`${spool()}/${id}.ndjson`)
    for (const argv of [['list'], ['show', id!]])
      expect((await run(...argv)).stderr, argv.join(' ')).to.contain(`damaged or gone: ${id}. \`voicectl call resume ${id} --close\``)
    await run('resume', '--close')
    for (const argv of [['list'], ['show', id!]]) expect((await run(...argv)).stderr, argv.join(' ')).to.equal('')
  })

  it('is not needed: the next call closes what was cut off, and says so', async () => {
    const [id] = await cutOff([['хочу подстричься']])
    const {stderr} = await run('simulate', 'barber', '--say', 'алло')
    expect(stderr).to.match(new RegExp(`^Calls of lost processes, closed: ${id}\\.\n`))
    expect(files()).to.deep.equal([])
  })

  it('says what it cannot deal with, and deals with the rest', async () => {
    const [broken, id] = await cutOff([['хочу подстричься', 'завтра', 'в три'], ['хочу побриться']])
    const lines = readFileSync(`${spool()}/${broken}.ndjson`, 'utf8').split('\n')
    writeFileSync(`${spool()}/${broken}.ndjson`, lines.filter((_, index) => index !== 2).join('\n'))
    appendFileSync(`${spool()}/${id}.ndjson`, '{"torn')
    expect((await run('resume', '--say', '/hangup')).exitCode).to.equal(0)
    expect((await run('show', id!, '--json')).json<CallReport>().call.endReason).to.equal('caller_hangup')
    const {stderr, exitCode} = await run('simulate', 'barber', '--say', 'алло')
    expect(exitCode).to.equal(0)
    expect(stderr).to.contain(`Call ${broken} is left as it is: Events of call ${broken} are missing before`)
    writeFileSync(`${spool()}/${broken}.ndjson`, lines.join('\n'))
  })

  describe('whose file is damaged or gone', () => {
    /** One call of which an event in the middle is lost, and one whose file is; what they did at first was stored. */
    const broken = async (): Promise<[damaged: string, gone: string]> => {
      const [damaged, gone] = (await cutOff([['хочу подстричься', 'завтра', 'в три'], ['хочу побриться']])) as [string, string]
      const store = await openStore({url: `sqlite:${voicectl.path('.data/voicectl/voicectl.db')}`})
      await ingestCall(spool(), gone, store)
      const lines = readFileSync(file(damaged), 'utf8').split('\n')
      // As a call is stored when it has begun.
      writeFileSync(file(damaged), `${lines.slice(0, 2).join('\n')}\n`)
      await ingestCall(spool(), damaged, store)
      await store.close()
      writeFileSync(file(damaged), lines.map((line, index) => (index === 2 ? line.slice(0, 40) : line)).join('\n'))
      rmSync(file(gone))
      return [damaged, gone]
    }
    const file = (id: string) => `${spool()}/${id}.ndjson`
    const tidy = () => {
      expect(files().filter((name) => name.endsWith('.ndjson'))).to.deep.equal([])
      for (const name of files()) rmSync(`${spool()}/${name}`)
    }

    it('is refused with the way out, whether it is named or not', async () => {
      const [damaged, gone] = await broken()
      for (const argv of [[], [damaged], [gone]]) {
        const refused = await run('resume', ...argv)
        expect(refused.exitCode).to.equal(1)
        expect(refused.stderr)
          .to.contain('SPOOL_CORRUPT')
          .and.match(/voicectl call resume [0-9A-Z]{26} --close/)
      }
      const {stdout} = await voicectl.run(['doctor', '--json'])
      const warned = (JSON.parse(stdout) as {checks: {check: string; message: string}[]}).checks.filter(({check}) => check === 'spool')
      expect(warned.map(({message}) => message).join())
        .to.contain(damaged)
        .and.contain(gone)
      await run('resume', '--close')
      tidy()
    })

    it('is closed with --close with the outcome of all that is left of it', async () => {
      const [damaged, gone] = await broken()
      expect((await run('resume', damaged, '--close')).stderr).to.equal('Calls closed: 1.\n')
      expect((await run('resume', '--close')).stderr).to.equal('Calls closed: 1.\n')
      for (const id of [damaged, gone]) {
        const {call} = (await run('show', id, '--json')).json<CallReport>()
        expect(call).to.include({status: 'failed', endReason: 'process_lost'})
      }
      const {fields, turns} = (await run('show', damaged, '--json')).json<CallReport>()
      const kept = files().find((name) => name.startsWith(`${damaged}.ndjson.damaged-`))!
      expect((await voicectl.run(['doctor'])).stdout).to.contain(`kept in ${spool()}/${kept}`)
      // What came after the lost line is known all the same.
      expect(fields).to.include({service: 'haircut'}).and.to.have.property('date')
      expect(turns.map(({text}) => text)).to.include('завтра')
      expect((await run('list', '--status', 'active', '--json')).json<unknown[]>()).to.deep.equal([])
      tidy()
    })

    it('is left alone while its process may live, on another host', async () => {
      const [id] = (await cutOff([['хочу подстричься']])) as [string]
      const elsewhere = JSON.stringify({...goneProcess, host: 'another.example'})
      writeFileSync(file(id), readFileSync(file(id), 'utf8').replaceAll(JSON.stringify(goneProcess), elsewhere))
      const store = await openStore({url: `sqlite:${voicectl.path('.data/voicectl/voicectl.db')}`})
      await ingestCall(spool(), id, store)
      await store.close()
      rmSync(file(id))
      expect((await run('resume', id, '--close')).stderr).to.contain('NOTHING_TO_RESUME')
      expect((await run('show', id, '--json')).json<CallReport>().call.status).to.equal('active')
    })
  })

  it('D-42: refuses when there is nothing to go on with', async () => {
    for (const [argv, code] of [
      [[], 'NOTHING_TO_RESUME'],
      [['ZZZZZZZZ'], 'CALL_NOT_FOUND'],
      [['ZZZZZZZZ', '--close'], 'CALL_NOT_FOUND'],
    ] as const) {
      const {stdout, exitCode} = await run('resume', ...argv, '--json')
      expect(JSON.parse(stdout).error.code).to.equal(code)
      expect(exitCode).to.equal(3)
    }
    const {call} = (await run('simulate', 'barber', '--say', 'алло', '--json')).json<CallReport>()
    expect((await run('resume', call.id)).exitCode).to.equal(3)
    expect((await run('resume', '--close', '--say', 'алло')).exitCode).to.equal(2)
  })
})
