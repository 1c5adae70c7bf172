import {expect} from 'chai'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createDeps} from '../../../src/cli/deps.ts'
import {openStore} from '../../../src/store/open-store.ts'
import {failure} from '../../helpers/failure.ts'
import {someCompany} from '../../helpers/store.ts'

describe('what commands are given', () => {
  let home = ''
  const given = process.env['VOICECTL_DATABASE_URL']
  const url = () => `sqlite:${join(home, 'x.db')}`
  const deps = (company?: string) => createDeps({company, configDir: join(home, 'config'), dataDir: home})
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'voicectl-test-'))
    process.env['VOICECTL_DATABASE_URL'] = url()
  })
  after(() => {
    if (given === undefined) delete process.env['VOICECTL_DATABASE_URL']
    else process.env['VOICECTL_DATABASE_URL'] = given
    rmSync(home, {recursive: true, force: true})
  })

  it('is one store, opened on first use and closed with them', async () => {
    const {store, close} = deps()
    const opened = await store()
    expect(await store()).to.equal(opened)
    await close()
    expect(await failure(opened.companies.list())).to.be.an('error')
  })

  it('is the company of the flag, else of the configuration, and never a new one (D-23)', async () => {
    const store = await openStore({url: url()})
    const salon = await someCompany(store, 'salon')
    await someCompany(store, 'closed')
    await store.companies.update((await store.companies.find('closed'))!.id, {status: 'inactive'}, 1)
    await store.close()

    const cases = [deps(), deps('salon'), deps('nobody'), deps('closed')]
    expect((await cases[0]!.company()).slug).to.equal('default')
    expect(await cases[1]!.company()).to.deep.equal(salon)
    expect(await failure(cases[2]!.company())).to.include({code: 'COMPANY_NOT_FOUND', exitCode: 3})
    expect(await failure(cases[3]!.company())).to.include({code: 'COMPANY_INACTIVE', exitCode: 7})
    for (const {close} of cases) await close()
  })
})
