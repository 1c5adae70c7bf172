import {expect} from 'chai'
import {cli} from '../helpers/cli.ts'

describe('version', () => {
  const voicectl = cli()

  it('tells the versions of voicectl and Node', async () => {
    const {stdout} = await voicectl.run(['version'])
    expect(stdout).to.match(/^voicectl \d+\.\d+\.\d+, node \d+/)
  })

  it('suggests the command that was probably meant', async () => {
    const {stdout, stderr, exitCode} = await voicectl.run(['versio'])
    expect(stdout).to.equal('')
    expect(stderr).to.contain('Did you mean `voicectl version`?')
    expect(exitCode).to.equal(2)
  })

  it('prints errors as JSON and nothing else under --json', async () => {
    const result = await voicectl.run(['version', '--jsno', '--json'])
    expect(result.json<object>()).to.deep.equal({
      error: {code: 'UNKNOWN_FLAG', message: 'There is no flag --jsno.', hint: 'Did you mean --json?'},
    })
    expect(result.stderr).to.equal('')
  })
})
