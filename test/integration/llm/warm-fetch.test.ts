import {createServer, type Server} from 'node:http'
import {type AddressInfo, connect, type Socket} from 'node:net'
import {expect} from 'chai'
import {systemClock} from '../../../src/clock.ts'
import {warmFetch} from '../../../src/providers/llm/wire/warm-fetch.ts'

const servers: Server[] = []

async function listen(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

describe('warmFetch', () => {
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections()
      server.close()
    }
  })

  const fetch = warmFetch({clock: systemClock, connectMs: 1000, env: {}})

  it('behaves like fetch for status, headers and body', async () => {
    const port = await listen(
      createServer((request, response) => {
        response.writeHead(418, {'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2']})
        request.pipe(response)
      }),
    )
    const response = await fetch(`http://127.0.0.1:${port}/x?y=1`, {method: 'POST', body: 'Привет', headers: {'x-one': '1'}})
    expect([response.status, response.ok, response.headers.get('content-type')]).to.deep.equal([418, false, 'text/plain'])
    expect(response.headers.getSetCookie()).to.deep.equal(['a=1', 'b=2'])
    expect(await response.text()).to.equal('Привет')
  })

  it('sends again, unseen, when the server closed the idle connection just then', async () => {
    const sockets: Socket[] = []
    let served = 0
    const server = createServer((request, response) => {
      served += 1
      request.resume().on('end', () => response.end(String(served)))
    })
    server.on('connection', (socket) => sockets.push(socket))
    const port = await listen(server)
    const ask = async () => (await fetch(`http://127.0.0.1:${port}/`, {method: 'POST', body: '{}'})).text()
    expect(await ask()).to.equal('1')
    // The reset is on its way while the client still believes in the connection.
    sockets[0]?.resetAndDestroy()
    expect(await ask()).to.equal('2')
    expect(sockets).to.have.length(2)
  })

  it('goes through the operator’s proxy, except to this machine', async () => {
    const tunnelled: string[] = []
    const origin = await listen(createServer((_request, response) => response.end('direct')))
    const proxy = createServer((request, response) => {
      tunnelled.push(String(request.url))
      response.end('by proxy')
    })
    proxy.on('connect', (request, socket) => {
      tunnelled.push(String(request.url))
      const upstream = connect(origin, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        upstream.pipe(socket).pipe(upstream)
      })
    })
    const port = await listen(proxy)
    const through = warmFetch({clock: systemClock, connectMs: 1000, env: {HTTP_PROXY: `http://127.0.0.1:${port}`}})
    expect(await (await through('http://llm.example/v1/models')).text()).to.be.oneOf(['by proxy', 'direct'])
    expect(tunnelled).to.have.length(1)
    expect(await (await through(`http://127.0.0.1:${origin}/`)).text()).to.equal('direct')
    expect(tunnelled).to.have.length(1)
  })
})
