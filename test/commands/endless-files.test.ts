import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {stringify} from 'yaml'
import {barber} from '../helpers/barber.ts'
import {cli} from '../helpers/cli.ts'
import {pipes} from '../helpers/pipes.ts'

/** Written into a pipe, which says no size and might have no end; no test reads from what really has none. */
const bytes = 8 * 1024 * 1024

describe('what is read of a file without a size', () => {
  const voicectl = cli()
  let count = 0
  const written = pipes()
  const pipe = (): string => written(voicectl.path(`pipe-${count++}.test.yaml`), bytes)
  before(async () => {
    writeFileSync(voicectl.path('barber.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', flow: barber}))
    await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml'])
  })

  const commands: readonly (readonly [readonly string[], string])[] = [
    [['skillbase', 'apply', '-f', 'PIPE'], 'at most 1 MB is read'],
    [['skillbase', 'validate', 'PIPE'], 'at most 1 MB is read'],
    [['skillbase', 'lint', 'PIPE'], 'at most 1 MB is read'],
    [['skillbase', 'import', 'PIPE'], 'at most 1 MB is read'],
    [['call', 'simulate', 'barber', '--say', 'алло', '--tools', 'PIPE'], 'at most 1 MB are read'],
    [['call', 'simulate', 'barber', '--script', 'PIPE'], 'at most 1 MB are read'],
    [['scenario', 'test', 'PIPE'], 'at most 1 MB are read'],
    [['nlu', 'extract', '--input', 'PIPE'], 'has more than 1000000 characters'],
    [['db', 'restore', 'PIPE', '--yes'], 'a pipe or a device'],
  ]
  for (const [argv, told] of commands) {
    it(`\`${argv.join(' ')}\` ends with one sentence`, async () => {
      const {stdout, stderr, exitCode} = await voicectl.run(argv.map((word) => (word === 'PIPE' ? pipe() : word)))
      expect(stdout + stderr).to.contain(told)
      expect(exitCode).to.equal(2)
    })
  }

  it('goes for files of the configuration', async () => {
    const secret = await voicectl.run(['config', 'list'], {VOICECTL_LLM_API_KEY_FILE: pipe()})
    expect(secret).to.include({exitCode: 2})
    expect(secret.stderr).to.contain('FILE_TOO_LARGE')
    writeFileSync(voicectl.path('base.md'), 'x'.repeat(bytes))
    const prompt = await voicectl.run(['skillbase', 'prompt', 'barber'], {VOICECTL_PROMPT_BASE_FILE: voicectl.path('base.md')})
    expect(prompt.stderr).to.contain('base.md')
    expect(prompt.exitCode).to.equal(2)
  })
})
