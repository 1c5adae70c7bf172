import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {CallReport} from '../../../src/call/simulate/call-report.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'

describe('call simulate --tools FILE', () => {
  const voicectl = cli()
  before(async () => {
    writeFileSync(voicectl.path('barber.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', flow: barber}))
    await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml'])
  })
  const simulate = async (tools: string, lines: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    writeFileSync(voicectl.path('tools.yaml'), tools)
    const said = lines.flatMap((line) => ['--say', line])
    return voicectl.run(
      ['call', 'simulate', 'barber', '--now', '2026-03-11T10:30:00+03:00', ...said, '--tools', 'tools.yaml', '--json'],
      env,
    )
  }
  const wish = ['хочу подстричься завтра в три']

  it('answers as scenario tests do: an error the first time, then a slot', async () => {
    const {json} = await simulate('calendar.check: [{error: broken, times: 1}, {return: {ok: true}}]', [...wish, 'тогда в пять'])
    const {turns, fields} = json<CallReport>()
    expect(turns.at(-1)!.text).to.equal('Как вас зовут?')
    expect(fields).to.include({date: '2026-03-12', time: '17:00'})
  })

  it('takes the time it is said to take, on the clock of the call', async () => {
    const seconds = async (tools: string) => (await simulate(tools, wish)).json<CallReport>().call.durationSeconds!
    const quick = await seconds('calendar.check: {return: {ok: true}}')
    expect(await seconds('calendar.check: {delay: 3, return: {ok: true}}')).to.equal(quick + 3)
  })

  it('has failed when it takes longer than the flow waits', async () => {
    const late = (await simulate('calendar.check: {delay: 60, return: {ok: false, alternatives: ["16:00"]}}', wish)).json<CallReport>()
    expect(late.turns.at(-1)!.text).not.to.contain('занято')
    expect(late.call.durationSeconds).to.be.lessThan(30)
  })

  const wrong: readonly (readonly [string, string, string])[] = [
    [
      'calendar.chek: {return: {ok: true}}',
      'tools.yaml:1:1: ["calendar.chek"]: the bot has no tool "calendar.chek"; did you mean calendar.check?',
      'у бота нет инструмента',
    ],
    [
      'calendar.check: [{return: {ok: true}}, {retrun: {}}]',
      'tools.yaml:1:41: ["calendar.check"][1].retrun: there is no key "retrun" here; did you mean return?',
      'здесь нет ключа',
    ],
    [
      'calendar.check: [{}]',
      'tools.yaml:1:18: ["calendar.check"][0]: needs return, error, delay or crash',
      'нужно return, error, delay или crash',
    ],
    [
      'calendar.check: {crash: true}',
      'tools.yaml:1:1: ["calendar.check"][0].crash: is for scenario tests; use /restart here',
      'только для сценарных тестов',
    ],
    ['calendar.check: [', 'tools.yaml:', 'tools.yaml:'],
    ['', 'tools.yaml: the file is empty', 'файл пустой'],
  ]
  it('is refused with the place and the reason, in both languages, before anybody talks', async () => {
    const before = (await voicectl.run(['call', 'list', '--json'])).json<unknown[]>().length
    for (const [tools, en, ru] of wrong) {
      writeFileSync(voicectl.path('tools.yaml'), tools)
      for (const [lang, sentence] of [
        ['en', en],
        ['ru', ru],
      ] as const) {
        const argv = ['call', 'simulate', 'barber', '--say', 'алло', '--tools', 'tools.yaml']
        const {exitCode, stderr} = await voicectl.run(argv, {VOICECTL_LANG: lang})
        expect(exitCode, tools).to.equal(2)
        expect(stderr).to.contain('(BAD_TOOLS_FILE)').and.contain(sentence)
      }
    }
    expect((await voicectl.run(['call', 'list', '--json'])).json<unknown[]>()).to.have.length(before)
  })
})
