import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {parse} from 'yaml'
import {cli} from '../helpers/cli.ts'
import {shop} from '../helpers/scenario-tests.ts'

/** Without what is another time another. */
const lasting = (report: unknown): unknown =>
  JSON.parse(JSON.stringify(report, (key, value: unknown) => (key === 'durationMs' || key === 'message' ? undefined : value)))

describe('a report with a list in it', () => {
  const voicectl = cli()
  before(() => {
    writeFileSync(voicectl.path('shop.yaml'), `schema: voicectl.scenario/v1\n${shop}`)
    writeFileSync(voicectl.path('shop.test.yaml'), 'scenario: shop.yaml\ncases:\n  - {name: later, skip: not yet, turns: [{user: x}]}\n')
    writeFileSync(voicectl.path('bad.yaml'), 'schema: voicectl/skillbase/v1\nslug: bad\nflow: {statez: {}}\n')
  })

  for (const [argv, header, row] of [
    [['doctor'], 'CHECK,STATUS,MESSAGE,FIX', /^node,ok,Node /m],
    [
      ['scenario', 'test', 'shop.test.yaml'],
      'FILE,LINE,BOT,CASE,STATUS,OUTCOME,MS,WHY',
      /^shop\.test\.yaml,\d+,[^,]+,later,skipped,,0,not yet$/m,
    ],
    [['skillbase', 'lint', 'bad.yaml'], 'SOURCE,LINE,COLUMN,SEVERITY,CODE,PATH,MESSAGE', /^bad\.yaml,\d*,\d*,error,/m],
    [['skillbase', 'validate', 'bad.yaml'], 'SOURCE,LINE,COLUMN,SEVERITY,CODE,PATH,MESSAGE', /^bad\.yaml,\d*,\d*,error,/m],
  ] as const) {
    it(`has the four formats of a list: ${argv.join(' ')}`, async () => {
      const csv = await voicectl.run([...argv, '-o', 'csv'])
      expect(csv.stdout.split('\n')[0]).to.equal(header)
      expect(csv.stdout).to.match(row)
      const json = JSON.parse((await voicectl.run([...argv, '-o', 'json'])).stdout)
      const yaml = parse((await voicectl.run([...argv, '-o', 'yaml'])).stdout)
      expect(lasting(yaml)).to.deep.equal(lasting(json))
      const table = await voicectl.run(argv)
      expect(table.stdout).not.to.contain(header)
      expect(table.exitCode).to.equal(csv.exitCode)
    })
  }

  it('is asked for in one form', async () => {
    for (const argv of [
      ['doctor', '-o', 'csv'],
      ['call', 'list', '-o', 'table'],
      ['company', 'list', '--output=yaml'],
    ]) {
      const {stdout, exitCode} = await voicectl.run([...argv, '--json'])
      expect(exitCode, argv.join(' ')).to.equal(2)
      expect((JSON.parse(stdout) as {error: {message: string}}).error.message).to.match(/^--json and -o \w+ exclude each other\.$/)
    }
    for (const argv of [['-o', 'json', '--json'], ['--json']])
      expect((await voicectl.run(['company', 'list', ...argv])).exitCode).to.equal(0)
  })

  it('is told from a command that gives none, whose JSON is named', async () => {
    const {stderr, exitCode} = await voicectl.run(['version', '-o', 'yaml'])
    expect(stderr).to.contain('There is no flag -o.').and.to.contain('`--json` prints all of its result')
    expect(exitCode).to.equal(2)
  })
})
