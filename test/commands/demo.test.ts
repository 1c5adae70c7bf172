import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect} from 'chai'
import type {Bilingual} from '../../src/bilingual.ts'
import type {CallReport} from '../../src/call/simulate/call-report.ts'
import {demoFromTerminal} from '../../src/cli/demo.ts'
import {cancelled} from '../../src/cli/interrupt.ts'
import {loadOclif} from '../../src/cli/load-oclif.ts'
import {systemClock} from '../../src/clock.ts'
import {cli} from '../helpers/cli.ts'
import {exampleCalls} from '../helpers/examples.ts'
import {rejection} from '../helpers/temp-dir.ts'

describe('demo', () => {
  const voicectl = cli()
  const temporary = () => voicectl.path('tmp')
  before(() => mkdirSync(temporary()))
  const run = (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    voicectl.run(['demo', ...argv], {TMPDIR: temporary(), ...env})

  const talks = [
    ['ru', 'здравствуйте хочу записаться на стрижку', 'Готово, записала вас. Ждём, до встречи!', /^Анна, \+79031234567/],
    ['en', "hello i'd like to book a haircut", 'All done, you are booked. See you then!', /^Emma Watson, \+12025550143/],
  ] as const
  for (const [lang, first, last, lead] of talks) {
    it(`books a visit in ${lang}, at any hour of any day, and leaves nothing behind`, async () => {
      const {stdout, exitCode} = await run(['--lang', lang, '--json'])
      expect(exitCode).to.equal(0)
      const report = JSON.parse(stdout) as CallReport & {project?: string}
      expect(report.call).to.include({status: 'completed', outcome: 'booked', outcomeKind: 'lead', language: lang, mode: 'off'})
      expect(report.fields).to.include({service: 'haircut', time: '16:00'})
      expect(`${report.lead!.name}, ${report.lead!.phone}`).to.match(lead)
      expect(report.turns[1]).to.include({role: 'caller', text: first})
      expect(report.turns.at(-1)).to.include({role: 'bot', text: last})
      expect(report.call.durationSeconds).to.be.within(20, 120)
      expect(report).not.to.have.property('project')
      expect(readdirSync(temporary())).to.deep.equal([])
      expect(existsSync(voicectl.path('.data'))).to.equal(false)
    })
  }

  it('shows every turn, the record, the lead and what to type next', async () => {
    const {stdout, stderr} = await run([])
    expect(stdout).to.match(/^Bot: .+\n {2}\[greeting\] · [\d.]+ ms\nCaller: hello/)
    expect(stdout).to.contain('tool calendar.book').and.contain('outcome booked (lead)')
    expect(stdout).to.match(/\n[0-9A-Z]{26} {2}salon@1 {2}inbound {2}simulated {2}\+12025550199\n/)
    expect(stdout)
      .to.contain('Fields:\n  service: haircut\n')
      .and.match(/Lead: Emma Watson, \+12025550143 \(new\)\n$/)
    expect(stderr).to.match(/^A caller rings the salon\. Everything is real but the phone line and the calendar/)
    expect(stderr).to.match(
      /What the call left behind:[\s\S]*Your own bot:\n {2}voicectl init my-bot --template salon --lang en --name "Elegant Salon"\n/,
    )
  })

  it('speaks Russian to whoever reads Russian', async () => {
    const {stdout, stderr} = await run([], {VOICECTL_LANG: 'ru'})
    expect(stdout)
      .to.match(/^Бот: /)
      .and.contain('Абонент: здравствуйте')
      .and.contain('записано date=')
      .and.contain('инструмент calendar.book')
      .and.contain('исход booked (лид), трубку положил бот')
      .and.match(/\n[0-9A-Z]{26} {2}salon@1 {2}входящий {2}симуляция {2}\+79990000000\n/)
      .and.match(/Лид: Анна, \+79031234567 \(новый\)\n$/)
    // What is left in English are ids and values.
    expect(stdout).not.to.match(/\b(?:accepted|candidate|confirmed|inbound|simulated|completed|hangup|lead|new|ok)\b/)
    expect(stderr).to.contain('В салон звонит клиент.').and.contain('Что осталось после звонка:').and.contain('Свой бот:')
  })

  it('names the variable and the folder when nothing can be made among the temporary files', async () => {
    writeFileSync(voicectl.path('file'), '')
    const missing = await run([], {TMPDIR: voicectl.path('gone')})
    expect(missing.stderr)
      .to.contain('TEMPORARY_FOLDER')
      .and.contain(`${voicectl.path('gone')} (TMPDIR): there is no such folder`)
      .and.contain('Set TMPDIR')
    expect(missing.exitCode).to.equal(3)
    expect(await run([], {TMPDIR: voicectl.path('file')})).to.include({exitCode: 2})
  })

  it('offers no record of a call that was broken off: it is gone with its project', async () => {
    const stop = new AbortController()
    const lines: string[] = []
    const say = ({en}: Bilingual) => void lines.push(en)
    const talk = {json: false, lang: 'en', print: () => stop.abort(cancelled()), say, caution: say, interrupted: stop.signal} as const
    const before = {TMPDIR: process.env['TMPDIR']}
    process.env['TMPDIR'] = temporary()
    try {
      for (const keep of [false, true])
        expect(await rejection(demoFromTerminal({lang: 'en', keep}, {clock: systemClock}, talk))).to.include({code: 'CANCELLED'})
    } finally {
      if (before.TMPDIR === undefined) delete process.env['TMPDIR']
      else Object.assign(process.env, before)
    }
    expect(lines.join('\n')).not.to.match(/stored|call show/)
    expect(readdirSync(temporary()).filter((name) => name.startsWith('voicectl-demo-'))).to.deep.equal([])
  })

  it('names only commands that exist', async () => {
    const config = await loadOclif({fromSource: true}, {})
    for (const argv of [[], ['--keep']]) {
      const {stderr} = await run(argv)
      const lines = [...stderr.matchAll(/^ {2}voicectl (.+)$/gm)].map(([, line]) => line!)
      expect(lines.length).to.be.greaterThan(2)
      for (const line of lines) {
        const words = line.split(' ')
        expect(config.findCommand(`${words[0]}:${words[1]}`) ?? config.findCommand(words[0]!), line).to.not.equal(undefined)
      }
    }
    expect(exampleCalls(await config.findCommand('demo')!.load(), config)).to.have.length(3)
  })

  it('keeps a project that works when asked to', async () => {
    const {project, call} = (await run(['--keep', '--lang', 'ru', '--json'])).json<CallReport & {project: string}>()
    expect(readdirSync(project)).to.include.members(['voicectl.yaml', 'skillbases', '.voicectl'])
    expect(readdirSync(join(project, '.voicectl', 'spool'))).to.deep.equal([])
    const own = {VOICECTL_DATABASE_URL: `sqlite:${join(project, '.voicectl', 'voicectl.db')}`}
    const shown = (await voicectl.run(['call', 'show', call.id, '--json'], own)).json<CallReport>()
    expect(shown.call).to.deep.equal(call)
    expect((await voicectl.run(['call', 'simulate', 'salon', '--say', 'алло'], own)).exitCode).to.equal(0)
  })

  it('D-42: knows two languages and says so', async () => {
    expect(await run(['--lang', 'fr'])).to.include({exitCode: 2})
  })
})
