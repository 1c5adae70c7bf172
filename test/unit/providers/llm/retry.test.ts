import {expect} from 'chai'
import {virtualClock} from '../../../../src/clock.ts'
import {retrying} from '../../../../src/providers/llm/retry.ts'
import {failureOf, fakeLlm, request, runAhead, type Step} from './fake-llm.ts'

const setUp = (script: readonly (Step & {readonly ms?: number})[], random = () => 0.999) => {
  const clock = virtualClock(0)
  const {llm, asked} = fakeLlm('groq:a', script, clock)
  return {clock, asked, llm: retrying(llm, {clock, random})}
}

describe('retrying', () => {
  it('asks again after a passing failure and counts the time from the first attempt', async () => {
    const {clock, llm, asked} = setUp([
      {fail: 'network', ms: 100},
      {say: 'да', ms: 50},
    ])
    const completion = await runAhead(clock, llm.complete(request()))
    expect(completion.text).to.equal('да')
    expect(completion.totalMs).to.be.within(220, 250)
    expect(asked.map(({deadlineMs}) => deadlineMs)[0]).to.equal(4000)
    expect(asked[1]?.deadlineMs).to.equal(4000 - completion.totalMs + 50)
  })

  it('gives up after three attempts', async () => {
    const {clock, llm, asked} = setUp([{fail: 'overloaded'}])
    expect(await failureOf(runAhead(clock, llm.complete(request())))).to.include({kind: 'overloaded'})
    expect(asked).to.have.length(3)
  })

  for (const kind of ['auth', 'model_not_found', 'refused', 'aborted'] as const) {
    it(`does not repeat ${kind}`, async () => {
      const {clock, llm, asked} = setUp([{fail: kind}])
      await failureOf(runAhead(clock, llm.complete(request())))
      expect(asked).to.have.length(1)
    })
  }

  for (const kind of ['schema', 'bad_response'] as const) {
    it(`repeats ${kind} once, not twice`, async () => {
      const {clock, llm, asked} = setUp([{fail: kind}])
      await failureOf(runAhead(clock, llm.complete(request())))
      expect(asked).to.have.length(2)
    })
  }

  it('never repeats once the first word is out', async () => {
    const {clock, llm, asked} = setUp([{fail: 'network', after: 'Добрый '}])
    const said: string[] = []
    const talk = async () => {
      for await (const delta of llm.stream(request())) if (delta.kind === 'text') said.push(delta.text)
    }
    expect(await failureOf(runAhead(clock, talk()))).to.include({kind: 'network'})
    expect([said, asked.length]).to.deep.equal([['Добрый '], 1])
  })

  it('waits as long as the server asks, when the deadline allows it', async () => {
    const {clock, llm} = setUp([{fail: 'rate_limited', retryAfterMs: 2000}, {say: 'да'}])
    const completion = await runAhead(clock, llm.complete(request()))
    expect(completion.totalMs).to.be.within(2000, 2020)
  })

  it('does not wait for what comes too late', async () => {
    const {clock, llm, asked} = setUp([{fail: 'rate_limited', retryAfterMs: 3600}, {say: 'да'}])
    await failureOf(runAhead(clock, llm.complete(request())))
    expect(asked).to.have.length(1)
    expect(clock.now()).to.be.lessThan(50)
  })

  it('leaves at least half a second for the next attempt', async () => {
    for (const [ms, attempts] of [
      [3390, 2],
      [3450, 1],
    ] as const) {
      const {clock, llm, asked} = setUp([{fail: 'network', ms}, {say: 'да'}])
      await runAhead(clock, llm.complete(request())).catch(() => {})
      expect(asked, `${ms}`).to.have.length(attempts)
    }
  })

  it('minds the deadline of the first word as well', async () => {
    const {clock, llm, asked} = setUp([{fail: 'network', ms: 400}, {say: 'да'}])
    await failureOf(runAhead(clock, llm.complete(request({firstTokenMs: 800}))))
    expect(asked).to.have.length(1)
  })

  it('spreads the waits', async () => {
    const waits = [0, 0.999].map(async (random) => {
      const {clock, llm} = setUp([{fail: 'network'}, {say: 'да'}], () => random)
      return (await runAhead(clock, llm.complete(request()), 1)).totalMs
    })
    const [short = 0, long = 0] = await Promise.all(waits)
    expect(short).to.be.within(40, 45)
    expect(long).to.be.within(80, 85)
  })

  it('stops waiting when the caller hangs up', async () => {
    const {llm, asked} = setUp([{fail: 'rate_limited', retryAfterMs: 2000}, {say: 'да'}])
    const stop = new AbortController()
    const pending = failureOf(llm.complete(request(), stop.signal))
    await new Promise((resolve) => setImmediate(resolve))
    stop.abort()
    expect(await pending).to.include({kind: 'aborted'})
    expect(asked).to.have.length(1)
  })
})
