import {expect} from 'chai'
import {newId} from '../../../src/ids.ts'
import {openStore} from '../../../src/store/open-store.ts'
import {cli} from '../../helpers/cli.ts'

describe('company', () => {
  const voicectl = cli()

  it('works from an empty database: the first list has the company everybody starts with (D-16)', async () => {
    const {stdout, exitCode} = await voicectl.run(['company', 'list', '-o', 'csv'])
    expect(stdout).to.match(/^SLUG,NAME,STATUS,TIME ZONE,CREATED\ndefault,Default,active,Europe\/Moscow,\d{4}-/)
    expect(exitCode).to.equal(0)
  })

  it('prints only the slug of a new one, so that scripts can use it', async () => {
    const {stdout} = await voicectl.run(['company', 'create', 'elegant', '--name', 'Салон Элегант'])
    expect(stdout).to.equal('elegant\n')
    const {json} = await voicectl.run(['company', 'show', 'elegant', '--json'])
    expect(json()).to.deep.include({slug: 'elegant', name: 'Салон Элегант', status: 'active', settings: {}})
  })

  it('is shown whole to people, and found by its id wherever a company is named', async () => {
    const {stdout} = await voicectl.run(['company', 'show', 'elegant'])
    const {id} = (await voicectl.run(['company', 'show', 'elegant', '--json'])).json<{id: string}>()
    expect(stdout).to.contain(`ID: ${id}\n`).and.contain('\nSettings: {}\n').and.contain('\nTime zone: Europe/Moscow\n')
    for (const company of [id, id.toLowerCase(), id.slice(0, 14)])
      expect(await voicectl.run(['skillbase', 'list', '--company', company]), company).to.include({exitCode: 0, stderr: ''})
    expect((await voicectl.run(['skillbase', 'list', '--company', 'No such'])).stderr).to.contain('a slug (a-z, 0-9 and hyphens) or an id')
  })

  it('makes a readable slug from a Russian name (D-42)', async () => {
    const {stdout} = await voicectl.run(['company', 'create', '--name', 'Щётка & Ёлка'])
    expect(stdout).to.equal('schetka-elka\n')
  })

  it('refuses a slug that is taken and says what to do (D-16)', async () => {
    const {stderr, stdout, exitCode} = await voicectl.run(['company', 'create', 'default'])
    expect(exitCode).to.equal(4)
    expect(stdout).to.equal('')
    expect(stderr).to.contain('Company "default" already exists.').and.to.contain('voicectl company update default')
  })

  it('refuses names, slugs and time zones that are none, in one sentence each', async () => {
    const wrong: [string[], string][] = [
      [['create'], 'COMPANY_UNNAMED'],
      [['create', 'Bad_Slug'], 'SLUG_INVALID'],
      [['create', '--name', '!!!'], 'SLUG_INVALID'],
      [['create', 'x', '--name', ' '], 'NAME_INVALID'],
      [['create', 'x', '--timezone', 'Moscow'], 'TIMEZONE_UNKNOWN'],
      [['create', 'x', '--timezone', '+05:00'], 'TIMEZONE_UNKNOWN'],
      [['update', 'default'], 'NOTHING_TO_CHANGE'],
      [['update', 'default', '--timezone', '"UTC"'], 'TIMEZONE_UNKNOWN'],
    ]
    for (const [argv, code] of wrong) {
      const result = await voicectl.run(['company', ...argv, '--json'])
      expect(result.json<{error: {code: string}}>().error.code, argv.join(' ')).to.equal(code)
      expect(result.exitCode, argv.join(' ')).to.equal(2)
    }
    expect((await voicectl.run(['company', 'show', 'x', '--json'])).exitCode).to.equal(3)
  })

  it('says that a name gives no slug, and asks for one', async () => {
    const {stderr} = await voicectl.run(['company', 'create', '--name', '日本'])
    expect(stderr).to.contain('No slug can be made of the name "日本".').and.contain('voicectl company create SLUG')
  })

  it('keeps a time zone by the name that everybody writes', async () => {
    const {json} = await voicectl.run(['company', 'create', 'zone', '--timezone', 'europe/moscow', '--json'])
    expect(json()).to.include({timezone: 'Europe/Moscow'})
  })

  it('says when there was nothing to change, and asks nothing then', async () => {
    await voicectl.run(['company', 'create', 'same', '--name', 'Same'])
    const shown = async () => (await voicectl.run(['company', 'show', 'same', '--json'])).stdout
    const before = await shown()
    expect((await voicectl.run(['company', 'update', 'same', '--name', 'Same'])).stderr).to.contain('is so already')
    expect(await shown()).to.equal(before)
    expect((await voicectl.run(['company', 'deactivate', 'same', '--yes'])).exitCode).to.equal(0)
    expect((await voicectl.run(['company', 'deactivate', 'same'])).exitCode).to.equal(0)
    await voicectl.run(['company', 'update', 'same', '--status', 'active'])
  })

  it('changes what is named, and switches off and on', async () => {
    await voicectl.run(['company', 'create', 'shop', '--name', 'Shop'])
    const renamed = await voicectl.run(['company', 'update', 'shop', '--name', 'Лавка', '--timezone', 'Asia/Omsk', '--json'])
    expect(renamed.json()).to.deep.include({slug: 'shop', name: 'Лавка', timezone: 'Asia/Omsk', status: 'active'})
    const unasked = await voicectl.run(['company', 'deactivate', 'shop'])
    expect(unasked.exitCode).to.equal(2)
    expect(unasked.stderr).to.contain('CONFIRMATION_REQUIRED').and.contain('Switch company "shop" off').and.contain('--yes')
    await voicectl.run(['company', 'deactivate', 'shop', '--yes'])
    const inactive = await voicectl.run(['company', 'list', '--status', 'inactive', '--json'])
    expect(inactive.json<{slug: string}[]>().map(({slug}) => slug)).to.deep.equal(['shop'])
    const back = await voicectl.run(['company', 'update', 'shop', '--status', 'active', '--json'])
    expect(back.json()).to.deep.include({status: 'active', name: 'Лавка'})
  })

  it('never makes a company on the way: an unknown one is an error (D-23)', async () => {
    const {exitCode, stderr} = await voicectl.run(['company', 'show', 'stranger'])
    expect(exitCode).to.equal(3)
    expect(stderr).to.contain('No company "stranger".')
    const {json} = await voicectl.run(['company', 'list', '--json'])
    expect(json<{slug: string}[]>().map(({slug}) => slug)).not.to.include('stranger')
    expect((await voicectl.run(['company', 'show', 'defualt'])).stderr).to.contain('Did you mean default?')
  })

  it('takes no name that is not UTF-8', async () => {
    for (const argv of [
      ['company', 'create', '--name', 'Caf\uFFFD'],
      ['company', 'update', 'default', '--name', 'Caf\uFFFD'],
      ['skillbase', 'create', 'Caf\uFFFD', '--slug', 'cafe'],
    ]) {
      const {stderr, exitCode} = await voicectl.run(argv)
      expect(stderr, argv.join(' ')).to.contain('NAME_INVALID').and.contain('UTF-8')
      expect(exitCode).to.equal(2)
    }
  })

  it('lists people the time of the company, and programs UTC', async () => {
    await voicectl.run(['company', 'create', 'east', '--timezone', 'Asia/Vladivostok'])
    const line = async (...argv: readonly string[]) =>
      (await voicectl.run(['company', 'list', ...argv])).stdout.split('\n').find((each) => each.startsWith('east'))
    expect(await line()).to.match(/\t\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+10:00$/)
    expect(await line('-o', 'csv')).to.match(/,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it('shows what would control a terminal instead of doing it', async () => {
    const {companies, close} = await openStore({url: `sqlite:${voicectl.path('.data/voicectl/voicectl.db')}`})
    const [first] = await companies.list()
    await companies.create({...first!, id: newId(), slug: 'forged', name: 'A\u001B[2J\u001B]0;title\u0007\u009B31m\u202Eb'})
    await close()
    for (const argv of [['list'], ['list', '--json'], ['show', 'forged', '--json']]) {
      const {stdout} = await voicectl.run(['company', ...argv])
      expect(stdout, argv.join(' '))
        .to.contain('A')
        .and.not.to.match(/[\u001B\u0007\u009B]/)
    }
    expect((await voicectl.run(['company', 'list'])).stdout).to.contain(String.raw`A\x1b[2J\x1b]0;title\x07\x9b31m\u202eb`)
    const {stderr} = await voicectl.run(['company', 'show', 'no\u001B[2J'])
    expect(stderr).to.contain(String.raw`No company "no\x1b[2J".`)
  })

  it('speaks Russian', async () => {
    const {stderr} = await voicectl.run(['company', 'show', 'stranger'], {VOICECTL_LANG: 'ru'})
    expect(stderr).to.contain('Нет компании «stranger».')
  })
})
