import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
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

  /** What npm sets for what it runs; the Node of a checkout is on the PATH of that alone. */
  const byNpm = (command: string) => ({
    ...env(),
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
    npm_command: command,
    npm_config_local_prefix: voicectl.folder,
  })
  /** A shell whose Node is too old, as bin/run.js would say, and that finds no network behind npx. */
  const oldShell = (lines: readonly string[], cwd: string) => {
    for (const name of ['node', 'npx']) writeFileSync(join(home, name), '#!/bin/sh\necho "too old" >&2\nexit 1\n', {mode: 0o755})
    return execa('bash', ['-ec', lines.join('\n')], {
      extendEnv: false,
      cwd,
      env: {...env(), PATH: `${home}:/usr/bin:/bin`},
      input: '',
      reject: false,
    })
  }

  for (const command of ['exec', 'run-script']) {
    it(`prints commands for a shell with an older Node (npm_command=${command})`, async () => {
      const kept = await voicectl.run(['demo', '--keep'], {extendEnv: false, cwd: home, env: byNpm(command)})
      expect(await oldShell(printed(String(kept.stderr)), home)).to.include({exitCode: 0})
      const made = await voicectl.run(['init', 'shop', '--name', 'Shop', '--template', 'salon', '--lang', 'en'], {
        extendEnv: false,
        cwd: home,
        env: byNpm(command),
      })
      expect(await oldShell(printed(String(made.stderr)), home)).to.include({exitCode: 0})
      rmSync(join(home, 'shop'), {recursive: true})
      for (const name of ['node', 'npx']) rmSync(join(home, name))
      for (const folder of readdirSync(join(home, 'tmp'))) rmSync(join(home, 'tmp', folder), {recursive: true})
    })
  }

  it('leaves nothing behind when its reader goes away', async () => {
    const shell = `"${process.execPath}" "${voicectl.bin}" demo | head -1`
    const {stdout} = await execa('bash', ['-c', shell], {extendEnv: false, cwd: home, env: env()})
    expect(stdout).to.match(/^Bot: /)
    expect(readdirSync(join(home, 'tmp'))).to.deep.equal([])
  })
})
