import {expect} from 'chai'
import {systemClock} from '../../src/clock.ts'
import type {Message, Turn} from '../../src/call/call.ts'
import type {CallEvent, TurnTaken} from '../../src/events/call-event.ts'
import {applySkillbase} from '../../src/skillbase/apply-skillbase.ts'
import {type Bot, loadBot} from '../../src/skillbase/load-bot.ts'
import type {FlowInput} from '../../src/skillbase/schema/flow.ts'
import type {SkillbaseInput} from '../../src/skillbase/schema/skillbase.ts'
import type {Store} from '../../src/store/store.ts'
import {barber} from './barber.ts'
import {skillbaseOf} from './skillbases.ts'
import {someCompany} from './store.ts'

/** A company with a bot. */
export async function storedBot(
  store: Store,
  flow: FlowInput = barber,
  rest: Partial<SkillbaseInput> = {},
): Promise<{readonly companyId: string; readonly bot: Bot}> {
  const {id: companyId} = await someCompany(store)
  const {skillbases} = store
  await applySkillbase(skillbaseOf(flow, {slug: 'barber', ...rest}), {}, {skillbases, companyId, clock: systemClock})
  return {companyId, bot: await loadBot(companyId, 'barber', {version: 'latest'}, skillbases)}
}

/** Everything the database holds of a call. */
export const rowsOf = async (store: Store, companyId: string, callId: string) => ({
  call: await store.calls.find(companyId, callId),
  turns: await store.calls.turns(companyId, callId),
  messages: await store.calls.messages(companyId, callId),
  events: await store.events.list(companyId, callId),
  snapshot: await store.calls.snapshot(companyId, callId),
  lead: await store.leads.findByCall(companyId, callId),
})

export type Rows = Awaited<ReturnType<typeof rowsOf>>

/** The rows of a call say what its events say: nothing is missing, nothing is made up. */
export function expectConsistent({call, turns, messages, events, snapshot, lead}: Rows): void {
  const log = events as unknown as readonly CallEvent[]
  expect(log.map(({seq}) => seq)).to.deep.equal(log.map((_, index) => index))
  const started = log[0]!
  const taken = log.flatMap((event) => (event.type === 'turn.taken' ? [event] : []))
  const ended = log.find((event) => event.type === 'call.ended')
  if (started.type !== 'call.started') throw new Error('the log does not begin with the beginning')
  expect(call).to.include({id: started.callId, startedAt: started.at, turnCount: taken.length, seed: started.payload.seed})
  expect(turns.map(({seq, kind, callerText, botText}) => ({seq, kind, callerText, botText}))).to.deep.equal(
    taken.map(({payload: {turn, kind, callerText, botText}}) => ({seq: turn, kind, callerText, botText})),
  )
  expect(messages.map(({role, text}) => ({role, text}))).to.deep.equal(taken.flatMap(({payload}) => linesOf(payload)))
  expect(snapshot?.snapshot).to.deep.equal(taken.at(-1)?.payload.snapshot)
  if (ended?.type !== 'call.ended') {
    expect(call).to.include({status: 'active', endedAt: null, outcome: null})
    return
  }
  const {lead: found, ...end} = ended.payload
  expect(call).to.deep.include({...end, endedAt: ended.at})
  if (found) expect(lead).to.deep.include(found)
  else expect(lead).to.equal(undefined)
}

const linesOf = ({callerText, botText}: TurnTaken): Pick<Message, 'role' | 'text'>[] => [
  ...(callerText ? [{role: 'caller' as const, text: callerText}] : []),
  ...(botText ? [{role: 'bot' as const, text: botText}] : []),
]

/** Without what differs from one run to the next: ids and timings. */
export const timeless = (turns: readonly Turn[]) => turns.map(({callId: _callId, engineUs: _engineUs, at: _at, ...turn}) => turn)
