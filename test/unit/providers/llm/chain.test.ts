import {expect} from 'chai'
import {virtualClock} from '../../../../src/clock.ts'
import {chain} from '../../../../src/providers/llm/chain.ts'
import {failureOf, fakeLlm, request, type Step} from './fake-llm.ts'

type Script = readonly (Step & {readonly ms?: number})[]

const setUp = (first: Script, second: Script) => {
  const clock = virtualClock(0)
  const primary = fakeLlm('groq:small', first, clock)
  const fallback = fakeLlm('groq:big', second, clock)
  const llm = chain(primary.llm, fallback.llm, {clock})
  const turn = async () => {
    try {
      return (await llm.complete(request())).model
    } catch (error) {
      return (error as {kind: string}).kind
    }
  }
  return {clock, llm, turn, primary, fallback}
}

const broken: Script = [{fail: 'overloaded'}]
const fine: Script = [{say: 'да'}]

describe('chain', () => {
  it('asks the first choice while it answers', async () => {
    const {turn, fallback} = setUp(fine, fine)
    expect([await turn(), await turn()]).to.deep.equal(['small', 'small'])
    expect(fallback.asked).to.have.length(0)
  })

  for (const kind of ['timeout', 'network', 'rate_limited', 'auth', 'model_not_found', 'bad_response', 'schema', 'overloaded'] as const) {
    it(`falls back on ${kind}`, async () => {
      const {turn} = setUp([{fail: kind}], fine)
      expect(await turn()).to.equal('big')
    })
  }

  it('falls back when the request was refused, not when the model declined', async () => {
    expect(await setUp([{fail: 'refused', status: 400}], fine).turn()).to.equal('big')
    expect(await setUp([{fail: 'refused'}], fine).turn()).to.equal('refused')
  })

  it('does not ask on behalf of a caller who hung up', async () => {
    const {turn, fallback} = setUp([{fail: 'aborted'}], fine)
    expect(await turn()).to.equal('aborted')
    expect(fallback.asked).to.have.length(0)
  })

  it('does not start another answer after the first word', async () => {
    const {llm, fallback} = setUp([{fail: 'network', after: 'Добрый '}], fine)
    const said: string[] = []
    const talk = async () => {
      for await (const delta of llm.stream(request())) if (delta.kind === 'text') said.push(delta.text)
    }
    expect(await failureOf(talk())).to.include({kind: 'network'})
    expect([said, fallback.asked.length]).to.deep.equal([['Добрый '], 0])
  })

  it('counts times from the start of the turn', async () => {
    const {llm} = setUp([{fail: 'overloaded', ms: 300}], [{say: 'да', ms: 200}])
    expect(await llm.complete(request())).to.include({model: 'big', firstTokenMs: 500, totalMs: 500})
  })

  it('keeps part of the deadline for the fallback, but does not split a short one', async () => {
    const {llm, primary, fallback} = setUp([{fail: 'timeout', ms: 600}], fine)
    await llm.complete(request({deadlineMs: 2000}))
    expect(primary.asked[0]).to.include({deadlineMs: 2000, firstTokenMs: 1200})
    expect(fallback.asked[0]?.deadlineMs).to.equal(1400)
    expect(fallback.asked[0]?.firstTokenMs).to.equal(undefined)
    await llm.complete(request({deadlineMs: 900})).catch(() => {})
    expect(primary.asked[1]?.firstTokenMs).to.equal(undefined)
  })

  it('does not fall back when too little time is left', async () => {
    const {turn, fallback} = setUp([{fail: 'timeout', ms: 3600}], fine)
    expect(await turn()).to.equal('timeout')
    expect(fallback.asked).to.have.length(0)
  })

  it('leaves a model alone for 30 s after three failures, then returns to it when a probe succeeds', async () => {
    const {clock, turn, primary} = setUp([...broken, ...broken, ...broken, ...fine], fine)
    for (let round = 0; round < 5; round += 1) expect(await turn()).to.equal('big')
    expect(primary.asked).to.have.length(3)
    clock.advance(29_999)
    expect(await turn()).to.equal('big')
    expect(primary.asked).to.have.length(3)
    clock.advance(1)
    expect([await turn(), await turn()]).to.deep.equal(['small', 'small'])
  })

  it('rests for another 30 s when the probe fails', async () => {
    const {clock, turn, primary} = setUp(broken, fine)
    for (let round = 0; round < 4; round += 1) await turn()
    clock.advance(30_000)
    expect(await turn()).to.equal('big')
    expect(primary.asked).to.have.length(4)
    clock.advance(29_000)
    expect(await turn()).to.equal('big')
    expect(primary.asked).to.have.length(4)
  })

  it('forgets failures that are not in a row', async () => {
    const {turn, primary} = setUp([...broken, ...broken, ...fine, ...broken, ...broken, ...fine], fine)
    const turns: string[] = []
    for (let round = 0; round < 6; round += 1) turns.push(await turn())
    expect(turns).to.deep.equal(['big', 'big', 'small', 'big', 'big', 'small'])
    expect(primary.asked).to.have.length(6)
  })

  it('fails at once, and says why, while both rest', async () => {
    const {llm, turn, primary, fallback} = setUp([{fail: 'auth'}], [{fail: 'timeout'}])
    for (let round = 0; round < 3; round += 1) expect(await turn()).to.equal('timeout')
    const error = await failureOf(llm.complete(request()))
    expect(error).to.include({kind: 'overloaded', provider: 'groq', model: 'small'})
    expect(error.message).to.include('LLM_AUTH').and.include('LLM_TIMEOUT')
    expect([primary.asked.length, fallback.asked.length]).to.deep.equal([3, 3])
  })

  it('sends one probe at a time', async () => {
    const {clock, llm, turn, primary} = setUp([...broken, ...broken, ...broken, ...fine], fine)
    for (let round = 0; round < 3; round += 1) await turn()
    clock.advance(30_000)
    const probe = llm.stream(request())[Symbol.asyncIterator]()
    await probe.next()
    expect(await turn()).to.equal('big')
    expect(primary.asked).to.have.length(4)
    await probe.next()
    await probe.next()
    expect(await turn()).to.equal('small')
  })

  it('lets another probe go when the caller left in the middle of one', async () => {
    const {clock, llm, turn} = setUp([...broken, ...broken, ...broken, ...fine], fine)
    for (let round = 0; round < 3; round += 1) await turn()
    clock.advance(30_000)
    for await (const _delta of llm.stream(request())) break
    expect(await turn()).to.equal('small')
  })
})
