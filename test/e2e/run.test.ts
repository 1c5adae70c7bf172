import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect} from 'chai'
import {execa} from 'execa'
import {fileURLToPath} from 'node:url'
import {builtCli} from '../helpers/built-cli.ts'

describe('bin/run.js', () => {
  const voicectl = builtCli()
  let home = ''
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'voicectl-home-'))
  })
  after(() => rmSync(home, {recursive: true, force: true}))
  const clean = (extra: Record<string, string> = {}) => ({
    extendEnv: false,
    cwd: home,
    env: {PATH: process.env['PATH'] ?? '', HOME: home, LC_ALL: 'C', ...extra},
  })

  it('prints the result on stdout and nothing on stderr', async () => {
    const {stdout, stderr, exitCode} = await voicectl.run(['version'], clean())
    expect(stdout).to.match(/^voicectl \d+\.\d+\.\d+, node \d+/)
    expect({stderr, exitCode}).to.deep.equal({stderr: '', exitCode: 0})
  })

  it('starts where no cache can be made', async function () {
    if (process.platform !== 'linux') this.skip()
    const {stdout, timedOut} = await voicectl.run(['version'], {...clean({TMPDIR: '/proc'}), timeout: 15_000})
    expect(timedOut).to.equal(false)
    expect(stdout).to.contain('voicectl')
  })

  it('answers --version and -v without loading the program', async () => {
    for (const flag of ['--version', '-v']) {
      const {stdout, exitCode} = await voicectl.run([flag], clean())
      expect(stdout).to.match(/^voicectl\/\d+\.\d+\.\d+ \S+ node-v\d+/)
      expect(exitCode).to.equal(0)
    }
  })

  it('prints an error on stderr and nothing on stdout', async () => {
    const {stdout, stderr, exitCode} = await voicectl.run(['versio'], clean())
    expect(stdout).to.equal('')
    // The program was not started by its name, so that nobody could type it.
    expect(stderr).to.match(/^Error \(UNKNOWN_COMMAND\): There is no command "versio"\.\nDid you mean `.*run\.js version`\?\n$/)
    expect(exitCode).to.equal(2)
  })

  it('prints an error as one JSON object under --json', async () => {
    const {stdout, stderr, exitCode} = await voicectl.run(['version', 'x', '--json'], clean())
    const {error} = JSON.parse(String(stdout)) as {error: Record<string, string>}
    expect(Object.keys(error)).to.have.members(['code', 'message', 'hint'])
    expect(error).to.include({code: 'UNEXPECTED_ARGUMENT', message: 'Unexpected argument: x.'})
    // Machines are told to type what people are told to type.
    expect(error['hint']).to.match(/^See `.*run\.js version --help`\.$/)
    expect({stderr, exitCode}).to.deep.equal({stderr: '', exitCode: 2})
  })

  it('speaks Russian when asked to', async () => {
    const {stderr} = await voicectl.run(['version', '--profil'], clean({VOICECTL_LANG: 'ru'}))
    expect(stderr).to.equal('Ошибка (UNKNOWN_FLAG): Нет флага --profil.\nМожет быть, --profile?\n')
  })

  it('shows the help from the bundle', async () => {
    const {stdout, exitCode} = await voicectl.run(['--help'], clean())
    expect(stdout).to.contain('EXIT CODES').and.to.contain('130')
    expect(exitCode).to.equal(0)
  })

  it('is silent and succeeds when the reader of its output goes away', async () => {
    const shell = `"${process.execPath}" "${voicectl.bin}" config list -o json | head -c 1; echo "\${PIPESTATUS[0]}"`
    const {stdout, stderr} = await execa('bash', ['-c', shell], clean())
    expect({stdout, stderr}).to.deep.equal({stdout: '[0', stderr: ''})
    const gone = `"${process.execPath}" "${voicectl.bin}" --help 2>&1 | true; echo "\${PIPESTATUS[0]}"`
    expect((await execa('bash', ['-c', gone], clean())).stdout).to.equal('0')
  })

  it('exits with 130 on Ctrl-C', async () => {
    // The command waits for stdin; the hook tells when Ctrl-C has somebody to handle it.
    const hook = "process.on('newListener', (name) => name === 'SIGINT' && process.stderr.write('ready\\n'))"
    const argv = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, voicectl.bin, 'config', 'set', 'company', '--stdin']
    const child = spawn(process.execPath, argv, {...clean(), stdio: ['pipe', 'pipe', 'pipe']})
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk)
      if (stderr === 'ready\n') setTimeout(() => child.kill('SIGINT'), 50)
    })
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    expect({code, signal, stderr}).to.deep.equal({code: 130, signal: null, stderr: 'ready\nCancelled.\n'})
  })

  it('reports an error that nobody awaited like any other', async () => {
    const crash = "setTimeout(() => Promise.reject(new Error('lost in the background')), 150)"
    const crashing = (argv: readonly string[]) =>
      execa(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(crash)}`, voicectl.bin, ...argv], {
        ...clean(),
        reject: false,
        stdin: 'pipe',
      })
    const people = await crashing(['config', 'set', 'company', '--stdin'])
    expect(people.stderr)
      .to.match(/^Error \(INTERNAL\): Unexpected error: lost in the background\n/)
      .and.not.to.contain('    at ')
    expect(people.exitCode).to.equal(1)
    const machine = await crashing(['config', 'set', 'company', '--stdin', '--json'])
    expect(JSON.parse(machine.stdout).error.code).to.equal('INTERNAL')
    expect(machine.stderr).to.equal('')
  })

  const onNode = (version: string, argv: readonly string[], bin = voicectl.bin) => {
    const fake = `Object.defineProperty(process.versions, 'node', {value: '${version}'})`
    return execa(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(fake)}`, bin, ...argv], {
      ...clean(),
      reject: false,
    })
  }

  it('refuses a Node that is too old before loading anything, from the sources too', async () => {
    const fromSource = fileURLToPath(new URL('../../bin/dev.js', import.meta.url))
    for (const bin of [voicectl.bin, fromSource]) {
      const {stdout, stderr, exitCode} = await onNode('20.1.0', ['version'], bin)
      expect(stderr).to.contain('voicectl needs Node').and.to.contain('20.1.0')
      expect({stdout, exitCode}).to.deep.equal({stdout: '', exitCode: 1})
    }
  })

  it('tells that to programs as any other error', async () => {
    const {stdout, stderr} = await onNode('20.1.0', ['doctor', '--json'])
    expect(JSON.parse(stdout).error).to.include({code: 'NODE_UNSUPPORTED'})
    expect(stderr).to.equal('')
  })

  it('knows which versions of Node are good', async () => {
    const code = async (version: string) => (await onNode(version, ['--version'])).exitCode
    expect(await Promise.all(['22.22.1', '23.9.0', '24.14.9', '25.0.0'].map(code))).to.deep.equal([1, 1, 1, 1])
    expect(await Promise.all(['22.22.2', '24.15.0', '26.0.0', '28.1.0'].map(code))).to.deep.equal([0, 0, 0, 0])
  })

  it('says once that there is no such language', async () => {
    const {stdout, stderr} = await voicectl.run(['config', 'get', 'company'], clean({VOICECTL_LANG: 'de\u001B[2J'}))
    expect(stderr).to.equal('VOICECTL_LANG is "de\\x1b[2J"; there are ru and en.\n')
    expect(stdout).to.equal('default\n')
  })

  it('asks nothing without a terminal, and names what is missing', async () => {
    const {stdout, exitCode} = await voicectl.run(['config', 'set', 'llm.apiKey', '--json'], clean())
    expect(JSON.parse(String(stdout)).error).to.include({code: 'MISSING_ARGUMENT', hint: 'Give it with `--stdin`.'})
    expect(exitCode).to.equal(2)
  })

  it('does not take a missing argument from stdin', async () => {
    const {stderr, exitCode} = await voicectl.run(['config', 'set', 'company'], {...clean(), input: 'acme'})
    expect(stderr).to.contain('MISSING_ARGUMENT')
    expect(exitCode).to.equal(2)
  })
})
