import {expect} from 'chai'
import {exitCodes} from '../../src/errors.ts'
import {cli} from '../helpers/cli.ts'

describe('help', () => {
  const voicectl = cli()

  it('shows the first steps, not everything, when nothing is asked for', async () => {
    const {stdout, exitCode} = await voicectl.run([])
    expect(stdout).to.contain('voicectl init my-bot').and.to.contain('voicectl doctor')
    expect(stdout).not.to.contain('completion')
    expect(exitCode).to.equal(0)
    expect((await voicectl.run([], {VOICECTL_LANG: 'ru'})).stdout).to.contain('Создать проект из шаблона:')
  })

  it('shows first steps that work as they stand', async () => {
    const {stdout} = await voicectl.run([])
    const lines = [...stdout.matchAll(/^ {2}voicectl (.*)$/gm)].map(([, line = '']) => line)
    expect(lines.map((line) => line.split(' ')[0])).to.deep.equal(['demo', 'init', 'skillbase', 'call', 'doctor', '--help'])
    for (const line of lines) {
      const [command = '', then] = line.split(' && ')
      const argv = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
      const inside = lines.indexOf(line) > 1 ? ['--json'] : []
      const {exitCode, stderr} = await voicectl.run([...argv, ...(argv[0] === 'call' ? ['--say', 'hello'] : []), ...inside])
      expect(exitCode, `${line}: ${stderr}`).to.equal(0)
      if (then) voicectl.enter(then.replace('cd ', ''))
    }
  })

  it('shows commands, topics and exit codes with --help, -h and help', async () => {
    for (const argv of [['--help'], ['-h'], ['help'], ['--no-color', '--help']]) {
      const {stdout, exitCode} = await voicectl.run(argv)
      expect(stdout)
        .to.contain('completion')
        .and.to.match(/^ {2}config +Settings/m)
      for (const code of Object.values(exitCodes)) expect(stdout).to.match(new RegExp(`^ {2}${code} `, 'm'))
      expect(exitCode).to.equal(0)
    }
  })

  it('shows the commands of a topic when it is called alone', async () => {
    const {stdout, exitCode} = await voicectl.run(['config'])
    expect(stdout).to.contain('Settings and secrets').and.to.contain('config profiles')
    expect(exitCode).to.equal(0)
  })

  it('shows the help of a command, whatever the arguments', async () => {
    for (const argv of [
      ['config', 'set', '--help'],
      ['help', 'config', 'set'],
      ['config', 'set', 'company', '-h'],
    ]) {
      expect((await voicectl.run(argv)).stdout).to.contain('voicectl config set KEY [VALUE]')
    }
  })

  it('gives the commands as data under --json', async () => {
    const all = (await voicectl.run(['--json'])).json<{commands: {command: string; summary: string}[]}>()
    expect(all.commands.map(({command}) => command)).to.include.members(['config list', 'version'])
    const topic = (await voicectl.run(['config', '--json'])).json<{commands: {command: string}[]}>()
    expect(topic.commands.every(({command}) => command.startsWith('config '))).to.equal(true)
  })

  it('speaks of nothing that is not there yet', async () => {
    for (const argv of [['--help'], ['call', '--help']])
      expect((await voicectl.run(argv)).stdout).to.not.match(/campaign|telephony|\bplaces?\b|calling hours/i)
  })

  it('knows an unknown topic from a known one', async () => {
    const {stdout, stderr, exitCode} = await voicectl.run(['confg', '--help'])
    expect(stdout).to.equal('')
    expect(stderr).to.contain('There is no command "confg".').and.to.contain('Did you mean `voicectl config`?')
    expect(exitCode).to.equal(2)
  })
})
