import {mkdirSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {skillbaseTemplates} from '../../../src/project/templates.ts'
import {templatesFolder} from '../../../src/templates-folder.ts'
import {cli} from '../../helpers/cli.ts'

type Row = Readonly<Record<string, unknown>>

const bot = (id: string, more = '') => `schema: voicectl.scenario/v1\nid: ${id}\nstates: {a: {next: b${more}}, b: {type: end}}\n`
const brief =
  'company_name: Acme\nbot_name: Ann\ngoal: take an order\nfields_to_collect:\n  - {name: order, description: "What would you like?"}\n'

describe('what people mistake about skillbases', () => {
  const voicectl = cli()
  const run = (...argv: string[]) => voicectl.run(['skillbase', ...argv])
  const write = (name: string, text: string) => writeFileSync(voicectl.path(name), text)
  before(async () => {
    write('bot.yaml', bot('bot'))
    await run('apply', '-f', 'bot.yaml')
  })

  it('a brief speaks the language that the command line names', async () => {
    write('brief.yaml', brief)
    await run('create', 'Acme', '--from-brief', 'brief.yaml', '--lang', 'en')
    const {stdout} = await run('export', 'acme')
    expect(stdout).to.contain('default: en').and.contain('Let me check').and.not.match(/[а-я]/)
  })

  it('a folder of several is refused where one file is taken', async () => {
    mkdirSync(voicectl.path('many'))
    for (const name of ['x', 'y', 'z']) write(`many/${name}.yaml`, bot(name))
    for (const argv of [
      ['import', 'many'],
      ['create', 'x', '--from-brief', './many'],
      ['prompt', './many'],
    ]) {
      const {exitCode, stderr} = await run(...argv)
      expect(exitCode, argv.join(' ')).to.equal(2)
      expect(stderr, argv.join(' ')).to.contain('is a folder of 3 files').and.contain('skillbase apply')
    }
    expect((await run('list', '--json')).json<Row[]>().map(({slug}) => slug)).to.not.include('x')
  })

  it('a version is a whole number from 1 on', async () => {
    for (const [argv, sentence] of [
      [['bot', 'a', 'b'], 'FROM must be a whole number, not "a".'],
      [['bot', '1.5'], 'FROM must be a whole number, not "1.5".'],
      [['bot', '1', 'x'], 'TO must be a whole number, not "x".'],
      [['bot', '0', '1'], 'FROM must be at least 1, not "0".'],
    ] as const) {
      const result = await run('diff', ...argv, '--json')
      expect(result.exitCode, argv.join(' ')).to.equal(2)
      expect(result.json<{error: Row}>().error).to.include({code: 'BAD_VALUE', message: sentence})
    }
  })

  it('a value that was cut is quoted to its end', async () => {
    write('long.yaml', `schema: voicectl/skillbase/v1\nslug: ${'X'.repeat(100)}\nflow: {}\n`)
    expect((await run('apply', '-f', 'long.yaml')).stderr).to.match(/not "X+…"/)
  })

  it('a file in the place of a folder is one usage error', async () => {
    const {exitCode, stderr} = await run('export', 'bot', '--out', 'bot.yaml/x.yaml')
    expect(exitCode).to.equal(2)
    expect(stderr).to.match(/bot\.yaml\/x\.yaml cannot be written: .*bot\.yaml is a file, not a folder\./)
  })

  it('one version cannot be compared, and what answers calls cannot be gone back to', async () => {
    expect((await run('diff', 'bot')).stderr).to.contain('bot: there is only version 1.')
    await run('publish', 'bot')
    expect((await run('rollback', 'bot', '--to', '1')).stderr).to.contain('Version 1 of "bot" answers calls already.')
  })

  it('the author is whoever is logged in, also where the environment does not say', async () => {
    const environment = {USER: '', USERNAME: ''}
    write('authored.yaml', bot('authored'))
    await voicectl.run(['skillbase', 'apply', '-f', 'authored.yaml'], environment)
    const [version] = (await run('history', 'authored', '--json')).json<Row[]>()
    expect(version!['author']).to.be.a('string').and.not.equal('')
  })

  it('the help of create names every template, and one of a single language needs no --lang', async () => {
    const {stdout} = await run('create', '--help')
    for (const {name} of skillbaseTemplates(templatesFolder())) expect(stdout.replaceAll(/\s+/g, ' ')).to.contain(name)
    expect((await run('create', 'Долги', '--template', 'debt-reminder')).exitCode).to.equal(0)
    expect((await run('export', 'dolgi')).stdout).to.match(/[а-я]/)
  })

  it('a name holds nothing that controls a terminal, wherever it comes from', async () => {
    write('named.yaml', `schema: voicectl/skillbase/v1\nname: "a\\eb"\nflow: {states: {a: {type: end}}}\n`)
    const {exitCode, stdout} = await run('validate', 'named.yaml')
    expect(exitCode).to.equal(2)
    expect(stdout).to.contain('control characters')
    for (const argv of [
      ['create', 'a\u001Bb', '--slug', 'c'],
      ['clone', 'bot', 'c', '--name', 'a\u001Bb'],
      ['import', 'bot.yaml', '--name', 'a\nb'],
    ]) {
      const result = await run(...argv, '--json')
      expect(result.json<{error: Row}>().error['code'], argv.join(' ')).to.equal('NAME_INVALID')
    }
  })

  it('a guess ends the sentence, and letters that changed places are one mistake', async () => {
    write('guess.yaml', `schema: voicectl.scenario/v1\nid: guess\nfields: {n: {type: number, mni: 1}}\nstates: {a: {type: end}}\n`)
    const {stderr} = await run('apply', '-f', 'guess.yaml')
    expect(stderr).to.contain('did you mean min?').and.not.contain('?.')
  })

  it('a picture has its labels whole', async () => {
    const goal = 'Выяснить, какую стрижку хочет клиент, у какого мастера, в какой день и в котором часу ему удобно прийти'
    write('long.yaml', bot('long', `, goal: "${goal}"`))
    const {stdout} = await run('graph', 'long.yaml', '--format', 'svg')
    const shown = [...stdout.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
    expect(shown.join(' ')).to.contain(goal)
    expect(stdout).to.not.contain('…')
  })
})
