import {once} from 'node:events'
import {type AddressInfo, createServer, type Socket} from 'node:net'
import {expect} from 'chai'
import {databaseStatus} from '../../../src/store/database-status.ts'
import {openStore} from '../../../src/store/open-store.ts'
import {builtCli} from '../../helpers/built-cli.ts'
import {rejection} from '../../helpers/temp-dir.ts'

describe('a port that answers, but not as PostgreSQL does', () => {
  const voicectl = builtCli()
  const closers: (() => void)[] = []
  afterEach(() => closers.splice(0).forEach((close) => close()))

  const listen = async (greet: (socket: Socket) => void) => {
    let connections = 0
    const server = createServer((socket) => {
      connections++
      socket.on('error', () => {})
      greet(socket)
    }).listen(0, '127.0.0.1')
    closers.push(() => server.close())
    await once(server, 'listening')
    const {port} = server.address() as AddressInfo
    return {url: `postgres://bot:hidden-password@127.0.0.1:${port}/calls`, connections: () => connections}
  }
  const strangers: readonly (readonly [string, (socket: Socket) => void])[] = [
    ['closes at once', (socket) => socket.end()],
    ['breaks the connection off', (socket) => socket.resetAndDestroy()],
    ['closes when it is spoken to', (socket) => socket.once('data', () => socket.end())],
    ['speaks HTTP', (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))],
  ]

  for (const [what, greet] of strangers) {
    it(`and ${what} is asked once`, async () => {
      const {url, connections} = await listen(greet)
      expect(await rejection(databaseStatus(url))).to.include({code: 'DATABASE_UNAVAILABLE', exitCode: 6})
      expect(connections()).to.equal(1)
    })
  }

  for (const mode of ['require', 'verify-full']) {
    it(`and has no TLS is told so when sslmode=${mode} asks for it`, async () => {
      const {url, connections} = await listen((socket) => socket.once('data', () => socket.write('N')))
      const error = (await rejection(databaseStatus(`${url}?sslmode=${mode}`))) as Error
      expect(error).to.include({code: 'DATABASE_UNAVAILABLE', exitCode: 6})
      expect(error.message).to.contain('has no TLS').and.not.to.contain('hidden-password')
      expect(connections()).to.equal(1)
    })
  }

  const ready = Buffer.from('R\0\0\0\b\0\0\0\0Z\0\0\0\u0005I', 'latin1')
  const silent: readonly (readonly [string, (socket: Socket) => void])[] = [
    ['says nothing', () => {}],
    ['says nothing once it has let somebody in', (socket) => socket.once('data', () => socket.write(ready))],
  ]
  for (const [what, greet] of silent) {
    it(`and ${what} is hung up on by whoever waits no longer`, async function () {
      // Left alone, the connection would be given up after ten seconds, or never.
      this.timeout(9000)
      const stop = new AbortController()
      const gone: Promise<unknown>[] = []
      const {url} = await listen((socket) => {
        gone.push(new Promise((resolve) => socket.once('close', resolve)))
        socket.once('data', () => setImmediate(() => stop.abort()))
        greet(socket)
      })
      const store = await openStore({url, schema: 'ignore', poolSize: 1, signal: stop.signal})
      expect(await rejection(store.companies.list())).to.include({code: 'DATABASE_UNAVAILABLE'})
      await Promise.all(gone)
      await store.close()
    })
  }

  it('ends every command that meets it', async () => {
    const {url} = await listen((socket) => socket.end())
    const run = (argv: readonly string[]) => voicectl.run(argv, {env: {VOICECTL_DATABASE_URL: url, LC_ALL: 'C'}, timeout: 10_000})
    const list = await run(['company', 'list'])
    expect(list.stderr).to.contain('DATABASE_UNAVAILABLE').and.not.to.contain('hidden-password')
    expect(list.exitCode).to.equal(6)
    const doctor = await run(['doctor'])
    expect(doctor.stdout).to.match(/failure +database +The database does not answer/)
    expect(doctor.exitCode).to.equal(1)
  })
})
