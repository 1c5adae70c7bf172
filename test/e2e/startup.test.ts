import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect} from 'chai'
import {builtCli} from '../helpers/built-cli.ts'

const {dependencies} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>
}

/** What a command may load before it knows what it has to do. */
const light = new Set(['@oclif/core', 'ulid'])
const heavy = new Set(Object.keys(dependencies).filter((name) => !light.has(name)))

describe('starting up', () => {
  const voicectl = builtCli()
  const loaded = (argv: readonly string[]) => voicectl.loaded(argv, {cwd: voicectl.folder, env: {XDG_CONFIG_HOME: voicectl.folder}})

  it('loads none of our libraries for a trivial command, for help and for a usage error', async () => {
    for (const argv of [['version'], ['--help'], ['config', 'set', '--help'], ['version', '--wrong']]) {
      const {packages} = await loaded(argv)
      expect(packages, argv.join(' ')).to.include('@oclif/core')
      expect(
        packages.filter((name) => heavy.has(name)),
        argv.join(' '),
      ).to.deep.equal([])
    }
  })

  it('loads few files: opening three hundred small ones took longer than running them', async () => {
    const {files} = await loaded(['version'])
    expect(files.length).to.be.lessThan(25)
  })

  it('reads its bundle as one byte a character: others take twice as long', () => {
    const wide = (folder: string): string[] =>
      readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
        // A character that is no ASCII begins with a byte of its own kind.
        (file) => file.endsWith('.js') && readFileSync(join(folder, file)).some((byte) => byte > 127),
      )
    expect(wide(join(voicectl.folder, 'dist'))).to.deep.equal([])
  })

  it('loads nothing but its own file for --version', async () => {
    const {files} = await loaded(['--version'])
    expect(files).to.deep.equal(['../bin/run.js'])
  })

  it('reads a project and its database without a parser of YAML and without the hash of Node', async () => {
    const home = mkdtempSync(join(tmpdir(), 'voicectl-home-'))
    writeFileSync(join(home, 'voicectl.yaml'), '# our settings\ncompany: default\ntimezone: Europe/Moscow\n')
    for (const topic of ['company', 'skillbase', 'call']) {
      const {packages, files} = await voicectl.loaded([topic, 'list'], {cwd: home, env: {XDG_CONFIG_HOME: home}})
      expect(packages, topic).to.include('kysely').and.not.to.include('yaml')
      const withHash = files.filter(
        (file) => file.endsWith('.js') && readFileSync(join(voicectl.folder, 'dist', file), 'utf8').includes('node:crypto'),
      )
      expect(withHash, topic).to.deep.equal([])
      expect(files.length, topic).to.be.lessThan(27)
    }
    rmSync(home, {recursive: true, force: true})
  })

  it('reads a configuration without a database, a prompt or a vendor', async () => {
    const {packages} = await loaded(['config', 'get', 'company'])
    const needed = new Set(['zod', 'yaml'])
    expect(packages.filter((name) => heavy.has(name) && !needed.has(name))).to.deep.equal([])
  })
})
