import {expect} from 'chai'
import {httpFailure, thrownFailure} from '../../../../src/providers/llm/wire/failure.ts'

const party = {provider: 'openai', model: 'm', secrets: ['hunter2hunter2']}
const now = Date.UTC(2026, 10, 22, 12, 0, 0)

const refused = (status: number, body: string, headers: Record<string, string> = {}) =>
  httpFailure({status, headers: new Headers(headers), body}, party, now)

describe('failures of language models', () => {
  for (const [headers, ms] of [
    [{'retry-after': '2'}, 2000],
    [{'retry-after': '0.25'}, 250],
    [{'retry-after': 'Sun, 22 Nov 2026 12:00:05 GMT'}, 5000],
    [{'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT'}, 0],
    [{'retry-after': '60', 'retry-after-ms': '750'}, 750],
    [{'retry-after': 'soon'}, undefined],
    [{}, undefined],
  ] as const) {
    it(`${JSON.stringify(headers)} asks for ${ms} ms`, () => expect(refused(429, '', headers).retryAfterMs).to.equal(ms))
  }

  for (const [body, said] of [
    ['{"error": {"message": "No such model"}}', 'No such model'],
    ['{"error": "model \\"x\\" not found, try pulling it first"}', 'model "x" not found, try pulling it first'],
    ['{"detail": "Not Found"}', 'Not Found'],
    ['<html><h1>502 Bad Gateway</h1></html>', '502 Bad Gateway'],
    ['key hunter2hunter2 rejected', 'key •••• rejected'],
  ] as const) {
    it(`quotes ${body.slice(0, 40)} in one sentence`, () => {
      expect(refused(404, body).message).to.match(/^Model openai:m .*\(HTTP 404, .*\)\.$/)
      expect(refused(404, body).message).to.include(said)
    })
  }

  it('says it in both languages and keeps the cause out', () => {
    const error = refused(503, '{"error": {"message": "busy"}}')
    expect(error.sentence.en).to.equal('Model openai:m is failing or overloaded (HTTP 503, busy).')
    expect(error.sentence.ru).to.equal('Модель openai:m перегружена или неисправна (HTTP 503, busy).')
    expect(error.cause).to.equal(undefined)
  })

  it('finds the reason of a failed fetch behind its wrappers', () => {
    const refusedConnection = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), {code: 'ECONNREFUSED'})
    const wrapped = new TypeError('fetch failed', {cause: new AggregateError([refusedConnection])})
    const error = thrownFailure(wrapped, party)
    expect(error).to.include({kind: 'network', retryable: true})
    expect(error.message).to.include('ECONNREFUSED')
    expect(thrownFailure(Object.assign(new Error('connect ETIMEDOUT'), {code: 'ETIMEDOUT'}), party)).to.include({
      kind: 'timeout',
      phase: 'connect',
    })
  })
})
