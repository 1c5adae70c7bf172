import {newId} from '../../src/ids.ts'
import type {Store} from '../../src/store/store.ts'
import {someCall, someCompany, someTime} from './store.ts'

/** Something in every table, awkward values included. Returns what identifies it. */
export async function fillStore(store: Store, calls = 3): Promise<{readonly companyId: string; readonly callId: string}> {
  const {id: companyId} = await someCompany(store)
  await store.companies.update(companyId, {name: 'Ёлка\u2028👩‍👧', settings: {b: [1, null, {я: '\u2029'}], a: -0.25}}, someTime)
  let callId = ''
  for (let index = 0; index < calls; index++) {
    const call = await someCall(store, companyId, someTime + index)
    callId = call.id
    const numbers = {engineUs: 5, llmMs: null, llmModel: null, tokensIn: null, tokensOut: null, at: someTime}
    const said = {state: 'ж', nextState: null, lang: 'ru', callerText: 'строка\nвторая "кавычки"', botText: null} as const
    await store.calls.putTurns(companyId, [
      {callId, seq: 0, kind: 'start', ...said, ...numbers, commands: [{z: 1, a: 2}], trace: null, interrupted: false},
      {callId, seq: 1, kind: 'user', ...said, ...numbers, commands: [], trace: {z: {}, a: []}, interrupted: true},
    ])
    await store.calls.putMessages(companyId, [{callId, seq: 0, role: 'bot', text: '', state: null, lang: null, at: someTime}])
    await store.calls.putSnapshot(companyId, {callId, seq: 1, configSha256: 'x', snapshot: {fields: {z: 1, a: 2}}, at: someTime})
    const payload = index === 0 ? null : {text: 'ё 📞', list: ['a', 1e21]}
    await store.events.append(companyId, [{id: newId(), callId, seq: 0, type: 'call.started', at: someTime, payload}])
    const lead = {
      id: newId(),
      callId,
      skillbaseId: call.skillbaseId,
      name: 'Алёна',
      phone: '+79001234567',
      email: null,
      data: {z: 1, a: [true]},
    }
    await store.leads.upsert(companyId, {...lead, at: someTime})
    await store.calls.close(companyId, callId, {
      status: 'completed',
      endReason: 'silence',
      endedAt: someTime + 9,
      outcomeEvidence: {z: 'я'},
    })
  }
  return {companyId, callId}
}
