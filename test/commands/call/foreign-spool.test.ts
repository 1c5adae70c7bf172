import {execFileSync} from 'node:child_process'
import {chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {DoctorReport} from '../../../src/cli/doctor/report.ts'
import {newId} from '../../../src/ids.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'
import {skipBecause} from '../../helpers/skip.ts'

/** Anybody may put anything into the folder of the spool. */
describe('what is in the spool and is no call', () => {
  const voicectl = cli()
  const spool = (name = '') => voicectl.path(`.data/voicectl/spool/${name}`)
  before(async () => {
    writeFileSync(voicectl.path('barber.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', flow: barber}))
    await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml'])
  })
  beforeEach(() => mkdirSync(spool(), {recursive: true}))
  afterEach(() => rmSync(spool(), {recursive: true, force: true}))

  const strange: Readonly<Record<string, (path: string) => void>> = {
    'a folder': (path) => mkdirSync(path),
    'a link to nowhere': (path) => symlinkSync('/nowhere/at/all', path),
    'a link to itself': (path) => symlinkSync(path, path),
    'a device without an end': (path) => symlinkSync('/dev/zero', path),
    'a pipe that nobody writes into': (path) => execFileSync('mkfifo', [path]),
    'an empty file': (path) => writeFileSync(path, ''),
    'a file of something else': (path) => writeFileSync(path, 'garbage\n\0{"seq":0}\n'),
  }

  for (const [what, put] of Object.entries(strange)) {
    it(`stops no command: ${what}`, async function () {
      if (process.platform === 'win32') skipBecause(this, 'Windows has no pipes and devices in folders')
      const path = spool(`${newId()}.ndjson`)
      put(path)
      for (const argv of [
        ['call', 'simulate', 'barber', '--say', 'алло'],
        ['call', 'list'],
        ['call', 'export'],
      ]) {
        const {stderr, exitCode} = await voicectl.run(argv)
        expect(exitCode, `${argv.join(' ')}: ${stderr}`).to.equal(0)
      }
      expect((await voicectl.run(['call', 'resume', '--close'])).stderr).to.contain(`${path} is in the spool`)
      const report = (await voicectl.run(['doctor', '--json'])).json<DoctorReport>()
      const told = report.checks.filter(({check}) => check === 'spool')
      expect(told.map(({message}) => message).join()).to.contain(path)
      expect(told.every(({status, fix}) => status === 'warning' && fix)).to.equal(true)
    })
  }

  it('stops no command when it may not be read, and waits for whoever may', async function () {
    if (process.getuid?.() === 0) skipBecause(this, 'root may read everything')
    const path = spool(`${newId()}.ndjson`)
    writeFileSync(path, '')
    chmodSync(path, 0)
    expect((await voicectl.run(['call', 'simulate', 'barber', '--say', 'алло'])).exitCode).to.equal(0)
    expect((await voicectl.run(['call', 'list'])).exitCode).to.equal(0)
    expect((await voicectl.run(['call', 'resume'])).stderr).to.contain(`${path} may not be read by this user`)
  })

  it('is never removed as the beginning of a call that nobody made, when it is a folder', async () => {
    for (const name of ['old.ndjson', 'old.ndjson.new']) {
      mkdirSync(spool(name))
      utimesSync(spool(name), new Date(0), new Date(0))
    }
    expect((await voicectl.run(['call', 'simulate', 'barber', '--say', 'алло'])).exitCode).to.equal(0)
    expect(readdirSync(spool())).to.deep.equal(['old.ndjson', 'old.ndjson.new'])
  })

  it('does not stop a list when the spool itself is no folder; doctor tells that', async () => {
    rmSync(spool(), {recursive: true})
    writeFileSync(voicectl.path('.data/voicectl/spool'), '')
    expect((await voicectl.run(['call', 'list'])).exitCode).to.equal(0)
    const {stdout, exitCode} = await voicectl.run(['doctor', '--json'])
    expect(exitCode).to.equal(1)
    const failures = (JSON.parse(stdout) as DoctorReport).checks.filter(({status}) => status === 'failure').map(({check}) => check)
    expect(failures).to.include('folders.spool').and.not.include('database')
  })
})
