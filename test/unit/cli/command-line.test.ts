import {expect} from 'chai'
import {commandNotFound, normaliseArgv} from '../../../src/cli/command-line.ts'
import {loadOclif} from '../../../src/cli/load-oclif.ts'
import type {Config} from '../../../src/cli/oclif.ts'

describe('the command line', () => {
  let config: Config
  before(async () => {
    config = await loadOclif({fromSource: true}, {})
  })
  const line = (text: string, json = false) => normaliseArgv(text.split(' ').filter(Boolean), config, json).join(' ')
  const why = (text: string) => {
    const {code, sentence, hint} = commandNotFound(text.split(' '), config)
    return `${code}: ${sentence.en} ${hint?.en}`
  }

  it('takes the flags of every command before and inside the name of the command', () => {
    expect(line('--json config list')).to.equal('config list --json')
    expect(line('--profile staging -q config list -o csv')).to.equal('config list --profile staging -q -o csv')
    expect(line('config --profile=staging get company')).to.equal('config get --profile=staging company')
    expect(line('--company beta skillbase list')).to.equal('skillbase list --company beta')
    expect(line('--company=beta --json call --profile x show 01K3')).to.equal('call show --company=beta --json --profile x 01K3')
    expect(line('--json config')).to.equal('config --json')
  })

  it('leaves arguments and the flags of a command where they are', () => {
    expect(line('config set company --json')).to.equal('config set company --json')
    expect(line('config get -- --json')).to.equal('config get -- --json')
    expect(line('version extra --profile x')).to.equal('version extra --profile x')
  })

  it('reads "help config set" as "config set --help"', () => {
    expect(line('help')).to.equal('--help')
    expect(line('help config set')).to.equal('config set --help')
  })

  it('gives the version as data when asked for JSON', () => {
    expect(line('--version --json', true)).to.equal('version --json')
    expect(line('--version')).to.equal('--version')
  })

  it('calls a word after a known command an unexpected argument', () => {
    expect(why('version x')).to.equal('UNEXPECTED_ARGUMENT: Unexpected argument: x. See `voicectl version --help`.')
    expect(why('config list now please')).to.contain('Unexpected argument: now please.')
  })

  it('suggests what was probably meant', () => {
    expect(why('versio')).to.contain('There is no command "versio". Did you mean `voicectl version`?')
    expect(why('config sett company')).to.contain('"config sett". Did you mean `voicectl config set`?')
    expect(why('confg list')).to.contain('"confg". Did you mean `voicectl config list`?')
    expect(why('list config')).to.contain('Did you mean `voicectl config list`?')
    expect(why('qqqqqqqq')).to.contain('See `voicectl --help`.')
    expect(why('--jsn')).to.equal('UNKNOWN_FLAG: There is no flag --jsn. Did you mean --json?')
    expect(why('-x')).to.equal('UNKNOWN_FLAG: There is no flag -x. See `voicectl --help`.')
    expect(why('')).to.equal('UNKNOWN_COMMAND: There is no command "". See `voicectl --help`.')
    expect(why('zz')).to.contain('See `voicectl --help`.')
  })
})
