import {expect} from 'chai'
import fc from 'fast-check'
import {type SseEvent, sseParser} from '../../../../src/providers/llm/wire/sse.ts'

const read = (chunks: readonly Uint8Array[]): SseEvent[] => {
  const parser = sseParser()
  return [...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.end()]
}

const bytes = (text: string) => new TextEncoder().encode(text)

const cutAt = (all: Uint8Array, places: readonly number[]): Uint8Array[] => {
  const borders = [0, ...places.map((place) => place % (all.length + 1)).sort((a, b) => a - b), all.length]
  return borders.slice(1).map((end, index) => all.slice(borders[index], end))
}

const chat = [
  ': keep-alive\n',
  'data: {"choices":[{"delta":{"content":"Здравствуйте"}}]}\n\n',
  'event: error\r\ndata: {"error": {"message": "über 🙂"}}\r\n\r\n',
  'data:первая\ndata: вторая\nid: 7\nretry: 10\nunknown\n\n',
  'data: \r\rdata: x\r\r',
  'data: [DONE]\n\n',
].join('')

describe('sseParser', () => {
  it('reads events, names, comments, several data lines and every line end', () => {
    expect(read([bytes(chat)])).to.deep.equal([
      {event: '', data: '{"choices":[{"delta":{"content":"Здравствуйте"}}]}'},
      {event: 'error', data: '{"error": {"message": "über 🙂"}}'},
      {event: '', data: 'первая\nвторая'},
      {event: '', data: ''},
      {event: '', data: 'x'},
      {event: '', data: '[DONE]'},
    ])
  })

  it('gives the same events wherever the bytes are split once', () => {
    const all = bytes(chat)
    const whole = read([all])
    for (let at = 0; at <= all.length; at += 1) expect(read([all.slice(0, at), all.slice(at)]), `at ${at}`).to.deep.equal(whole)
  })

  it('gives the same events byte by byte', () => {
    expect(read([...bytes(chat)].map((byte) => Uint8Array.of(byte)))).to.deep.equal(read([bytes(chat)]))
  })

  it('gives the same events for any text at any borders (property)', () => {
    const line = fc.oneof(
      fc.string({unit: 'grapheme'}).map((text) => `data: ${text.replaceAll(/[\r\n]/g, '')}`),
      fc.constantFrom('', ':', ': note', 'event: x', 'data', 'data:', 'id: 1', 'nonsense'),
    )
    const newline = fc.constantFrom('\n', '\r\n', '\r')
    const stream = fc.array(fc.tuple(line, newline)).map((lines) => lines.map(([text, end]) => text + end).join(''))
    fc.assert(
      fc.property(stream, fc.array(fc.nat({max: 100_000})), (text, places) => {
        const all = bytes(text)
        expect(read(cutAt(all, places))).to.deep.equal(read([all]))
      }),
      {numRuns: 300},
    )
  })

  it('keeps the last event of a server that forgets the empty line', () => {
    expect(read([bytes('data: a\n\ndata: b')]).map(({data}) => data)).to.deep.equal(['a', 'b'])
  })

  it('drops a byte order mark', () => {
    expect(read([bytes('\uFEFFdata: a\n\n')])).to.deep.equal([{event: '', data: 'a'}])
  })

  it('gives up on an event that never ends', () => {
    const parser = sseParser()
    const chunk = bytes('x'.repeat(1024 * 1024))
    expect(() => {
      for (let round = 0; round < 6; round += 1) parser.push(chunk)
    }).to.throw(RangeError)
  })
})
