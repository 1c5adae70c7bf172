import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {expect} from 'chai'
import type {SuiteView} from '../../../src/scenario-test/report/json.ts'
import {cli} from '../../helpers/cli.ts'
import {shop} from '../../helpers/scenario-tests.ts'
import {xmlFault} from '../../helpers/well-formed.ts'

const flow = `schema: voicectl.scenario/v1\nid: shop\n${shop}`

const tests = `
scenario: ../bots/shop.yaml
tools: {stock.check: {return: {ok: true}}, stock.take: {return: {ok: true}}}
cases:
  - name: buys tea
    tags: [smoke]
    turns: [{user: чай}, {user: две}, {user: нет}, {user: на этот же}]
    expect: {outcome: lead, end: bot}
  - name: hears no beer
    tags: [rules, slow]
    turns: [{user: пиво, expect: {says: Пива нет, max_ms: 500}}]
`

describe('scenario test', () => {
  const voicectl = cli()
  const write = (name: string, text: string) => {
    mkdirSync(dirname(voicectl.path(name)), {recursive: true})
    writeFileSync(voicectl.path(name), text)
  }
  before(() => {
    write('bots/shop.yaml', flow)
    write('tests/shop.test.yaml', tests)
  })

  it('runs tests/ of the project by default, from any folder inside it', async () => {
    const {stdout, stderr, exitCode} = await voicectl.run(['scenario', 'test'])
    expect(stdout).to.match(/^tests\/shop\.test\.yaml \(shop\.yaml\)\n {2}ok {7}buys tea {2}\d+ ms\n {2}ok {7}hears no beer/)
    expect(stdout).to.match(/\n2 passed, 0 failed, 0 skipped in \d+\.\d s\n$/)
    expect(stderr).to.equal('')
    expect(exitCode).to.equal(0)
  })

  it('runs the files, folders and patterns that are named, each once', async () => {
    const files = async (...paths: string[]) =>
      (await voicectl.run(['scenario', 'test', ...paths, '--json'])).json<SuiteView>().files.map(({file}) => file)
    expect(await files('tests')).to.deep.equal(['tests/shop.test.yaml'])
    expect(await files('tests/*.test.yaml', 'tests/shop.test.yaml', 'tests')).to.deep.equal(['tests/shop.test.yaml'])
  })

  it('chooses cases by tag and by name', async () => {
    const names = async (...flags: string[]) =>
      (await voicectl.run(['scenario', 'test', ...flags, '--json']))
        .json<SuiteView>()
        .files.flatMap(({cases}) => cases.map(({name}) => name))
    expect(await names('--tag', 'smoke')).to.deep.equal(['buys tea'])
    expect(await names('--tag', 'smoke', '--tag', 'slow')).to.deep.equal(['buys tea', 'hears no beer'])
    expect(await names('--case', 'BEER')).to.deep.equal(['hears no beer'])
    expect(await names('--tag', 'smoke', 'tests/shop.test.yaml')).to.deep.equal(['buys tea'])
    const none = await voicectl.run(['scenario', 'test', '--tag', 'smok'])
    expect(none.exitCode).to.equal(2)
    expect(none.stderr).to.contain('NO_CASES').and.to.contain('Known tags: rules, slow, smoke.')
  })

  it('fails with 1, the conversation and the difference', async () => {
    write('red/red.test.yaml', tests.replace('end: bot', 'end: caller').replace('Пива нет', 'Пиво есть'))
    const {stdout, exitCode} = await voicectl.run(['scenario', 'test', 'red'])
    expect(exitCode).to.equal(1)
    expect(stdout).to.contain('    > bot     Пива нет.').and.to.contain('        expected  Пиво есть\n        actual    Пива нет.')
    const {files, ...view} = (await voicectl.run(['scenario', 'test', 'red', '-o', 'json'])).json<SuiteView>()
    expect(view).to.include({status: 'failed', passed: 0, failed: 2, skipped: 0})
    expect(files[0]!.cases[0]).to.deep.include({name: 'buys tea', status: 'failed', outcome: 'lead', line: 5})
    expect(files[0]!.cases[0]!.failures).to.deep.equal([
      {check: 'end', expected: 'caller', actual: 'bot (bot_hangup)', message: 'end: expected caller, actual bot (bot_hangup)', line: 5},
    ])
    expect(files[0]!.cases[1]!.failures[0]).to.include({turn: 1, check: 'says.contains', line: 11})
    const bailed = (await voicectl.run(['scenario', 'test', 'red', '--bail', '--json'])).json<SuiteView>()
    expect(bailed).to.include({failed: 1})
  })

  it('writes JUnit and annotations beside the result', async () => {
    write('red/red.test.yaml', tests.replace('Пива нет', 'Пиво есть'))
    const {stdout} = await voicectl.run(['scenario', 'test', 'red', '--junit', 'out.xml', '--github'])
    expect(stdout).to.match(
      /^::error file=red\/red\.test\.yaml,line=11,title=hears no beer::turn 1: says\.contains: expected Пиво есть, actual Пива нет\./m,
    )
    const xml = readFileSync(voicectl.path('out.xml'), 'utf8')
    expect(xmlFault(xml)).to.equal(undefined)
    expect(xml).to.contain('tests="2" failures="1"')
    const json = await voicectl.run(['scenario', 'test', 'red', '--github', '--json'])
    expect(json.json<SuiteView>().failed).to.equal(1)
    expect(json.stderr).to.contain('::error file=red/red.test.yaml,line=11')
  })

  it('writes JUnit to stdout for -, the results then to stderr, and refuses a second form there', async () => {
    const {stdout, stderr, exitCode} = await voicectl.run(['scenario', 'test', '--junit', '-'])
    expect(exitCode).to.equal(0)
    expect(xmlFault(stdout)).to.equal(undefined)
    expect(stdout).to.match(/^<\?xml/)
    expect(stderr).to.contain('2 passed, 0 failed')
    for (const form of [['--json'], ['-o', 'csv']]) {
      const refused = await voicectl.run(['scenario', 'test', '--junit', '-', ...form])
      expect(refused.exitCode, form.join(' ')).to.equal(2)
    }
  })

  it('writes the report where it is wanted, also into folders that are not there yet', async () => {
    const {exitCode} = await voicectl.run(['scenario', 'test', '--junit', 'reports/today/j.xml'])
    expect(exitCode).to.equal(0)
    expect(xmlFault(readFileSync(voicectl.path('reports/today/j.xml'), 'utf8'))).to.equal(undefined)
  })

  it('says before the tests run that a report cannot be written', async () => {
    const {exitCode, stdout, stderr} = await voicectl.run(['scenario', 'test', '--junit', 'tests'])
    expect(exitCode).to.be.greaterThan(1)
    expect(stdout).to.equal('')
    expect(stderr).to.contain('tests')
  })

  it('holds the suite to a coverage, and lists what is missing', async () => {
    const {stdout, exitCode} = await voicectl.run(['scenario', 'test', '--min-coverage', '100'])
    expect(exitCode).to.equal(1)
    expect(stdout)
      .to.match(/Coverage shop\.yaml: [\d.]+ %/)
      .and.to.contain('not hit, states: sorry')
    expect((await voicectl.run(['scenario', 'test', '--min-coverage', '50'])).exitCode).to.equal(0)
  })

  it('exits with 2 for what cannot be run, and names every mistake of every file', async () => {
    write('bad/a.test.yaml', tests.replace('user: пиво', 'usr: пиво'))
    write('bad/b.test.yaml', tests.replace('outcome: lead', 'outcome: leed'))
    write('bad/c.test.yaml', tests.replace('bots/shop', 'bots/shoe'))
    const {stdout, stderr, exitCode} = await voicectl.run(['scenario', 'test', 'bad'])
    expect(exitCode).to.equal(2)
    expect(stdout).to.equal('')
    expect(stderr).to.contain('bad/a.test.yaml:11:14: cases[1].turns[0].usr: there is no key "usr" here; did you mean user?')
    expect(stderr).to.contain('bad/b.test.yaml:8:14: cases[0].expect.outcome: the bot has no outcome "leed"; did you mean lead?')
    expect(stderr).to.contain('There is no scenario').and.to.contain('bots/shoe.yaml')
    expect((await voicectl.run(['scenario', 'test', 'bots'])).exitCode).to.equal(2)
    // As everywhere: what was named does not exist.
    for (const path of ['nowhere', 'nowhere.test.yaml', 'nowhere/*.test.yaml'])
      expect((await voicectl.run(['scenario', 'test', path])).exitCode, path).to.equal(3)
    write('broken/flow.yaml', flow.replace('to: send', 'to: sent'))
    write('broken/x.test.yaml', tests.replace('../bots/shop.yaml', 'flow.yaml'))
    // Told with the test that names it: of many files that is the one to look into.
    const broken = await voicectl.run(['scenario', 'test', 'broken'])
    expect(broken.exitCode).to.equal(2)
    expect(broken.stderr).to.match(/broken\/x\.test\.yaml:\d+:\d+: scenario: \S+broken\/flow\.yaml:\d+:\d+: .*there is no state "sent"/)
    expect(stderr).to.match(/bad\/c\.test\.yaml:\d+:\d+: scenario: There is no scenario \S+bots\/shoe\.yaml\./)
  })

  it('tests a stored skillbase, the newest version unless another is named', async () => {
    write('stored/shop.test.yaml', tests.replace('scenario: ../bots/shop.yaml', 'skillbase: shop'))
    expect((await voicectl.run(['scenario', 'test', 'stored'])).stderr).to.contain('SKILLBASE_NOT_FOUND')
    await voicectl.run(['skillbase', 'apply', '-f', 'bots/shop.yaml'])
    expect((await voicectl.run(['scenario', 'test', 'stored'])).stdout).to.contain('2 passed')
    write('stored/shop.test.yaml', tests.replace('scenario: ../bots/shop.yaml', 'skillbase: shop@2'))
    const {stderr, exitCode} = await voicectl.run(['scenario', 'test', 'stored'])
    expect(stderr).to.contain('VERSION_NOT_FOUND')
    expect(exitCode).to.equal(2)
  })
})
