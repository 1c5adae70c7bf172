import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {CallReport, CallView} from '../../../src/call/simulate/call-report.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'

const say = (lines: readonly string[]) => lines.flatMap((line) => ['--say', line])
const booking = ['хочу подстричься завтра в три', 'анна', 'с этого номера', 'нет', 'да всё верно']

describe('call list, show, transcript and export', () => {
  const voicectl = cli()
  const run = (...argv: readonly string[]) => voicectl.run(['call', ...argv])
  const ids: Record<string, string> = {}
  before(async function () {
    this.timeout(60_000)
    for (const slug of ['barber', 'other']) {
      writeFileSync(voicectl.path(`${slug}.yaml`), stringify({schema: 'voicectl/skillbase/v1', slug, flow: barber}))
      await voicectl.run(['skillbase', 'apply', '-f', `${slug}.yaml`])
    }
    const calls: readonly (readonly [string, string, string, readonly string[]])[] = [
      ['lead', 'barber', '2026-03-09T10:00:00+03:00', booking],
      ['never', 'barber', '2026-03-10T10:00:00+03:00', ['не звоните мне больше']],
      ['silent', 'other', '2026-03-11T10:00:00+03:00', ['/silence', '/silence', '/silence']],
    ]
    for (const [name, slug, now, lines] of calls) {
      const {stdout} = await run('simulate', slug, '--now', now, ...say(lines), '--json')
      ids[name] = (JSON.parse(stdout) as CallReport).call.id
    }
  })
  const listed = async (...argv: readonly string[]) => {
    const found = (await run('list', ...argv, '--json')).json<CallView[]>()
    return found.map(({id}) => Object.keys(ids).find((name) => ids[name] === id))
  }

  it('lists the newest first', async () => {
    expect(await listed()).to.deep.equal(['silent', 'never', 'lead'])
    const {stdout} = await run('list', '-o', 'csv')
    const [header, first] = stdout.split('\n')
    expect(header).to.equal('ID,STARTED,SKILLBASE,DIRECTION,CALLER,CALLEE,STATUS,OUTCOME,TURNS,SECONDS')
    expect(first).to.equal(`${ids['silent']},2026-03-11T07:00:00.000Z,other@1,inbound,+79990000000,,completed,failed,4,20`)
  })

  it('filters by skillbase, status, outcome, kind and time', async () => {
    expect(await listed('--skillbase', 'barber')).to.deep.equal(['never', 'lead'])
    expect(await listed('--outcome', 'lead')).to.deep.equal(['lead'])
    expect(await listed('--outcome-kind', 'do_not_call')).to.deep.equal(['never'])
    expect(await listed('--status', 'active')).to.deep.equal([])
    expect(await listed('--since', '2026-03-10T10:00:00+03:00', '--until', '2026-03-11T10:00:00+03:00')).to.deep.equal(['never'])
    expect(await listed('--since', '2026-03-11')).to.deep.equal(['silent'])
    expect(await listed('--since', '9999d', '--until', '1m', '--outcome', 'failed')).to.deep.equal(['silent'])
  })

  it('D-41: tells how many there are of what it lists, and of nothing else', async () => {
    expect((await run('list', '--limit', '1')).stderr).to.equal('1 of 3; see --limit.\n')
    expect((await run('list', '--skillbase', 'barber', '--limit', '1')).stderr).to.equal('1 of 2; see --limit.\n')
    expect((await run('list', '--outcome', 'lead', '--limit', '1')).stderr).to.equal('')
    expect((await voicectl.run(['call', 'list', '--limit', '1'], {VOICECTL_LANG: 'ru'})).stderr).to.equal('1 из 3; см. --limit.\n')
  })

  it('shows one call as it was told when it ended', async () => {
    const id = ids['lead']!
    const report = (await run('show', id, '--json')).json<CallReport>()
    expect(report.call).to.include({id, outcome: 'lead'})
    expect(report.lead).to.include({name: 'Анна', phone: '+79990000000'})
    const {stdout} = await run('show', id)
    expect(stdout).to.match(new RegExp(`^${id}  barber@1  inbound  simulated  \\+79990000000\n`))
    expect(stdout).to.contain('completed (bot_hangup)  lead').and.contain('  service: haircut\n')
    expect(stdout).to.contain('Lead: Анна, +79990000000 (new)\n').and.contain('  Caller: хочу подстричься завтра в три\n')
    expect((await voicectl.run(['call', 'show', id], {VOICECTL_LANG: 'ru'})).stdout)
      .to.contain('Лид: Анна')
      .and.contain('Поля:')
  })

  it('prints what was said, and nothing else', async () => {
    const {stdout, stderr} = await run('transcript', ids['never']!)
    expect(stdout).to.equal(
      'Bot: Барбершоп Усы, голосовой помощник Марк. Чем помочь?\nCaller: не звоните мне больше\nBot: Извините. Больше вас не побеспокоим. До свидания.\n',
    )
    expect(stderr).to.equal('')
    expect((await run('transcript', ids['never']!, '--json')).json<unknown[]>()).to.have.length(3)
  })

  it('finds a call by the beginning of its id, in any case', async () => {
    const id = ids['lead']!
    for (const reference of [id, id.toLowerCase(), id.slice(0, 14)])
      expect((await run('show', reference, '--json')).json<CallReport>().call.id).to.equal(id)
    const {stdout, exitCode} = await run('show', id.slice(0, 4), '--json')
    expect(JSON.parse(stdout).error.code).to.equal('AMBIGUOUS_REFERENCE')
    expect(exitCode).to.equal(2)
  })

  it('exports whole calls, one a line', async () => {
    const {stdout, stderr} = await run('export')
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as CallReport & {events: {type: string; seq: number}[]})
    expect(lines.map(({call}) => call.id)).to.deep.equal([ids['silent'], ids['never'], ids['lead']])
    expect(stderr).to.equal('Calls exported: 3.\n')
    const lead = lines.at(-1)!
    const {events, ...report} = lead
    expect(report).to.deep.equal((await run('show', ids['lead']!, '--json')).json<CallReport>())
    expect(events.map(({seq}) => seq)).to.deep.equal(events.map((_, index) => index))
    expect(events.at(0)!.type).to.equal('call.started')
    expect(events.at(-1)!.type).to.equal('call.ended')
  })

  it('exports those that are named, or that a filter finds', async () => {
    const named = await run('export', ids['lead']!, ids['never']!.slice(0, 20))
    expect(
      named.stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as CallReport).call.id),
    ).to.deep.equal([ids['lead'], ids['never']])
    expect((await run('export', '--skillbase', 'other')).stderr).to.equal('Calls exported: 1.\n')
  })

  it('exports a call that is named twice once, and takes no filter beside names', async () => {
    const id = ids['lead']!
    expect((await run('export', id, id.toLowerCase(), id)).stdout.trim().split('\n')).to.have.length(1)
    for (const filter of [
      ['--status', 'active'],
      ['--outcome-kind', 'lead'],
      ['--since', '7d'],
    ]) {
      const {stdout, stderr, exitCode} = await run('export', id, ...filter)
      expect({stdout, exitCode}).to.deep.equal({stdout: '', exitCode: 2})
      expect(stderr).to.contain('USAGE')
    }
    const leads = (await run('export', '--outcome-kind', 'lead')).stdout.trim().split('\n')
    expect(leads.map((line) => (JSON.parse(line) as CallReport).call.id)).to.deep.equal([id])
  })

  it('exports a table for spreadsheets, with a header even when it is empty', async () => {
    const {stdout} = await run('export', '--format', 'csv')
    const [header, ...rows] = stdout.trimEnd().split('\n')
    expect(header).to.equal(
      'ID,STARTED,SKILLBASE,DIRECTION,CALLER,CALLEE,STATUS,OUTCOME,TURNS,SECONDS,FIELDS,LEAD NAME,LEAD PHONE,LEAD EMAIL,LEAD STATUS,LEAD DATA',
    )
    expect(rows).to.have.length(3)
    expect(rows[2]).to.contain('"{""service"":""haircut""')
    expect((await run('export', '--format', 'csv', '--status', 'transferred')).stdout).to.equal(`${header}\n`)
  })

  it('D-17: takes the leads out as a table, with what callers left', async () => {
    const {stdout} = await run('export', '--outcome', 'lead', '--format', 'csv')
    const [header, row, ...others] = stdout.trimEnd().split('\n')
    expect(others).to.deep.equal([])
    expect(header).to.match(/,LEAD NAME,LEAD PHONE,LEAD EMAIL,LEAD STATUS,LEAD DATA$/)
    expect(row).to.contain('}",Анна,+79990000000,,new,"{').and.to.contain('""service"":""haircut""')
    const nobody = (await run('export', ids['never']!, '--format', 'csv')).stdout.trimEnd().split('\n')[1]
    expect(nobody).to.match(/,,,,,$/)
  })

  it('exports into a file whole, or not at all', async () => {
    const {stdout, stderr} = await run('export', '--out', 'calls.ndjson')
    expect(stdout).to.equal('')
    expect(stderr).to.equal('Calls exported: 3.\n')
    expect(readFileSync(voicectl.path('calls.ndjson'), 'utf8')).to.equal((await run('export')).stdout)
    const refused = await run('export', '--limit', '1', '--out', 'calls.ndjson')
    expect(refused).to.include({exitCode: 2})
    expect(refused.stderr).to.contain('Replace calls.ndjson?').and.contain('--yes')
    expect((await run('export', '--limit', '1', '--out', 'calls.ndjson', '--yes')).stderr).to.contain('Calls exported: 1.')
    expect((await run('export', ids['lead']!, 'ZZZZZZZZ', '--out', 'never.ndjson')).exitCode).to.equal(3)
    expect((await run('export', '--out', 'new/folder/calls.ndjson')).exitCode).to.equal(0)
    expect(existsSync(voicectl.path('new/folder/calls.ndjson'))).to.equal(true)
    const nowhere = await run('export', '--out', 'calls.ndjson/within')
    expect(nowhere.exitCode).to.equal(2)
    expect(nowhere.stderr).to.contain('calls.ndjson/within').and.not.contain('partial')
    for (const name of ['never.ndjson', 'never.ndjson.partial']) expect(existsSync(voicectl.path(name)), name).to.equal(false)
  })

  it('says that no call has an outcome, and which outcomes there are', async () => {
    for (const command of ['list', 'export']) {
      const {stderr, exitCode} = await run(command, '--outcome', 'led')
      expect(exitCode).to.equal(0)
      expect(stderr).to.match(/^No call has the outcome "led"\. Outcomes there are: .*\blead\b/)
      expect((await run(command, '--outcome', 'lead', '--until', '2000-01-01')).stderr).not.to.contain('No call has')
    }
  })

  it('takes - for stdout, and makes no file of that name', async () => {
    expect((await run('export', '--out', '-')).stdout).to.equal((await run('export')).stdout)
    expect((await run('export', '--out', '-', '--json')).json<{calls: unknown[]}>().calls).to.have.length(3)
    expect(existsSync(voicectl.path('-'))).to.equal(false)
  })

  it('gives one JSON document under --json, wherever the calls go', async () => {
    expect((await run('export', '--json')).json<{calls: unknown[]}>().calls).to.have.length(3)
    expect((await run('export', '--json', '--out', 'x.ndjson')).json<unknown>()).to.deep.equal({exported: 3})
  })

  it('D-42: refuses what is not there and what is no time', async () => {
    const wrong: [readonly string[], number, string][] = [
      [['show', 'ZZZZZZZZ'], 3, 'CALL_NOT_FOUND'],
      [['show', 'x'], 3, 'CALL_NOT_FOUND'],
      [['transcript', 'ZZZZZZZZ'], 3, 'CALL_NOT_FOUND'],
      [['export', 'ZZZZZZZZ'], 3, 'CALL_NOT_FOUND'],
      [['list', '--skillbase', 'nobody'], 3, 'SKILLBASE_NOT_FOUND'],
      [['export', '--skillbase', 'nobody'], 3, 'SKILLBASE_NOT_FOUND'],
      [['list', '--since', 'monday'], 2, 'BAD_TIME'],
      [['list', '--since', '5'], 2, 'BAD_TIME'],
      [['list', '--until', '2026-13-45'], 2, 'BAD_TIME'],
      [['list', '--since', '1h', '--until', '2h'], 2, 'EMPTY_RANGE'],
      [['export', '--since', '2026-03-11', '--until', '2026-03-11'], 2, 'EMPTY_RANGE'],
    ]
    for (const [argv, exitCode, code] of wrong) {
      const result = await run(...argv, '--json')
      expect(result.json<{error: {code: string}}>().error.code, argv.join(' ')).to.equal(code)
      expect(result.exitCode, argv.join(' ')).to.equal(exitCode)
    }
    for (const argv of [
      ['list', '--status', 'gone'],
      ['list', '--limit', '0'],
      ['list', '--outcome-kind', 'good'],
    ])
      expect((await run(...argv)).exitCode, argv.join(' ')).to.equal(2)
  })

  it('D-23: keeps companies apart', async () => {
    await voicectl.run(['company', 'create', 'rival'])
    expect((await run('list', '--company', 'rival', '--json')).json<unknown[]>()).to.deep.equal([])
    for (const verb of ['show', 'transcript', 'export'])
      expect((await run(verb, ids['lead']!, '--company', 'rival')).exitCode, verb).to.equal(3)
    expect((await run('export', '--company', 'rival')).stdout).to.equal('')
    expect((await run('resume', ids['lead']!, '--company', 'rival')).exitCode).to.equal(3)
  })
})
