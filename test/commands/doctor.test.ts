import {expect} from 'chai'
import type {DoctorReport} from '../../src/cli/doctor/report.ts'
import {cli} from '../helpers/cli.ts'

describe('doctor', () => {
  const voicectl = cli()

  it('succeeds on a fresh machine and prints a finding a line', async () => {
    const {stdout, exitCode} = await voicectl.run(['doctor'])
    expect(stdout)
      .to.match(/^ok +node +Node \d+/)
      .and.to.match(/^ok +database /m)
    expect(exitCode).to.equal(0)
  })

  it('exits with 1 when something fails, and still prints the report', async () => {
    const result = await voicectl.run(['doctor', '--json'], {VOICECTL_DIALOGUE_MODE: 'full'})
    const report = result.json<DoctorReport>()
    expect(report.status).to.equal('failure')
    expect(report.checks.find(({check}) => check === 'llm')?.fix).to.contain('config set llm.apiKey --stdin')
    expect(result.exitCode).to.equal(1)
  })

  it('speaks Russian', async () => {
    expect((await voicectl.run(['doctor'], {VOICECTL_LANG: 'ru'})).stdout).to.match(/^хорошо +node /)
  })
})
