import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {CallReport, CallView} from '../../../src/call/simulate/call-report.ts'
import type {DoctorReport} from '../../../src/cli/doctor/report.ts'
import type {CallEvent} from '../../../src/events/call-event.ts'
import {newId} from '../../../src/ids.ts'
import type {Backup} from '../../../src/store/transfer/backup.ts'
import {openStore} from '../../../src/store/open-store.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'
import {goneProcess} from '../../helpers/live-call.ts'

/** One folder of the spool for two databases, one a copy of the other, and for two companies in each. */
describe('a call in the spool is looked after by its own database and company', () => {
  const voicectl = cli()
  const spool = () => voicectl.path('spool')
  const files = () => (existsSync(spool()) ? readdirSync(spool()) : [])
  const urlOf = (database: string) => `sqlite:${voicectl.path(`${database}.db`)}`
  const on = (database: string) => ({
    run: (...argv: readonly string[]) => voicectl.run(argv, {VOICECTL_DATABASE_URL: urlOf(database), VOICECTL_SPOOL_DIR: spool()}),
  })
  const identity = async (database: string) => {
    const store = await openStore({url: urlOf(database)})
    try {
      return await store.identity()
    } finally {
      await store.close()
    }
  }
  const {run} = on('prod')
  before(async function () {
    this.timeout(60_000)
    writeFileSync(voicectl.path('barber.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', flow: barber}))
    await run('company', 'create', 'acme')
    for (const company of ['default', 'acme']) await run('skillbase', 'apply', '-f', 'barber.yaml', '--company', company)
    await run('db', 'copy', '--to', urlOf('staging'))
  })
  afterEach(() => rmSync(spool(), {recursive: true, force: true}))

  /** The file of a call as its process left it: killed in the middle of it, or ended while the database was away. */
  const left = async (...what: Parameters<typeof leaving>): Promise<string> => write(await leaving(...what))
  const write = ({id, text}: {readonly id: string; readonly text: string}) => {
    mkdirSync(spool(), {recursive: true})
    writeFileSync(`${spool()}/${id}.ndjson`, text)
    return id
  }
  const leaving = async (how: 'killed' | 'ended', company = 'default', database: string | null = 'prod') => {
    const {call} = (await run('call', 'simulate', 'barber', '--company', company, '--say', 'хочу побриться', '--json')).json<CallReport>()
    const exported = (await run('call', 'export', call.id, '--company', company, '--json')).json<{calls: {events: CallEvent[]}[]}>()
    const companyId = (await run('company', 'show', company, '--json')).json<{id: string}>().id
    const id = newId()
    const lines = exported.calls[0]!.events.slice(0, how === 'killed' ? -2 : undefined).map((event) =>
      JSON.stringify({...event, companyId, id: newId()})
        .replaceAll(call.id, id)
        .replace(/"process":\{[^}]*\}/, `"process":${JSON.stringify(goneProcess)}`),
    )
    const header = database === null ? [] : [JSON.stringify({database: await identity(database)})]
    return {id, text: `${[...header, ...lines].join('\n')}\n`}
  }
  const status = async (id: string, ...argv: readonly string[]) =>
    (await run('call', 'show', id, ...argv, '--json')).json<CallReport>().call.status

  it('even if one database is a copy of the other: each has an identity of its own', async () => {
    expect(await identity('prod'))
      .to.match(/^[0-9A-Z]{26}$/)
      .and.not.equal(await identity('staging'))
  })

  describe('of another database', () => {
    it('is not stored in a copy, but in its own', async () => {
      const id = await left('ended')
      expect((await on('staging').run('call', 'simulate', 'barber', '--say', 'алло')).exitCode).to.equal(0)
      expect((await on('staging').run('call', 'show', id)).stderr).to.contain('CALL_NOT_FOUND')
      expect(files()).to.deep.equal([`${id}.ndjson`])
      await run('call', 'simulate', 'barber', '--say', 'алло')
      expect(await status(id)).to.equal('completed')
      expect(files()).to.deep.equal([])
    })

    it('is refused by name, and goes on where it belongs', async () => {
      const id = await left('killed')
      for (const argv of [[], [id], [id, '--close']]) {
        const refused = await on('staging').run('call', 'resume', ...argv)
        expect(refused.stderr, argv.join(' ')).to.contain('CALL_OF_ANOTHER_DATABASE').and.contain('--adopt')
        expect(refused.exitCode).to.equal(7)
      }
      expect((await on('staging').run('call', 'resume', '--close')).stderr).to.equal('Calls closed: 0.\n')
      expect((await run('call', 'resume', id, '--say', '/hangup', '--json')).json<CallReport[]>()[0]!.call.id).to.equal(id)
    })

    it('is taken over on request, when this database has replaced that one', async () => {
      const [one, other] = [await leaving('ended'), await leaving('killed')]
      const [ended, killed] = [write(one), write(other)]
      const {checks} = (await on('staging').run('doctor', '--json')).json<DoctorReport>()
      const warned = checks.filter(({check}) => check === 'spool').map(({message, fix}) => `${message} ${fix}`)
      expect(warned.join('\n')).to.contain(`Call ${ended} was begun in another database`).and.contain('--adopt')
      const {stderr} = await on('staging').run('call', 'resume', '--close', '--adopt')
      expect(stderr).to.equal('Calls taken over from another database: 2.\nCalls closed: 1.\nFinished calls stored: 1.\n')
      for (const id of [ended, killed]) expect((await on('staging').run('call', 'show', id)).exitCode).to.equal(0)
      expect(files()).to.deep.equal([])
    })

    it('is named when that is gone, before and after another one is made in its place', async () => {
      const id = await left('killed')
      const warnings = async (database: string) =>
        (await on(database).run('doctor', '--json'))
          .json<DoctorReport>()
          .checks.filter(({check}) => check === 'spool')
          .map(({message, fix}) => `${message} ${fix}`)
          .join('\n')
      expect(await warnings('new'))
        .to.contain(`wait for a database that is not there: ${id}.`)
        .and.contain('voicectl db restore')
      expect((await on('new').run('call', 'list')).exitCode).to.equal(0)
      expect(await warnings('new'))
        .to.contain(`Call ${id} was begun in another database, for a company that this one does not have.`)
        .and.contain('--close --adopt')
      const resumed = await on('new').run('call', 'resume')
      expect(resumed.exitCode).to.equal(3)
      expect(resumed.stderr).to.contain('holds calls of another one').and.contain('voicectl doctor')
      expect(files()).to.deep.equal([`${id}.ndjson`])
    })

    it('is anybody’s when its file was written by an older voicectl and does not say', async () => {
      const id = await left('ended', 'default', null)
      await on('staging').run('call', 'resume', '--close')
      expect((await on('staging').run('call', 'show', id)).exitCode).to.equal(0)
    })

    it('stays that of the database when its contents are replaced by a backup', async () => {
      const before = await identity('prod')
      await run('db', 'backup', 'copy.ndjson')
      await run('db', 'restore', 'copy.ndjson', '--yes')
      expect(await identity('prod')).to.equal(before)
      await on('staging').run('db', 'restore', 'copy.ndjson', '--yes')
      expect(await identity('staging')).not.to.equal(before)
    })
  })

  describe('of another company', () => {
    it('is neither closed nor counted by `call resume --close`, and goes on', async () => {
      const id = await left('killed', 'acme')
      expect((await run('call', 'resume', '--close')).stderr).to.equal('Calls closed: 0.\n')
      expect((await run('call', 'resume', id, '--close')).stderr).to.contain('CALL_NOT_FOUND')
      const resumed = await run('call', 'resume', '--company', 'acme', '--say', '/hangup', '--json')
      expect(resumed.json<CallReport[]>()[0]!.call.id).to.equal(id)
    })

    it('is not named here, whatever is left of its file, and nobody here is told to remove that', async () => {
      const id = await left('killed', 'acme')
      const whole = readFileSync(`${spool()}/${id}.ndjson`, 'utf8')
      // The database of acme knows the call, as it does once one has begun.
      writeFileSync(`${spool()}/${id}.ndjson`, `${whole.split('\n').slice(0, 3).join('\n')}\n`.replaceAll(goneProcess.host, 'elsewhere'))
      await run('call', 'simulate', 'barber', '--company', 'acme', '--say', 'алло')
      for (const text of [whole, whole.replace(/\n\{/, '\n{broken'), `${whole.split('\n')[0]}\n{broken\n{broken\n`, '']) {
        writeFileSync(`${spool()}/${id}.ndjson`, text)
        for (const argv of [['call', 'resume'], ['call', 'resume', '--close'], ['call', 'resume', '--close', '--json'], ['doctor']]) {
          const {stdout, stderr} = await run(...argv)
          expect(stdout + stderr, argv.join(' ')).not.to.contain(id)
        }
      }
      expect(files()).to.deep.equal([`${id}.ndjson`])
      writeFileSync(`${spool()}/${id}.ndjson`, whole)
      await run('call', 'resume', '--close', '--company', 'acme')
      expect(await status(id, '--company', 'acme')).to.equal('failed')
    })

    it('is left alone by a call that begins, and closed by the next one of its company', async () => {
      const id = await left('killed', 'acme')
      expect((await run('call', 'simulate', 'barber', '--say', 'алло')).stderr).not.to.contain(id)
      expect(readFileSync(`${spool()}/${id}.ndjson`, 'utf8')).not.to.contain('call.ended')
      const {stderr} = await run('call', 'simulate', 'barber', '--say', 'алло', '--company', 'acme')
      expect(stderr).to.contain(`Calls of lost processes, closed: ${id}.`)
      expect(await status(id, '--company', 'acme')).to.equal('failed')
    })
  })

  describe('of a company that was switched off', () => {
    after(() => run('company', 'update', 'acme', '--status', 'active'))

    it('is named when the company is, and by its list, and is closed, but goes on no more', async () => {
      const id = await left('killed', 'acme')
      const off = await run('company', 'deactivate', 'acme', '--yes')
      expect(off.stderr).to.contain(`Calls still open: ${id}.`).and.contain('`voicectl call resume --close --company acme`')
      const listed = await run('call', 'list', '--company', 'acme')
      expect(listed.stderr).to.contain(`The company is inactive: \`voicectl call resume ${id} --close --company acme\` closes such a call`)
      expect((await run('call', 'resume', id, '--company', 'acme')).stderr).to.contain('COMPANY_INACTIVE')
      const [closed] = (await run('call', 'resume', '--close', '--company', 'acme', '--json')).json<CallReport[]>()
      expect(closed!.call).to.include({id, status: 'failed'})
      expect(files()).to.deep.equal([])
      expect((await run('company', 'update', 'acme', '--status', 'inactive')).stderr).not.to.contain('open')
    })
  })

  describe('and has ended while the database was away', () => {
    it('is named by doctor and by the list that shows it as active, with the command that stores it', async () => {
      const id = await left('ended')
      const whole = readFileSync(`${spool()}/${id}.ndjson`, 'utf8')
      // Stored as far as the greeting, as a call is when it has begun.
      writeFileSync(`${spool()}/${id}.ndjson`, `${whole.split('\n').slice(0, 3).join('\n')}\n`.replaceAll(goneProcess.host, 'elsewhere'))
      await run('call', 'simulate', 'barber', '--say', 'алло')
      writeFileSync(`${spool()}/${id}.ndjson`, whole)

      const {checks} = (await run('doctor', '--json')).json<DoctorReport>()
      const warned = checks.find(({check}) => check === 'spool')
      expect(warned).to.include({status: 'warning', fix: `Run \`voicectl call resume ${id} --close\`.`})
      const list = await run('call', 'list', '--status', 'active', '--json')
      expect(list.json<CallView[]>().map((call) => call.id)).to.deep.equal([id])
      expect(list.stderr).to.contain(`Over, but not stored yet: ${id}.`)

      const stored = await run('call', 'resume', id, '--close')
      expect(stored.stderr).to.equal('Calls closed: 0.\nFinished calls stored: 1.\n')
      expect(await status(id)).to.equal('completed')
      expect((await run('call', 'list', '--status', 'active')).stderr).to.equal('')
    })

    it('is missed by copies of the database, which say so and what to do', async () => {
      // Written when all of them are held: a simulated call stores what waits.
      const calls = [
        await leaving('ended'),
        await leaving('ended', 'acme'),
        await leaving('killed'),
        await leaving('ended', 'default', 'staging'),
      ]
      calls.forEach(write)
      const text = `2 finished calls wait in ${spool()} and are not in this copy. To have them: \`voicectl call resume --close --company acme\`, \`voicectl call resume --close\`, then copy again.`
      const saved = await run('db', 'backup', 'waiting.db', '--json')
      expect(saved.stderr).to.equal(`${text}\n`)
      expect(saved.json<Backup>().file).to.equal('waiting.db')
      expect((await run('db', 'copy', '--to', urlOf('waiting-copy'))).stderr).to.contain(text)

      for (const company of ['default', 'acme']) await run('call', 'resume', '--close', '--company', company)
      expect((await run('db', 'backup', 'whole.db', '--quiet')).stderr).to.equal('')
    })

    it('is named also when the database was away from its first moment, and knows nothing of it', async () => {
      const id = await left('ended')
      const list = await run('call', 'list', '--json')
      expect(list.json<CallView[]>().map((call) => call.id)).not.to.contain(id)
      expect(list.stderr).to.contain(`Over, but not stored yet: ${id}.`)
      for (const command of ['show', 'transcript', 'export']) {
        const {stderr, exitCode} = await run('call', command, id)
        expect(stderr, command).to.contain('CALL_NOT_STORED').and.contain(`voicectl call resume ${id} --close`)
        expect(exitCode, command).to.equal(6)
      }
      expect((await run('call', 'show', id, '--company', 'acme')).stderr).to.contain('CALL_NOT_FOUND')
    })
  })
})
