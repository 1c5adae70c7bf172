import {expect} from 'chai'
import {LlmError} from '../../../../src/providers/llm/llm-error.ts'
import type {ToolCall, ToolResult} from '../../../../src/dialogue/engine/state.ts'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {barber} from '../../../helpers/barber.ts'
import {countingTools, liveCall} from '../../../helpers/live-call.ts'
import {modelCall} from '../../../helpers/model-call.ts'
import {scenarioOf} from '../../../helpers/scenario.ts'
import {scriptedLlm} from '../../../helpers/scripted-llm.ts'

const scenario = scenarioOf(barber)
const known = ['хочу подстричься завтра в три', 'анна', 'с этого номера', 'нет']
const deferred = <Value>() => {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>((done) => (resolve = done))
  return {promise, resolve}
}

describe('a conversation and its tools', () => {
  it('D-20: goes on without a tool that fails, and pretends nothing', async () => {
    for (const run of [() => Promise.reject(new Error('boom')), async () => ({ok: false, error: 'not_configured'})]) {
      const {call} = liveCall(scenario, {tools: {run}})
      await call.start()
      for (const line of known) await call.hear(line)
      const {text} = await call.hear('да всё верно')
      expect(text).not.to.contain('Записал')
      expect(call.state.tools['booking']).to.include({ok: false})
      expect(call.state.ending?.outcome).not.to.equal('booked')
    }
  })

  it('does not wait for a tool longer than the skillbase allows', async () => {
    const slow = structuredClone(barber) as unknown as {states: {booking: {tools: {timeout?: string}[]}}}
    slow.states.booking.tools[0]!.timeout = '0.05s'
    // One that never answers is not waited for: otherwise this test would not end.
    const alive = setInterval(() => {}, 1000)
    const {call} = liveCall(scenarioOf(slow as unknown as FlowInput), {tools: {run: () => new Promise<never>(() => {})}})
    await call.start()
    const {text} = await call.hear('хочу подстричься завтра в три')
    clearInterval(alive)
    expect(call.state.tools['slot']).to.deep.equal({ok: false, error: 'timeout'})
    expect(text).to.contain('Как вас зовут?')
  })

  it('lets a booking under way come to its end when the caller hangs up, and counts it', async () => {
    const booked = deferred<ToolResult>()
    const tools = {run: async ({use}: ToolCall) => (use === 'calendar.book' ? booked.promise : {ok: true})}
    const {call, events} = liveCall(scenario, {tools})
    await call.start()
    for (const line of known) await call.hear(line)
    const confirming = call.hear('да всё верно')
    const leaving = call.hangUp()
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(call.ended).to.equal(false)
    booked.resolve({ok: true, id: 'b1'})
    await Promise.all([confirming, leaving])
    expect(call.state.ending).to.include({outcome: 'lead'})
    expect(events.filter(({type}) => type === 'call.ended')).to.have.length(1)
    expect(events.at(-1)!.type).to.equal('call.ended')
  })

  it('takes up every tool call that was under way, with the keys they had', async () => {
    const flow = {
      ...barber,
      states: {
        ...barber.states,
        book_it: {
          ...barber.states.book_it,
          tools: [...barber.states.book_it.tools, {use: 'sms.send', args: {phone: '{{ f.phone }}'}, save_as: 'sms'}],
        },
      },
    } satisfies FlowInput
    const twice = scenarioOf(flow)
    const hanging = countingTools({run: ({use}) => (use === 'calendar.check' ? Promise.resolve({ok: true}) : new Promise<never>(() => {}))})
    const first = liveCall(twice, {tools: hanging.runner})
    await first.call.start()
    for (const line of known) await first.call.hear(line)
    void first.call.hear('да всё верно')
    await new Promise((resolve) => setTimeout(resolve, 10))
    const state = JSON.parse(JSON.stringify(first.call.state)) as typeof first.call.state
    expect(state.pending).to.include({kind: 'tool'})

    const answering = countingTools({run: async () => ({ok: true})})
    const second = liveCall(twice, {tools: answering.runner, resumeFrom: {state, nextSeq: 9, nextTurn: 9}})
    const {text} = await second.call.resume()
    expect(text).to.equal('Записал, ждём вас!')
    expect(answering.runs).to.have.length(2)
    expect(answering.runs[0]).to.equal(hanging.runs.at(-1))
    expect(second.call.state.ending).to.include({outcome: 'lead'})
  })

  it('comes back from a transfer that nobody knows the end of', async () => {
    const flow = {...barber, handoff: {target: '+74950000000', fallback: 'callback'}} as const
    const {call} = liveCall(scenarioOf(flow), {transfer: {connect: () => new Promise<never>(() => {})}})
    await call.start()
    void call.hear('соедините с человеком')
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(call.state.flags['transferring']).to.equal(true)
    const {state} = call
    const again = liveCall(scenarioOf(flow), {resumeFrom: {state, nextSeq: 5, nextTurn: 5}})
    const {text} = await again.call.resume()
    expect(text).to.match(/^Сейчас соединить не получается\./)
    expect(again.call.state.flags['transfer_failed']).to.equal(true)
    expect(text).to.match(/\?$/)
  })
})

describe('a conversation and its model', () => {
  it('goes by rules when the model takes no notice of the deadline', async () => {
    const alive = setInterval(() => {}, 1000)
    const {llm} = scriptedLlm(() => new Promise<never>(() => {}))
    const {call, events} = modelCall({llm, flow: barber, mode: 'full', modelDeadlineMs: 50})
    await call.start()
    const {text} = await call.hear('трам пам пам')
    clearInterval(alive)
    expect(text).to.match(/Чем помочь\?$/)
    expect(events.at(-1)).to.have.nested.property('payload.modelFault', 'timeout')
  })

  it('drops what the model says when the caller has hung up meanwhile', async () => {
    const answer = deferred<{json: unknown}>()
    const {llm} = scriptedLlm(() => answer.promise)
    const {call, events} = modelCall({llm, flow: barber, mode: 'full', modelDeadlineMs: 5000})
    await call.start()
    const hearing = call.hear('трам пам пам')
    await call.hangUp()
    answer.resolve({json: {commands: [{kind: 'intent', intent: 'book'}], reply: 'Хорошо. Чем помочь?'}})
    await hearing
    expect(events.at(-1)!.type).to.equal('call.ended')
    expect(call.state.ending).to.include({reason: 'caller_hangup'})
  })

  it('counts faults in a row and tells conditions of the skillbase', async () => {
    const flow = {...barber, handoff: {when: ['counters.llm_fail >= 2'], fallback: 'callback'}} satisfies FlowInput
    let fails = true
    const {llm} = scriptedLlm(() => (fails ? new LlmError('timeout', {provider: 'test', model: 'x'}) : {json: {commands: []}}))
    const {call} = modelCall({llm, flow, mode: 'assist'})
    await call.start()
    await call.hear('трам пам пам')
    fails = false
    await call.hear('тарарам пам')
    expect(call.state.counters.llmFail).to.equal(0)
    fails = true
    await call.hear('трам пам пам')
    expect(call.state.state).not.to.equal('callback')
    await call.hear('тарарам пам')
    expect(call.state.state).to.equal('callback')
  })

  it('keeps what is known when the model corrects it without a word of the caller’s', async () => {
    const commands = [
      {kind: 'correct', field: 'service', value: 'shave'},
      {kind: 'correct', field: 'date', value: '2026-04-01'},
      {kind: 'correct', field: 'time', value: '18:00'},
    ]
    const {llm, requests} = scriptedLlm(() => ({json: {commands}}))
    const {call} = modelCall({llm, flow: barber, mode: 'assist'})
    await call.start()
    await call.hear('хочу подстричься завтра в три')
    const before = call.state.fields
    await call.hear('соседи опять стену сверлят громко')
    expect(requests).not.to.have.length(0)
    for (const id of ['service', 'date', 'time']) expect(call.state.fields[id]).to.deep.equal(before[id])
  })

  it('asks back what only the model heard, though a summary is to come', async () => {
    const {llm} = scriptedLlm(() => ({json: {commands: [{kind: 'set', field: 'date', value: '2026-03-30'}]}}))
    const {call} = modelCall({llm, flow: barber, mode: 'assist'})
    await call.start()
    await call.hear('хочу подстричься')
    const {text} = await call.hear('ближе к концу месяца где нибудь')
    expect(call.state.fields['date']).to.include({status: 'candidate', value: '2026-03-30'})
    expect(text).to.contain('ридцатого марта').and.match(/\?$/)
  })

  it('asks its own question again when the model makes up an option', async () => {
    const {llm} = scriptedLlm(() => ({json: {commands: [{kind: 'set', field: 'service', value: 'shave'}]}}))
    const {call} = modelCall({llm, flow: barber, mode: 'assist'})
    await call.start()
    await call.hear('хочу записаться')
    const {text} = await call.hear('ну допустим')
    expect(call.state.fields['service']!.value).to.equal(undefined)
    expect(text)
      .to.match(/\?$/)
      .and.not.match(/верно|бритьё, да/i)
    expect(call.state.pending).to.deep.equal({kind: 'ask', field: 'service'})
  })

  it('stops asking a model whose words were refused three times in a row', async () => {
    const {llm, requests} = scriptedLlm(() => ({json: {commands: [], reply: 'Записал вас!'}, text: 'Записал вас!'}))
    const {call, events} = modelCall({llm, flow: barber, mode: 'full'})
    await call.start()
    for (const line of ['хочу подстричься', 'трам пам', 'пам трам', 'завтра', 'в три']) await call.hear(line)
    expect(requests).to.have.length(3)
    const faults = events.flatMap((event) => (event.type === 'turn.taken' ? [event.payload.modelFault] : []))
    expect(faults.slice(1, 5)).to.deep.equal(['guard: no question', 'guard: no question', 'guard: promise', null])
    expect(requests).to.have.length(3)
    expect(call.state.fields['time']!.value).to.equal('15:00')
  })

  it('speaks the model’s words as they can be heard', async () => {
    const {llm} = scriptedLlm(() => ({text: ' Понял, стрижка.\n На какой день,  скажем? '}))
    const {call} = modelCall({llm, flow: barber, mode: 'full'})
    await call.start()
    expect((await call.hear('хочу подстричься')).text).to.equal('Понял, стрижка. На какой день, скажем?')
  })

  it('asks no model about danger, rules and wishes not to be called', async () => {
    const {llm, requests} = scriptedLlm(() => ({json: {commands: []}, text: 'Да?'}))
    for (const line of [
      'человеку плохо вызовите скорую',
      'никогда мне больше не звоните',
      'вы ошиблись номером',
      'что думаете про выборы',
      '',
    ]) {
      const {call} = modelCall({llm, flow: barber, mode: 'full'})
      await call.start()
      await call.hear(line)
    }
    expect(requests).to.deep.equal([])
  })
})

describe('a conversation and its knowledge', () => {
  const flow = {...barber, knowledge: {base: 'kb', min_score: 0.5}} as const

  it('reads out what was found, and lives without it', async () => {
    const passage = {text: 'Парковка во дворе.', source: 'doc', score: 0.9}
    const answers = async (search: () => Promise<readonly (typeof passage)[]>) => {
      const {call} = liveCall(scenarioOf(flow), {knowledge: {search}})
      await call.start()
      return (await call.hear('а велосипед можно оставить?')).text
    }
    expect(await answers(async () => [passage])).to.contain('Парковка во дворе.')
    expect(await answers(async () => [])).to.contain('не знаю')
    expect(await answers(() => Promise.reject(new Error('down')))).to.contain('не знаю')
    const alive = setInterval(() => {}, 1000)
    // Nobody ever answers this one.
    expect(await answers(() => new Promise<never>(() => {}))).to.contain('не знаю')
    clearInterval(alive)
  })
})
