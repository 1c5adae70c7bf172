import {expect} from 'chai'
import {databaseError} from '../../../src/store/database-errors.ts'
import {parseDatabaseUrl} from '../../../src/store/database-url.ts'

describe('parseDatabaseUrl', () => {
  it('reads files, servers and Unix sockets', () => {
    expect(parseDatabaseUrl('sqlite:data/x.db')).to.include({dialect: 'sqlite', path: 'data/x.db'})
    expect(parseDatabaseUrl('sqlite:///var/x.db')).to.include({dialect: 'sqlite', path: '/var/x.db'})
    expect(parseDatabaseUrl('postgres://bot:pw@db:5433/voice')).to.deep.equal({dialect: 'postgres', url: 'postgres://bot:pw@db:5433/voice'})
    expect(parseDatabaseUrl('postgresql://bot@localhost/voice?host=/run/postgresql&sslmode=disable')).to.deep.equal({
      dialect: 'postgres',
      url: 'postgresql://bot@localhost/voice?sslmode=disable',
      socket: '/run/postgresql',
    })
  })

  it('takes the port from where `psql` takes it', () => {
    expect(parseDatabaseUrl('postgres://bot@localhost/voice?host=/run/pg&port=55431')).to.deep.equal({
      dialect: 'postgres',
      url: 'postgres://bot@localhost:55431/voice',
      socket: '/run/pg',
    })
    expect(parseDatabaseUrl('postgres://bot@db:1/voice?port=5433')).to.include({url: 'postgres://bot@db:5433/voice'})
  })

  it('refuses anything else, without printing the password', () => {
    for (const url of ['', 'sqlite:', 'mysql://root:secret77@db/x', 'postgres://bot:secret77@db', 'voice.db']) {
      expect(() => parseDatabaseUrl(url))
        .to.throw(/^Not a database URL/)
        .and.satisfy((error: Error) => !error.message.includes('secret77'))
    }
  })
})

describe('databaseError', () => {
  const url = 'postgres://bot:secret77@db/voice'
  const cases: Record<string, [string, number]> = {
    ECONNREFUSED: ['DATABASE_UNAVAILABLE', 6],
    CONNECT_TIMEOUT: ['DATABASE_UNAVAILABLE', 6],
    '57P03': ['DATABASE_UNAVAILABLE', 6],
    '28P01': ['DATABASE_AUTH', 5],
    '42501': ['DATABASE_FORBIDDEN', 5],
    '3D000': ['DATABASE_MISSING', 3],
    '55P03': ['DATABASE_BUSY', 6],
    SQLITE_NOTADB: ['DATABASE_DAMAGED', 1],
    SQLITE_FULL: ['DATABASE_UNAVAILABLE', 6],
  }
  for (const [cause, [code, exitCode]] of Object.entries(cases)) {
    it(`makes ${code} of ${cause}, without the password`, () => {
      const error = databaseError(
        Object.assign(new Error('low level'), {code: cause}),
        cause.startsWith('SQLITE') ? 'sqlite:voice.db' : url,
      ) as Error
      expect(error).to.include({code, exitCode})
      expect(error.message).not.to.contain('secret77')
    })
  }

  it('makes DATABASE_URL_INVALID of a setting in the address that the server refuses', () => {
    const refused = Object.assign(new Error('unrecognized configuration parameter "foo"'), {code: '42704', severity: 'FATAL'})
    expect(databaseError(refused, url)).to.include({code: 'DATABASE_URL_INVALID', exitCode: 2})
  })

  it('leaves a defect of ours what it is', () => {
    const defect = Object.assign(new Error('syntax'), {code: '42601'})
    expect(databaseError(defect, url)).to.equal(defect)
  })
})
