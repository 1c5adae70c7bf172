import {expect} from 'chai'
import type {ShownPrompt} from '../../../src/cli/skillbase-prompt.ts'
import {templatesFolder} from '../../../src/templates-folder.ts'
import {cli} from '../../helpers/cli.ts'
import {fixturePath} from '../../helpers/skillbases.ts'

const debts = `${templatesFolder()}/skillbases/debt-reminder.ru.yaml`
const salon = `${templatesFolder()}/skillbases/salon.ru.yaml`
const now = ['--now', '2026-03-11T10:30:00+03:00']

describe('skillbase prompt', () => {
  const voicectl = cli()
  const run = (...argv: string[]) => voicectl.run(['skillbase', 'prompt', ...argv], {VOICECTL_LANG: 'ru'})
  const shown = async (...argv: string[]) => (await run(...argv, '--json')).json<ShownPrompt>()

  it('shows every message that would be sent, and how large each is', async () => {
    const {messages, tokens, system} = await shown(debts, ...now, '--contact', 'name=Анна', '--say', 'да, это я')
    expect(messages.map(({role}) => role)).to.deep.equal(['system', 'user', 'assistant', 'user'])
    expect(messages[0]!.content).to.equal(system)
    expect(messages[2]!.content).to.match(/Анна, это вы\?$/)
    const last = messages.at(-1)!.content
    expect(last).to.match(/^Сейчас: 2026-03-11, среда, 10:30 \(Europe\/Moscow\)\nШаг: identify/)
    expect(last).to.match(/<<О_СОБЕСЕДНИКЕ ([0-9a-f]{12})\n\{"name":"Анна"\}\n\1 О_СОБЕСЕДНИКЕ>>/)
    expect(last).to.match(/<<СКАЗАНО ([0-9a-f]{12})\nда, это я\n\1 СКАЗАНО>>$/)
    const sum = messages.reduce((all, message) => all + message.tokens, 0)
    expect(tokens).to.be.within(sum + 1, sum + 40)
  })

  it('prints them one under the other, with a place for words nobody has quoted', async () => {
    const {stdout, stderr} = await run(debts, ...now)
    const heads = [...stdout.matchAll(/^--- (\w+), (\d+ \S+) ---$/gm)]
    expect(heads.map(([, role]) => role)).to.deep.equal(['system', 'user', 'assistant', 'user'])
    for (const [, , size] of heads)
      expect(size).to.match(/^\d*(?:1[0-9] токенов|[02-9]?1 токен|[02-9]?[2-4] токена|[02-9]?[05-9] токенов)$/)
    expect(stdout).to.contain('\n(здесь слова звонящего)\n')
    expect(stderr).to.match(/^Всего примерно \d+ токен(?:|а|ов)\.\n$/)
  })

  it('tells a role once, and a bot of two languages that the system switches', async () => {
    const {system} = await shown(salon)
    expect(system!.match(/^Роль:|[^а-я]Роль:/gm)).to.have.length(1)
    const {system: bilingual} = await shown(fixturePath('graph.yaml'))
    expect(bilingual).to.contain('Сейчас отвечайте по-русски; язык переключает система.').and.not.contain('только по-русски')
    expect((await shown(debts)).system).to.contain('Отвечайте только по-русски.')
  })

  it('asks nobody anything in mode off, and refuses a moment that is none', async () => {
    expect(await shown(debts, '--mode', 'off')).to.deep.include({system: null, messages: [], tokens: 0})
    expect((await run(debts, '--now', 'tomorrow')).exitCode).to.equal(2)
    expect((await run(debts, '--contact', 'name')).exitCode).to.equal(2)
  })
})
