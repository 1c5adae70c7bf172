import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect} from 'chai'
import {builtCli} from '../helpers/built-cli.ts'
import {skipBecause} from '../helpers/skip.ts'

/** Root may do everything, so as root the program runs as the user that owns nothing. */
const nobody = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {}

describe('a user who may not', () => {
  const voicectl = builtCli()
  let home = ''
  before(function () {
    if (process.platform === 'win32') skipBecause(this, 'Windows has no such modes and signals')
    chmodSync(dirname(dirname(voicectl.bin)), 0o755)
  })
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'voicectl-home-'))
    chmodSync(home, 0o755)
  })
  afterEach(() => rmSync(home, {recursive: true, force: true}))

  const file = () => join(home, 'data', 'bots.db')
  const options = (url: string) => ({cwd: home, env: {HOME: home, LC_ALL: 'C', VOICECTL_DATABASE_URL: url}})
  const run = (argv: readonly string[], url = `sqlite:${file()}`) => voicectl.run(argv, {...options(url), ...nobody})
  const migrate = () => voicectl.run(['db', 'migrate'], options(`sqlite:${file()}`))

  it('write the database is told so, and can look at it', async () => {
    await migrate()
    chmodSync(join(home, 'data'), 0o755)
    chmodSync(file(), 0o444)
    const list = await run(['company', 'list'])
    expect(list.stderr).to.contain(`Error (DATABASE_FORBIDDEN): No permission for the database sqlite:${file()}.`)
    expect(list.exitCode).to.equal(5)
    if (nobody.uid === undefined) chmodSync(join(home, 'data'), 0o755)
    const doctor = await run(['doctor'])
    expect(doctor.stdout)
      .to.match(/failure +database/)
      .and.not.to.match(/ok +database/)
    chmodSync(join(home, 'data'), 0o777)
    const status = await run(['db', 'status'])
    expect(status.stdout).to.contain('up to date')
    expect(status.exitCode).to.equal(0)
  })

  it('have a home is not told to open what is above it, but where else the data may be', async () => {
    chmodSync(home, 0o555)
    const {stdout, exitCode} = await voicectl.run(['doctor'], {
      ...nobody,
      extendEnv: false,
      cwd: home,
      env: {PATH: process.env['PATH'] ?? '', HOME: join(home, 'no', 'home'), LC_ALL: 'C'},
    })
    const data = join(home, 'no/home/.local/share/voicectl')
    expect(exitCode).to.equal(1)
    expect(stdout)
      .to.match(/failure +folders\.database/)
      .and.match(/failure +database .* cannot be made: no access to /)
      .and.contain(`Have ${data} made and given to this user, or put the data elsewhere: VOICECTL_DATA_DIR.`)
      .and.not.contain('access to /,')
      .and.not.match(/ok +database/)
  })

  it('write a result is told so in words, whichever command makes it', async () => {
    await migrate()
    chmodSync(join(home, 'data'), 0o777)
    chmodSync(file(), 0o666)
    mkdirSync(join(home, 'shut'), {mode: 0o555})
    mkdirSync(join(home, 'hidden'), {mode: 0o700})
    if (nobody.uid === undefined) chmodSync(join(home, 'hidden'), 0)
    for (const place of ['shut/x', 'shut/deep/x', 'hidden/x'])
      for (const argv of [
        ['call', 'export', '--out'],
        ['db', 'backup'],
      ]) {
        const {stderr, exitCode} = await run([...argv, join(home, place)])
        expect(stderr, `${argv.join(' ')} ${place}`).to.contain(`Error (FILE_UNWRITABLE): ${join(home, place)} cannot be written`)
        expect(exitCode).to.equal(5)
      }
  })

  it('read a file of the spool or its folder can list calls all the same, and is told of it', async () => {
    await migrate()
    chmodSync(join(home, 'data'), 0o777)
    chmodSync(file(), 0o666)
    const spool = join(home, 'spool')
    const left = join(spool, '01M89QZ716084D3DPRVV93DDPP.ndjson')
    mkdirSync(spool)
    chmodSync(spool, 0o777)
    writeFileSync(left, '{}\n', {mode: 0o600})
    if (nobody.uid === undefined) chmodSync(left, 0)
    const within = async (...argv: readonly string[]) => {
      const {cwd, env} = options(`sqlite:${file()}`)
      return voicectl.run(argv, {cwd, env: {...env, VOICECTL_SPOOL_DIR: spool}, ...nobody})
    }
    expect((await within('call', 'list')).exitCode).to.equal(0)
    expect((await within('call', 'resume')).stderr)
      .to.contain(`${left} may not be read by this user`)
      .and.contain('NOTHING_TO_RESUME')
    expect((await within('doctor')).stdout).to.match(/warning +spool .*may not be read/)
    chmodSync(spool, nobody.uid === undefined ? 0 : 0o700)
    expect((await within('call', 'list')).exitCode).to.equal(0)
    const refused = await within('call', 'resume')
    expect(refused.stderr).to.contain('SPOOL_UNUSABLE').and.contain('config set spool.dir')
    expect(refused.exitCode).to.equal(5)
    chmodSync(spool, 0o777)
  })

  it('write what another user left beside the database is told which file it is', async () => {
    await migrate()
    for (const [name, mode] of [
      ['', 0o666],
      ['-wal', 0o666],
      ['-shm', 0o444],
    ] as const) {
      if (name !== '') writeFileSync(file() + name, '')
      chmodSync(file() + name, mode)
    }
    chmodSync(join(home, 'data'), 0o777)
    const doctor = await run(['doctor'])
    expect(doctor.stdout)
      .to.match(/failure +database/)
      .and.to.contain(`Cannot write to ${file()}-shm.`)
    const list = await run(['company', 'create', 'acme'])
    expect(list.stderr).to.contain('DATABASE_FORBIDDEN').and.contain(`Not writable: ${file()}-shm.`)
  })

  it('read a backup is told so, and not that it is damaged', async () => {
    const backup = join(home, 'secret.ndjson')
    writeFileSync(backup, 'x')
    chmodSync(backup, 0o000)
    const {stderr, exitCode} = await run(['db', 'restore', backup, '--yes'], `sqlite:${join(home, 'new.db')}`)
    expect(stderr).to.contain(`Error (FILE_UNREADABLE): Permission denied: ${backup}.`)
    expect(exitCode).to.equal(5)
  })

  it('enter the folder of the database is told which folder, once', async () => {
    await migrate()
    chmodSync(join(home, 'data'), 0o000)
    const list = await run(['company', 'list'])
    expect(list.stderr).to.contain('DATABASE_FORBIDDEN').and.not.to.contain('server')
    expect(list.exitCode).to.equal(5)
    for (const argv of [
      ['db', 'status'],
      ['db', 'backup', 'copy.db'],
    ]) {
      // Nobody knows whether there is a database.
      const looking = await run(argv)
      expect(looking.stderr, argv.join(' ')).to.contain('DATABASE_FORBIDDEN')
      expect(looking.exitCode).to.equal(5)
    }
    const doctor = await run(['doctor'])
    expect(String(doctor.stdout).match(/Cannot write to/g)).to.have.length(1)
    expect(doctor.stdout)
      .to.contain(`no access to ${join(home, 'data')}.`)
      .and.to.match(/failure +database/)
    chmodSync(join(home, 'data'), 0o700)
  })

  it('make the folder of the database is told which one stops it', async () => {
    chmodSync(home, 0o555)
    const list = await run(['company', 'list'], `sqlite:${home}/data/bots.db`)
    expect(list.exitCode).to.equal(5)
    const doctor = await run(['doctor'], `sqlite:${home}/data/bots.db`)
    expect(String(doctor.stdout).match(/Cannot write to/g)).to.have.length(1)
    chmodSync(home, 0o755)
  })

  it('write a folder is told its name, and not that of a temporary file', async () => {
    writeFileSync(join(home, 'voicectl.yaml'), 'company: a\n')
    chmodSync(home, 0o555)
    const init = await run(['init', 'bot', '--name', 'X', '--template', 'salon'])
    expect(init.stderr).to.contain(`Permission denied: ${join(home, 'bot')}.`)
    expect(init.exitCode).to.equal(5)
    const set = await run(['config', 'set', 'company', 'b'])
    expect(set.stderr).to.contain(`Permission denied: ${join(home, 'voicectl.yaml')}.`)
    chmodSync(home, 0o755)
  })

  it('read the settings is told so in one error, and nothing else is on the screen', async () => {
    const project = join(home, 'voicectl.yaml')
    writeFileSync(project, 'company: a\n', {mode: 0o000})
    const list = await run(['config', 'list'])
    expect(list.stderr).to.equal(
      `Error (CONFIG_UNREADABLE): Cannot read ${project} (EACCES).\nGive this user access to the file and its folder.\n`,
    )
    expect(list.exitCode).to.equal(5)
    rmSync(project)
    mkdirSync(join(home, 'others', '.config/voicectl'), {recursive: true})
    writeFileSync(join(home, 'others', '.config/voicectl/config.yaml'), '')
    chmodSync(join(home, 'others'), 0o000)
    const others = await voicectl.run(['config', 'list'], {cwd: home, env: {HOME: join(home, 'others'), LC_ALL: 'C'}, ...nobody})
    expect(others.stderr).to.match(/^Error \(CONFIG_UNREADABLE\): .*\n.*\n$/)
    expect(others.exitCode).to.equal(5)
    chmodSync(join(home, 'others'), 0o700)
  })

  it('have a database in a folder’s place is told that it is a folder', async () => {
    mkdirSync(join(home, 'folder'))
    for (const argv of [
      ['company', 'list'],
      ['db', 'status'],
    ]) {
      const {stderr, exitCode} = await voicectl.run(argv, options(`sqlite:${join(home, 'folder')}`))
      expect(stderr).to.contain(`A folder, not a database: sqlite:${join(home, 'folder')}.`)
      expect(exitCode).to.equal(2)
    }
  })
})
