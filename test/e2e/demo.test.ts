import {mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect} from 'chai'
import {execa} from 'execa'
import {builtCli} from '../helpers/built-cli.ts'

/** Any connection to anywhere ends the process. */
const noNetwork = `data:text/javascript,${encodeURIComponent(
  `import {Socket} from 'node:net'
  Socket.prototype.connect = () => { process.stderr.write('NETWORK'); process.exit(99) }`,
)}`

describe('the demo as it is published', function () {
  this.timeout(60_000)
  const voicectl = builtCli()
  let home = ''
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'voicectl-home-'))
    mkdirSync(join(home, 'tmp'))
  })
  after(() => rmSync(home, {recursive: true, force: true}))
  const env = () => ({PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: join(home, 'tmp'), NODE_DISABLE_COMPILE_CACHE: '1', LC_ALL: 'C'})

  it('needs no network, no key and no folder of its own', async () => {
    for (const lang of ['ru', 'en']) {
      const {stdout, stderr, exitCode} = await execa(
        process.execPath,
        ['--import', noNetwork, voicectl.bin, 'demo', '--lang', lang, '--json'],
        {extendEnv: false, cwd: join(home, 'tmp'), env: env(), reject: false},
      )
      expect({stderr, exitCode}).to.deep.equal({stderr: '', exitCode: 0})
      expect(JSON.parse(stdout)).to.have.nested.property('call.outcome', 'booked')
    }
    expect(readdirSync(join(home, 'tmp'))).to.deep.equal([])
    expect(readdirSync(home)).to.deep.equal(['tmp'])
  })

  const printed = (stderr: string) => stderr.split('\n').flatMap((line) => /^ {2}(\S.*)$/.exec(line)?.[1] ?? [])

  for (const lang of ['ru', 'en']) {
    for (const argv of [[], ['--keep']]) {
      it(`prints commands that work as they are printed (${[lang, ...argv].join(' ')})`, async () => {
        const there = {...env(), PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, VOICECTL_LANG: lang}
        const {stderr} = await voicectl.run(['demo', ...argv], {extendEnv: false, cwd: home, env: there})
        const lines = printed(String(stderr))
        expect(lines).to.have.length(argv.length === 0 ? 5 : 4)
        const ran = await execa('bash', ['-ec', lines.join('\n')], {extendEnv: false, cwd: home, env: there, input: '', reject: false})
        expect(ran.exitCode, ran.stderr).to.equal(0)
        expect(ran.stdout).to.match(lang === 'ru' ? /Бот: / : /Bot: /)
        rmSync(join(home, 'my-bot'), {recursive: true, force: true})
        for (const kept of readdirSync(join(home, 'tmp'))) rmSync(join(home, 'tmp', kept), {recursive: true})
      })
    }
  }

  it('prints commands for whoever came by npx, from a folder outside the checkout too', async () => {
    const {stderr} = await voicectl.run(['demo'], {extendEnv: false, cwd: home, env: {...env(), npm_command: 'exec'}})
    expect(printed(String(stderr))).to.include('npx voicectl skillbase apply -f skillbases/salon.yaml')
    const kept = await voicectl.run(['demo', '--keep'], {extendEnv: false, cwd: home, env: {...env(), npm_command: 'exec'}})
    expect(printed(String(kept.stderr))[3]).to.match(/^npx --prefix \/\S+ voicectl scenario test tests$/)
    for (const folder of readdirSync(join(home, 'tmp'))) rmSync(join(home, 'tmp', folder), {recursive: true})
  })

  it('leaves nothing behind when its reader goes away', async () => {
    const shell = `"${process.execPath}" "${voicectl.bin}" demo | head -1`
    const {stdout} = await execa('bash', ['-c', shell], {extendEnv: false, cwd: home, env: env()})
    expect(stdout).to.match(/^Bot: /)
    expect(readdirSync(join(home, 'tmp'))).to.deep.equal([])
  })
})
