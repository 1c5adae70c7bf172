import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {execa} from 'execa'
import {stringify} from 'yaml'
import type {CallReport} from '../../../src/call/simulate/call-report.ts'
import {openStore} from '../../../src/store/open-store.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'
import {expectConsistent, rowsOf} from '../../helpers/stored-call.ts'

const now = ['--now', '2026-03-11T10:30:00+03:00']
const booking = [
  'хочу подстричься завтра в три',
  'меня зовут анна',
  'восемь девятьсот три сто двадцать три сорок пять шестьдесят семь',
  'да',
  'нет',
  'да всё верно',
]
const say = (lines: readonly string[]) => lines.flatMap((line) => ['--say', line])

describe('call simulate', () => {
  const voicectl = cli()
  const run = (...argv: readonly string[]) => voicectl.run(['call', 'simulate', ...argv])
  before(async () => {
    const yaml = stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', name: 'Барбершоп', flow: barber})
    writeFileSync(voicectl.path('barber.yaml'), yaml)
    await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml'])
  })
  const simulate = async (...argv: readonly string[]) => {
    const result = await run('barber', ...now, ...argv, '--json')
    expect(result, result.stdout).to.include({exitCode: 0, stderr: ''})
    return result.json<CallReport>()
  }

  it('gives one object: call, plain fields, turns, lead', async () => {
    const {call, fields, turns, lead} = await simulate(...say(booking))
    expect(call).to.deep.include({
      skillbase: 'barber',
      version: 1,
      status: 'completed',
      outcome: 'lead',
      outcomeKind: 'lead',
      endReason: 'bot_hangup',
      direction: 'inbound',
      channel: 'simulated',
      mode: 'off',
      language: 'ru',
      caller: '+79990000000',
      callee: null,
      startedAt: '2026-03-11T07:30:00.000Z',
    })
    expect(fields).to.deep.equal({service: 'haircut', date: '2026-03-12', time: '15:00', name: 'Анна', phone: '+79031234567'})
    expect(turns[0]).to.deep.equal({
      role: 'bot',
      text: 'Барбершоп Усы, голосовой помощник Марк. Чем помочь?',
      state: 'greeting',
      lang: 'ru',
      at: '2026-03-11T07:30:00.000Z',
    })
    expect(turns.filter(({role}) => role === 'caller').map(({text}) => text)).to.deep.equal(booking)
    expect(lead).to.deep.include({name: 'Анна', phone: '+79031234567', status: 'new'})
  })

  it('D-01: leaves the rows of a real call', async () => {
    const {call} = await simulate(...say(booking))
    const store = await openStore({url: `sqlite:${voicectl.path('.data/voicectl/voicectl.db')}`})
    try {
      const [company] = await store.companies.list()
      const rows = await rowsOf(store, company!.id, call.id)
      expectConsistent(rows)
      expect(rows.events.map(({type}) => type)).to.include.members(['call.started', 'turn.taken', 'call.ended'])
    } finally {
      await store.close()
    }
  })

  it('says the same with the same seed at the same moment, ids aside', async () => {
    const [one, two] = [await run('barber', ...now, ...say(booking), '--json'), await run('barber', ...now, ...say(booking), '--json')]
    expect(withoutIds(one.stdout)).to.equal(withoutIds(two.stdout))
    const [first, second] = [await run('barber', ...now, ...say(booking)), await run('barber', ...now, ...say(booking))]
    expect(withoutTimings(first.stdout)).to.equal(withoutTimings(second.stdout))
  })

  it('lets the caller be silent, press keys, interrupt, lose the process and hang up', async () => {
    const {turns, call} = await simulate(
      ...say(['хочу подстричься', '/silence', '/restart', 'завтра в три', '/barge ага', '/dtmf 1', '/hangup']),
    )
    const texts = turns.map(({role, text}) => `${role}: ${text}`)
    expect(texts).to.include('caller: [1]')
    expect(texts.filter((text) => text.startsWith('bot: Извините, связь прервалась.'))).to.have.length(1)
    expect(call).to.include({endReason: 'caller_hangup', status: 'completed'})
    expect(call.statesVisited).to.include('booking')
  })

  it('waits as long as it has promised before it notices a silence', async () => {
    const wait = 'погодите секунду'
    expect((await simulate(...say([wait, '/silence 25', 'я ещё здесь']))).call.endReason).to.equal('caller_hangup')
    const {turns} = await simulate(...say([wait, '/silence 25', '/silence 11', '/hangup']))
    expect(turns.at(-1)!.text).to.match(/\?$/)
    expect(turns.at(-2)!.text).to.match(/подожду/)
    expect((await simulate(...say([wait, '/silence 50']))).call).to.include({endReason: 'silence'})
    expect((await simulate(...say([wait, '/silence', '/silence 14']))).call.endReason).to.equal('silence')
  })

  it('takes a long silence for as many as the timers of a call would count', async () => {
    const {call} = await simulate(...say(['/silence 20', 'я ещё здесь']))
    expect(call).to.include({endReason: 'silence', durationSeconds: 20})
    expect((await simulate(...say(['/silence 6', '/silence 6', '/silence 8']))).call.endReason).to.equal('silence')
    expect((await simulate(...say(['/silence 3', '/silence 3']))).call.endReason).to.equal('caller_hangup')
  })

  it('ignores what the caller does after the bot has ended the call', async () => {
    const {turns, call} = await simulate(...say(['не звоните мне больше', 'алло', '/dtmf 1', '/restart', '/silence', '/hangup']))
    expect(call).to.include({outcome: 'do_not_call', endReason: 'bot_hangup', turnCount: 2})
    expect(turns.map(({role}) => role)).to.deep.equal(['bot', 'caller', 'bot'])
  })

  it('ends a call that has lasted as long as it may', async () => {
    writeFileSync(
      voicectl.path('short.yaml'),
      stringify({schema: 'voicectl/skillbase/v1', flow: {...barber, limits: {max_duration: '20s'}}}),
    )
    const {stdout} = await run(
      'short.yaml',
      ...now,
      ...say(['хочу подстричься', '/silence 6', 'минутку', 'завтра', 'в три', 'анна']),
      '--json',
    )
    const {call, turns} = JSON.parse(stdout) as CallReport
    expect(call).to.include({endReason: 'max_duration', status: 'completed', durationSeconds: 22})
    expect(turns.at(-1)).to.include({role: 'bot', text: 'Время разговора вышло. До свидания.'})
  })

  it('has a caller of the country of the bot when nobody says who calls', async () => {
    for (const [lang, caller] of [
      ['ru', '+79990000000'],
      ['en', '+12025550199'],
    ] as const) {
      const name = `blank-${lang}`
      await voicectl.run(['skillbase', 'create', name, '--lang', lang])
      const {stdout} = await voicectl.run(['call', 'simulate', name, '--now', '2020-01-01T10:00:00Z', '--say', 'hello', '--json'])
      expect((JSON.parse(stdout) as CallReport).call.caller, lang).to.equal(caller)
    }
  })

  it('knows who calls whom, and a caller who hides', async () => {
    const outbound = await simulate(
      '--direction',
      'outbound',
      '--caller',
      '+7 (903) 123-45-67',
      '--contact',
      'name=Анна=Мария',
      ...say(['алло']),
    )
    expect(outbound.call).to.include({caller: null, callee: '+79031234567', direction: 'outbound'})
    expect(outbound.turns[0]!.text).to.contain('бот барбершопа')
    const hidden = await simulate('--caller', '', ...say(['хочу подстричься завтра в три', 'анна', 'с этого номера']))
    expect(hidden.call.caller).to.equal(null)
    expect(hidden.turns.at(-1)!.text).to.contain('не определился')
  })

  it('reads a script from a file, from a pipe, and from stdin when asked to', async () => {
    writeFileSync(voicectl.path('caller.txt'), '# комментарий\n\nхочу подстричься\r\n  завтра в три  \n/hangup\n')
    const lines = ['хочу подстричься', 'завтра в три']
    const spoken = ({turns}: CallReport) => turns.filter(({role}) => role === 'caller').map(({text}) => text)
    expect(spoken(await simulate('--script', 'caller.txt'))).to.deep.equal(lines)
    const bin = fileURLToPath(new URL('../../../bin/dev.js', import.meta.url))
    const env = {HOME: voicectl.home, XDG_DATA_HOME: voicectl.path('.data'), XDG_CONFIG_HOME: voicectl.path('.config'), LANG: 'C'}
    for (const script of [[], ['--script', '-']]) {
      const {stdout} = await execa(process.execPath, [bin, 'call', 'simulate', 'barber', ...now, ...script, '--json'], {
        input: readFileSync(voicectl.path('caller.txt')),
        env,
        cwd: voicectl.home,
      })
      expect(spoken(JSON.parse(stdout) as CallReport)).to.deep.equal(lines)
    }
  })

  it('tells what was left of a script when the call was over, of whatever the caller would have done', async () => {
    const over = [...booking, 'и ещё вопрос', '/silence', '/state', '/dtmf 1', '/hangup']
    const said = await run('barber', '--version', '1', ...now, ...say(over))
    expect(said.stderr).to.match(/^The call was over before all was said: 3 lines of the caller left\.\nOutcome: lead\./)
    expect((await simulate('--version', '1', ...say(over))).unsaid).to.equal(3)
    expect(await simulate('--version', '1', ...say([...booking, '/hangup']))).not.to.have.property('unsaid')

    const bin = fileURLToPath(new URL('../../../bin/dev.js', import.meta.url))
    const env = {HOME: voicectl.home, XDG_DATA_HOME: voicectl.path('.data'), XDG_CONFIG_HOME: voicectl.path('.config'), LANG: 'ru_RU.UTF-8'}
    const argv = [bin, 'call', 'simulate', 'barber', '--version', '1', ...now]
    const piped = await execa(process.execPath, argv, {input: over.join('\n'), env, cwd: voicectl.home})
    expect(piped.stderr).to.contain('осталось реплик абонента — 3.')
  })

  it('answers a pipe that is held open line by line, and leaves when the caller does', async () => {
    const bin = fileURLToPath(new URL('../../../bin/dev.js', import.meta.url))
    const env = {HOME: voicectl.home, XDG_DATA_HOME: voicectl.path('.data'), XDG_CONFIG_HOME: voicectl.path('.config'), LANG: 'C'}
    const child = execa(process.execPath, [bin, 'call', 'simulate', 'barber', ...now], {env, cwd: voicectl.home, reject: false})
    let screen = ''
    const shows = (pattern: RegExp) =>
      new Promise<void>((resolve) => {
        const look = () => pattern.test(screen) && resolve()
        child.stdout.on('data', look)
        look()
      })
    child.stdout.on('data', (chunk) => (screen += String(chunk)))
    await shows(/Чем помочь\?/)
    child.stdin.write('# комментарий\n\nхочу подстричься\n')
    await shows(/На какой день\?/)
    child.stdin.write('завтра в три\nанна\n')
    await shows(/телефон\?/)
    child.stdin.write('/hangup\n')
    expect((await child).exitCode).to.equal(0)
    expect(screen).to.contain('Caller: анна').and.not.to.contain('комментарий')
  })

  it('hangs up at a line of a pipe that means nothing, and says which', async () => {
    const bin = fileURLToPath(new URL('../../../bin/dev.js', import.meta.url))
    const env = {HOME: voicectl.home, XDG_DATA_HOME: voicectl.path('.data'), XDG_CONFIG_HOME: voicectl.path('.config'), LANG: 'C'}
    const argv = [bin, 'call', 'simulate', 'barber', ...now]
    const {exitCode, stderr} = await execa(process.execPath, argv, {
      input: 'хочу подстричься\n/jump\nзавтра\n',
      env,
      cwd: voicectl.home,
      reject: false,
    })
    expect(exitCode).to.equal(2)
    expect(stderr).to.contain('The caller cannot do "/jump".')
    const [last] = (await voicectl.run(['call', 'list', '--limit', '1', '--json'])).json<Record<string, unknown>[]>()
    expect(last).to.include({status: 'completed', endReason: 'caller_hangup'})
  })

  it('names calls by when they were made, so that of the same simulated moment the last one made is the newest', async () => {
    const bin = fileURLToPath(new URL('../../../bin/dev.js', import.meta.url))
    const env = {HOME: voicectl.home, XDG_DATA_HOME: voicectl.path('.data'), XDG_CONFIG_HOME: voicectl.path('.config'), LANG: 'C'}
    const made: string[] = []
    for (let index = 0; index < 3; index++) {
      const argv = [bin, 'call', 'simulate', 'barber', ...now, '--say', 'алло', '--json']
      const {stdout} = await execa(process.execPath, argv, {env, cwd: voicectl.home})
      made.push((JSON.parse(stdout) as CallReport).call.id)
    }
    const listed = (await voicectl.run(['call', 'list', '--limit', '3', '--json'])).json<{id: string}[]>()
    expect(listed.map(({id}) => id)).to.deep.equal(made.toReversed())
  })

  it('takes a file instead of a name, and stores it first', async () => {
    writeFileSync(voicectl.path('other.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'other', flow: barber}))
    const {stderr, exitCode} = await run('other.yaml', ...now, '--say', 'алло')
    expect(exitCode).to.equal(0)
    expect(stderr).to.match(/^other: version 1, created\nOutcome: failed\. The record: `voicectl call show [0-9A-Z]{26}`\n$/)
  })

  it('shows people every turn, what was taken from it and where the conversation is', async () => {
    const {stdout, stderr} = await run('barber', ...now, ...say(['хочу подстричься', '/state']))
    expect(
      stdout
        .split('\n')
        .slice(0, 6)
        .map((line) => line.replace(/[\d.]+ ms/, 'N ms')),
    ).to.deep.equal([
      'Bot: Барбершоп Усы, голосовой помощник Марк. Чем помочь?',
      '  [greeting] · N ms',
      'Caller: хочу подстричься',
      'Bot: Понял, стрижка. На какой день?',
      '  [booking] · set service=haircut accepted · N ms',
      'state booking, waiting: ask date',
    ])
    expect(stdout).to.contain('  service: accepted haircut\n').and.contain('Caller: [hangs up]\n')
    expect(stderr).to.match(/^Outcome: failed/)
    const russian = await voicectl.run(['call', 'simulate', 'barber', ...now, '--say', 'алло'], {VOICECTL_LANG: 'ru'})
    expect(russian.stdout).to.contain('Абонент: алло\nБот: ').and.contain('[кладёт трубку]')
    expect(russian.stderr).to.contain('Исход: failed. Запись:')
    const state = await voicectl.run(['call', 'simulate', 'barber', ...now, ...say(['хочу подстричься', '/state'])], {VOICECTL_LANG: 'ru'})
    expect(state.stdout).to.contain('состояние booking, ждёт: ответ date\n  service: принято haircut\n  date: пусто\n')
  })

  it('D-20: uses the tools it is given, and books nothing without one', async () => {
    writeFileSync(
      voicectl.path('tools.yaml'),
      'calendar.check: [{when: {time: "15:00"}, return: {ok: false, alternatives: ["16:00"]}}, {return: {ok: true}}]\n',
    )
    const taken = await simulate('--tools', 'tools.yaml', ...say(booking.slice(0, 1)))
    expect(taken.turns.at(-1)!.text).to.match(/занято\. Свободно в (?:шестнадцать|четыре)/)
    const none = await simulate('--tools', 'none', ...say(booking))
    expect(none.call.outcome).not.to.equal('booked')
    expect(none.turns.map(({text}) => text)).not.to.include('Записал, ждём вас!')
  })

  it('says that whoever is called hears the greeting of whoever calls', async () => {
    writeFileSync(voicectl.path('shy.yaml'), 'schema: voicectl.scenario/v1\nid: shy\nstates: {a: {next: b}, b: {type: end}}\n')
    const {stderr} = await run('shy.yaml', ...now, '--direction', 'outbound', '--say', 'алло')
    expect(stderr).to.contain('no `greeting.outbound`')
    expect((await run('shy.yaml', ...now, '--say', 'алло')).stderr).to.not.contain('outbound')
    expect((await run('barber', ...now, '--direction', 'outbound', '--say', 'алло')).stderr).to.not.contain('outbound')
  })

  it('says what of the contact the bot counts on and the call does not know', async () => {
    const flow =
      'schema: voicectl.scenario/v1\nid: who\nfields: {me: {type: yesno, ask: "{{ contact.name }}, это вы?", on_fail: b}}\n' +
      'states: {a: {collect: [me], next: c}, b: {type: end}, c: {type: end, say: "Тайна на {{ contact.amount }}."}}\n'
    writeFileSync(voicectl.path('who.yaml'), flow)
    const {stdout, stderr} = await run('who.yaml', ...now, '--direction', 'outbound', '--say', 'да')
    expect(stderr).to.contain('contact.name').and.contain('contact.amount').and.contain('--contact name=')
    expect(stdout + stderr).not.to.contain('Тайна')
    const known = await run(
      'who.yaml',
      ...now,
      '--direction',
      'outbound',
      '--contact',
      'name=Анна',
      '--contact',
      'amount=сто',
      '--say',
      'да',
    )
    expect(known.stderr).not.to.contain('--contact')
    expect(known.stdout).to.contain('Тайна на сто')
  })

  it('D-42: finds every mistake in the command line before anything is stored', async () => {
    const wrong: [readonly string[], number, string][] = [
      [['--say', '/jump'], 2, 'UNKNOWN_ACTION'],
      [['--say', 'алло', '--say', '/dtmf x'], 2, 'UNKNOWN_ACTION'],
      [['--say', '/silence soon'], 2, 'UNKNOWN_ACTION'],
      [['--say', '/silence 99999'], 2, 'UNKNOWN_ACTION'],
      [['--say', '/barge'], 2, 'UNKNOWN_ACTION'],
      [['--say', 'a', '--caller', '8903'], 2, 'BAD_NUMBER'],
      [['--say', 'a', '--now', 'yesterday'], 2, 'BAD_TIME'],
      [['--say', 'a', '--now', '2026-03-11T10:30:00'], 2, 'BAD_TIME'],
      [['--say', 'a', '--version', 'newest'], 2, 'BAD_VERSION'],
      [['--say', 'a', '--contact', 'name'], 2, 'BAD_CONTACT'],
      [['--say', 'a', '--tools', 'nowhere.yaml'], 3, 'FILE_NOT_FOUND'],
      [['--say', 'a', '--seed', '-1'], 2, 'BAD_NUMBER_FLAG'],
      [['--script', 'nowhere.txt'], 3, 'FILE_NOT_FOUND'],
      [['--script', '.'], 2, 'FILE_UNREADABLE'],
      [['--script', 'latin.txt'], 2, 'NOT_UTF8'],
      // What Node makes of a byte that is no UTF-8.
      [['--say', 'хочу \uFFFD'], 2, 'NOT_UTF8'],
      [['--say', 'a', '--version', '99'], 3, 'VERSION_NOT_FOUND'],
      [['--say', 'a', '--version', 'published'], 7, 'NOT_PUBLISHED'],
      [['--say', 'a', '--mode', 'full'], 2, 'LLM_NOT_CONFIGURED'],
    ]
    writeFileSync(voicectl.path('latin.txt'), Buffer.from([...Buffer.from('хочу'), 0xff]))
    const calls = async () => (await voicectl.run(['call', 'list', '--limit', '1000', '--json'])).json<unknown[]>().length
    const before = await calls()
    for (const [argv, exitCode, code] of wrong) {
      const result = await run('barber', ...argv, '--json')
      if (code !== 'BAD_NUMBER_FLAG') expect(result.json<{error: {code: string}}>().error.code, argv.join(' ')).to.equal(code)
      expect(result.exitCode, argv.join(' ')).to.equal(exitCode)
    }
    expect((await run('nobody', '--say', 'a')).exitCode).to.equal(3)
    const noFile = await run('nowhere.yaml', '--say', 'a')
    expect(noFile).to.include({exitCode: 3})
    expect(noFile.stderr).to.contain('There is no file nowhere.yaml.')
    expect((await run('barber', '--script', '.')).stderr).to.contain('. is a folder, not a file.')
    expect(await calls()).to.equal(before)
    expect((await voicectl.run(['call', 'list', '--status', 'active', '--json'])).json<unknown[]>()).to.deep.equal([])
  })
})

const withoutIds = (text: string): string => text.replaceAll(/\b[0-9A-Z]{26}\b/g, 'ID')
const withoutTimings = (text: string): string => text.replaceAll(/[\d.]+ ms/g, 'N ms')
