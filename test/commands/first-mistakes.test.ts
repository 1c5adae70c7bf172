import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {cli} from '../helpers/cli.ts'

const flow = 'schema: voicectl.scenario/v1\nid: shop\nstates: {hello: {say: Привет, on_max_turns: bye, next: bye}, bye: {type: end}}\n'

/** What somebody types in the first hour, what they read then and what they must not. */
const mistakes: readonly (readonly [string, string, string?])[] = [
  ['company delete shop', 'See `voicectl company --help`.', 'create'],
  ['db drop', 'See `voicectl db --help`.'],
  ['skillbase apply shop.yaml', 'Did you mean `--file shop.yaml`?'],
  ['skillbase rollback shop --to 1 2', 'See `voicectl skillbase rollback --help`.', 'Did you mean'],
  ['skillbase rollback shop 1', 'Did you mean `--to 1`?'],
  ['skillbase show shop.yaml', 'a file is stored with `voicectl skillbase apply -f FILE`.'],
  ['skillbase clone shop shop', 'Give the new one another slug'],
  ['skillbase diff shop 1', 'shop: version 1 is the newest; name another to compare it with.', 'versions 1 and 1'],
  ['init shop --template salon', 'Give it on the command line.'],
  ['init shop', 'Give them on the command line.'],
  ['call show 01', 'has at least four characters'],
  ['call show nope', 'List them with `voicectl call list`.'],
]

describe('the first mistakes', () => {
  const voicectl = cli()
  before(async () => {
    writeFileSync(voicectl.path('shop.yaml'), flow)
    expect((await voicectl.run(['skillbase', 'apply', '-f', 'shop.yaml'])).exitCode).to.equal(0)
  })

  for (const [line, said, unsaid] of mistakes) {
    it(`are answered with what to do: ${line}`, async () => {
      const {stderr} = await voicectl.run(line.split(' '))
      expect(stderr).to.contain(said)
      if (unsaid) expect(stderr).not.to.contain(unsaid)
    })
  }

  it('leave no header of a table behind that does not come', async () => {
    const {stdout, exitCode} = await voicectl.run(['call', 'export', '01AAAA', '--format', 'csv'])
    expect({stdout, exitCode}).to.deep.equal({stdout: '', exitCode: 3})
    expect((await voicectl.run(['call', 'export', '--format', 'csv'])).stdout).to.match(/^ID,STARTED,.*\n$/)
  })

  it('are answered in Russian with Russian placeholders', async () => {
    const {stderr} = await voicectl.run(['config', 'get', 'llm.model'], {VOICECTL_LANG: 'ru'})
    expect(stderr).to.contain('`voicectl config set llm.model ЗНАЧЕНИЕ`')
  })
})
