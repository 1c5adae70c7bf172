import {expect} from 'chai'
import type {CallEvent} from '../../../src/events/call-event.ts'
import type {FlowInput} from '../../../src/skillbase/schema/flow.ts'
import {barber} from '../../helpers/barber.ts'
import {liveCall, startedBy} from '../../helpers/live-call.ts'
import {scenarioOf} from '../../helpers/scenario.ts'

const scenario = scenarioOf(barber)
const ended = (events: readonly CallEvent[]) => {
  const last = events.at(-1)!
  if (last.type !== 'call.ended') throw new Error('the call has not ended')
  return last.payload
}

describe('a call on record', () => {
  it('begins with its beginning and numbers its events without gaps', async () => {
    const {call, events} = liveCall(scenario, {contact: {name: 'Анна'}})
    await call.start()
    await call.hear('хочу подстричься')
    await call.press('1')
    await call.silence()
    await call.hangUp()
    expect(events.map(({type}) => type)).to.deep.equal([
      'call.started',
      'turn.taken',
      'turn.taken',
      'turn.taken',
      'turn.taken',
      'turn.taken',
      'call.ended',
    ])
    expect(events.map(({seq}) => seq)).to.deep.equal([0, 1, 2, 3, 4, 5, 6])
    expect(events[0]).to.deep.include({callId: call.id}).and.have.nested.property('payload.contact.name', 'Анна')
    const kinds = events.flatMap((event) => (event.type === 'turn.taken' ? [event.payload.kind] : []))
    expect(kinds).to.deep.equal(['start', 'user', 'dtmf', 'silence', 'hangup'])
    expect(ended(events)).to.deep.include({
      status: 'completed',
      endReason: 'caller_hangup',
      outcome: 'failed',
      fields: {service: 'haircut'},
    })
  })

  it('has every step on record before its tools are called', async () => {
    const onRecord: string[][] = []
    const {call, events} = liveCall(scenario, {
      tools: {
        async run() {
          onRecord.push(events.map(({type}) => type))
          return {ok: true}
        },
      },
    })
    await call.start()
    await call.hear('хочу подстричься завтра в три')
    expect(onRecord).to.deep.equal([['call.started', 'turn.taken', 'turn.taken']])
  })

  it('ignores whatever comes after its end', async () => {
    const {call, events} = liveCall(scenario)
    await call.start()
    await call.hear('не звоните мне больше')
    const before = events.length
    for (const act of [
      () => call.hear('алло'),
      () => call.press('1'),
      () => call.silence(),
      () => call.hangUp(),
      () => call.limit('max_duration'),
      () => call.resume(),
      () => call.start(),
    ])
      expect(await act()).to.deep.include({text: '', steps: []})
    call.fail()
    expect(events).to.have.length(before)
    expect(ended(events)).to.include({outcome: 'do_not_call', outcomeKind: 'do_not_call'})
  })

  it('ends as failed, with what was said, when something of ours breaks', async () => {
    const {call, events} = liveCall(scenario)
    await call.start()
    await call.hear('хочу подстричься')
    call.fail()
    expect(ended(events)).to.deep.include({status: 'failed', endReason: 'error', fields: {service: 'haircut'}})
  })

  it('tells a voicemail from an answer', async () => {
    const {call, events} = liveCall(scenario, {started: {...startedBy(), direction: 'outbound'}})
    await call.start()
    await call.hear('оставьте сообщение после сигнала')
    expect(ended(events)).to.include({telephonyResult: 'voicemail', outcomeKind: 'voicemail', endReason: 'voicemail'})
  })

  it('says how much of the bot’s words was heard when the caller interrupts', async () => {
    const {call, events} = liveCall(scenario)
    await call.start()
    await call.hear('хочу подстричься', 0.4)
    expect(events.at(-1)).to.have.nested.property('payload.kind', 'barge_in')
    expect(events.at(-1)).to.have.nested.property('payload.interrupted', true)
  })

  const survey = {
    flow: 'linear',
    fields: {interest: {type: 'yesno', ask: 'Вам интересно?'}},
    states: {ask: {collect: ['interest']}, bye: {type: 'end', say: 'Спасибо.'}},
    outcomes: [{id: 'lead', kind: 'lead', when: 'has(f.interest) && f.interest'}],
  } as const satisfies FlowInput

  it('leads with the number that was called when no other was given', async () => {
    const started = {...startedBy(), direction: 'outbound', callerNumber: null, calleeNumber: '+79260000000'} as const
    const {call, events} = liveCall(scenarioOf(survey), {started})
    await call.start()
    await call.hear('да')
    expect(ended(events).lead).to.deep.equal({name: null, phone: '+79260000000', email: null, data: {interest: true}})
  })

  it('leads with no number when somebody called and gave none', async () => {
    const {call, events} = liveCall(scenarioOf(survey))
    await call.start()
    await call.hear('да')
    expect(ended(events).lead).to.include({phone: null})
  })

  it('names fields of a lead as the CRM does', async () => {
    const {call, events} = liveCall(scenarioOf(survey), {crmMapping: {interest: 'UF_INTEREST'}})
    await call.start()
    await call.hear('да')
    expect(ended(events).lead!.data).to.deep.equal({UF_INTEREST: true})
  })
})
