import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {delimiter} from 'node:path'
import {expect} from 'chai'
import {program, type Started, typeable} from '../../../src/cli/program.ts'
import {tempDir} from '../../helpers/temp-dir.ts'

describe('the words that start this program again', () => {
  const folder = tempDir()
  const cwd = process.cwd()
  const path = (name: string) => folder.path(name)
  /** A shell with its Node, a checkout with a Node of its own, a place for what is installed globally, and folders to work in. */
  beforeEach(() => {
    for (const name of ['shell', 'global', 'checkout/bin', 'checkout/node/bin', 'checkout/my-bot', 'elsewhere', 'other/sub'])
      mkdirSync(path(name), {recursive: true})
    for (const name of ['shell/node', 'checkout/node/bin/node', 'global/voicectl']) writeFileSync(path(name), '', {mode: 0o755})
    writeFileSync(path('checkout/package.json'), '{}')
    writeFileSync(path('other/package.json'), '{}')
    symlinkSync(path('shell/node'), path('global/node'))
  })
  const from = ({env = {}, ...more}: Partial<Started>): Started => ({
    env: {PATH: path('shell'), ...env},
    script: path('checkout/bin/run.js'),
    node: path('checkout/node/bin/node'),
    root: path('checkout'),
    ...more,
  })
  const npx = (more: NodeJS.ProcessEnv = {}) => from({env: {npm_command: 'exec', npm_config_local_prefix: path('checkout'), ...more}})
  const byPath = (file = 'run.js') => `${path('checkout/node/bin/node')} ${path(`checkout/bin/${file}`)}`

  it('are those of npx wherever npx runs this package', () => {
    for (const name of ['checkout', 'checkout/my-bot', 'checkout/not/there/yet'])
      expect(program(path(name), npx()), name).to.equal('npx voicectl')
  })

  it('are paths where npx would look elsewhere, and fetch what has this name there', () => {
    for (const name of ['elsewhere', 'other', 'other/sub']) expect(program(path(name), npx()), name).to.equal(byPath())
  })

  it('are those of npx everywhere when it fetched this package from the registry', () => {
    const root = path('cache/_npx/0123abcd/node_modules/voicectl')
    expect(program(path('elsewhere'), {...npx(), root})).to.equal('npx voicectl')
  })

  it('are paths after a script of npm, whose folder and PATH are not those of the shell', () => {
    const env = {npm_command: 'run-script', PATH: `${path('checkout/node/bin')}${delimiter}${path('shell')}`}
    expect(program(path('checkout'), from({env, script: path('checkout/bin/dev.js')}))).to.equal(byPath('dev.js'))
  })

  it('name the Node when the shell has another one', () => {
    expect(program(path('elsewhere'), from({}))).to.equal(byPath())
    expect(program(path('elsewhere'), from({node: path('shell/node')}))).to.equal(path('checkout/bin/run.js'))
    const linked = {env: {PATH: path('global')}, node: path('shell/node'), script: path('checkout/bin/dev.js')}
    expect(program(path('elsewhere'), from(linked))).to.equal('voicectl')
  })

  it('are its name when it is installed', () => {
    const installed = {script: path('global/voicectl'), node: path('shell/node')}
    expect(program(path('elsewhere'), from({...installed, env: {PATH: `${path('global')}${delimiter}${path('shell')}`}}))).to.equal(
      'voicectl',
    )
    expect(program(path('elsewhere'), from(installed))).to.equal(`${path('shell/node')} ${path('checkout/bin/run.js')}`)
  })

  it('are put into the sentences that name a command, so that there is one form for everything to type', () => {
    const sentence = 'Run `voicectl db migrate`; `voicectl` alone; voicectl.yaml; `voicectl.db`.'
    process.chdir(path('checkout'))
    try {
      expect(typeable(sentence, npx())).to.equal('Run `npx voicectl db migrate`; `npx voicectl` alone; voicectl.yaml; `voicectl.db`.')
      process.chdir(path('elsewhere'))
      const spelled = (typed: string) => `Run \`${typed} db migrate\`; \`${typed}\` alone; voicectl.yaml; \`voicectl.db\`.`
      for (const started of [npx(), from({})]) expect(typeable(sentence, started)).to.equal(spelled(byPath()))
      const installed = {env: {PATH: `${path('global')}${delimiter}${path('shell')}`}, script: path('global/voicectl')}
      expect(typeable(sentence, from(installed))).to.equal(sentence)
    } finally {
      process.chdir(cwd)
    }
  })

  it('come with the profile and the company that were named, where a command takes them', () => {
    const installed = from({
      env: {PATH: `${path('global')}${delimiter}${path('shell')}`},
      script: path('global/voicectl'),
      node: path('shell/node'),
    })
    const told = (text: string) => typeable(text, installed, {profile: 'stage', company: 'my shop'})
    expect(told('`voicectl call show 01`; `voicectl doctor`; `voicectl`.')).to.equal(
      "`voicectl call show 01 --profile stage --company 'my shop'`; `voicectl doctor --profile stage`; `voicectl`.",
    )
    expect(told('`voicectl config use default`, `voicectl call list --help`, `voicectl skillbase validate a.yaml`')).to.equal(
      '`voicectl config use default`, `voicectl call list --help`, `voicectl skillbase validate a.yaml --profile stage`',
    )
    expect(told('`voicectl config set llm.apiKey --stdin < FILE`')).to.equal(
      '`voicectl config set llm.apiKey --stdin --profile stage < FILE`',
    )
    expect(told('Work in it with `--company zzz`: `voicectl call list --company zzz`.')).to.equal(
      'Work in it with `--company zzz`: `voicectl call list --company zzz --profile stage`.',
    )
  })

  it('quote what a shell would take apart', () => {
    expect(program(path('elsewhere'), from({root: "/a b/it's"}))).to.match(/ '\/a b\/it'\\''s\/bin\/run\.js'$/)
  })
})
