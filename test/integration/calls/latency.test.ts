import {setTimeout as wait} from 'node:timers/promises'
import {expect} from 'chai'
import type {CallerAction} from '../../../src/call/simulate/caller-action.ts'
import {simulateCall} from '../../../src/call/simulate/simulate-call.ts'
import {systemClock} from '../../../src/clock.ts'
import type {ToolRunner} from '../../../src/dialogue/conversation/ports.ts'
import {newId} from '../../../src/ids.ts'
import {simulatedCalendar} from '../../../src/simulator/calendar.ts'
import {barber} from '../../helpers/barber.ts'
import {modelCall} from '../../helpers/model-call.ts'
import {scriptedLlm} from '../../helpers/scripted-llm.ts'
import {storedBot} from '../../helpers/stored-call.ts'
import {onBothDatabases} from '../../helpers/store.ts'
import {tempDir} from '../../helpers/temp-dir.ts'

const speakingMs = 150

/** A caller who takes time to say each line, as people do. */
async function* slowly(lines: readonly string[]): AsyncGenerator<CallerAction> {
  for (const text of lines) {
    await wait(speakingMs)
    yield {kind: 'say', text}
  }
}

onBothDatabases('D-22: how long a turn took', (under) => {
  const folder = tempDir()

  /** What the database holds of a call on the real clock, with a slow caller and slow tools. */
  const call = async (lines: readonly string[]) => {
    const {companyId, bot} = await storedBot(under.store, barber)
    const callId = newId()
    const calendar = simulatedCalendar()
    const tools: ToolRunner = {
      async run(asked, signal) {
        await wait(speakingMs)
        return calendar.run(asked, signal)
      },
    }
    const options = {callId, mode: 'off', direction: 'inbound', caller: '+79260000000', seed: 1} as const
    const transfer = {connect: async () => false}
    const deps = {store: under.store, companyId, spoolDir: folder.path('spool'), clock: systemClock, tools, transfer}
    await simulateCall(bot, options, slowly(lines), {exchange: () => {}}, {...deps, newEventId: () => newId()})
    return {turns: await under.store.calls.turns(companyId, callId), messages: await under.store.calls.messages(companyId, callId)}
  }

  it('counts from the end of what the caller said, so speaking slowly makes no turn slower', async () => {
    const {turns} = await call(['хочу подстричься завтра в три', 'анна', 'с этого номера', 'нет', 'да всё верно'])
    const said = turns.filter(({kind}) => kind === 'user')
    expect(said).to.have.length(5)
    // The call lasted as long as its caller spoke; a turn was quicker than one line of theirs. The middle one: any may be held up by the machine.
    expect(said.at(-1)!.at - turns[0]!.at).to.be.at.least(5 * speakingMs - 5)
    expect(Math.min(...turns.map(({engineUs}) => engineUs))).to.be.greaterThan(0)
    const middle = said.map(({engineUs}) => engineUs).toSorted((a, b) => a - b)[2]
    expect(middle).to.be.lessThan(speakingMs * 1000)
  })

  it('is kept turn by turn, none averaged away, from turn 0 on, and the transcript counts the same turns', async () => {
    const {turns, messages} = await call(['хочу подстричься завтра в три', 'анна'])
    expect(turns.map(({seq}) => seq)).to.deep.equal(turns.map((_, index) => index))
    expect(turns[0]).to.include({seq: 0, kind: 'start'})
    for (const {seq, role, text} of messages) {
      const turn = turns[Math.floor(seq / 2)]!
      expect(role === 'caller' ? turn.callerText : turn.botText).to.equal(text)
    }
  })
})

describe('D-22: how long a model took', () => {
  it('is a number of its own, from the request to the whole answer, and in no engine time', async () => {
    const {llm} = scriptedLlm(async () => {
      await wait(speakingMs)
      return {json: {commands: [], reply: null}}
    })
    const slow: typeof llm = {
      ...llm,
      async complete(request, signal) {
        const began = performance.now()
        const done = await llm.complete(request, signal)
        return {...done, totalMs: performance.now() - began}
      },
    }
    const {call, events} = modelCall({llm: slow, flow: barber, mode: 'assist', clock: systemClock})
    await call.start()
    await wait(8 * speakingMs)
    await call.hear('мне бы как-нибудь покороче чтобы не мешало')
    const taken = events.flatMap((event) => (event.type === 'turn.taken' ? [event.payload] : [])).at(-1)!
    expect(taken.model!.ms).to.be.within(speakingMs - 5, 8 * speakingMs)
    expect(taken.engineUs).to.be.lessThan(taken.model!.ms * 1000)
  })
})
