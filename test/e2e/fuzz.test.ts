import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect} from 'chai'
import {builtCli} from '../helpers/built-cli.ts'
import {shop} from '../helpers/scenario-tests.ts'
import {skipBecause} from '../helpers/skip.ts'
import {hasTerminal, terminal} from '../helpers/terminal.ts'

describe('scenario fuzz that takes long', function () {
  this.timeout(60_000)
  const voicectl = builtCli()
  let home = ''
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'voicectl-home-'))
    writeFileSync(join(home, 'shop.yaml'), `schema: voicectl.scenario/v1\n${shop}`)
  })
  after(() => rmSync(home, {recursive: true, force: true}))
  const argv = ['scenario', 'fuzz', 'shop.yaml', '--turns', '10000000']

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends with 130 at the first ${signal}`, async () => {
      const child = spawn(process.execPath, [voicectl.bin, ...argv], {cwd: home, env: {HOME: home, LC_ALL: 'C'}})
      const [talk] = (await once(child.stderr, 'data')) as [Buffer]
      expect(String(talk)).to.equal('Talking to shop.yaml…\n')
      let rest = ''
      child.stderr.on('data', (chunk) => void (rest += String(chunk)))
      child.kill(signal)
      expect(await once(child, 'close')).to.deep.equal([130, null])
      // Nobody watches a pipe: no progress there.
      expect(rest).to.equal('Cancelled.\n')
    })
  }

  it('tells on a terminal how far it is', async function () {
    if (!hasTerminal) skipBecause(this, 'there is no `script` of util-linux to give a command a terminal')
    const screen = terminal([process.execPath, voicectl.bin, ...argv], {cwd: home, env: {HOME: home}})
    await screen.shows(/turns of random conversations: \d+ of 10000000; violations: 0/)
    screen.type('\u0003')
    expect(await screen.ended).to.equal(130)
  })
})
