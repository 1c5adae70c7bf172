import type {Message, Turn} from '../call/call.ts'
import type {CallRepository} from '../call/call-repository.ts'
import {acceptedValues} from '../dialogue/engine/draft.ts'
import type {DialogueState} from '../dialogue/engine/state.ts'
import type {LeadRepository} from '../lead/lead.ts'
import type {CallEvent, TurnTaken} from './call-event.ts'
import type {EventLog} from './event-log.ts'

/** Another process stored some of these events at the same moment: what follows from them has to be worked out anew. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

export interface ProjectionDeps {
  readonly events: EventLog
  readonly calls: CallRepository
  readonly leads: LeadRepository
}

/**
 * Puts events of one call into the log and what follows from them into the tables. Events that were stored before change nothing.
 * To be run in one transaction, so that the log and the tables cannot disagree.
 *
 * @returns how many events were new
 * @throws Overtaken, after which the transaction is to be repeated
 */
export async function storeEvents(events: readonly CallEvent[], {events: log, calls, leads}: ProjectionDeps): Promise<number> {
  const first = events[0]
  if (!first) return 0
  const {companyId, callId} = first
  const stored = new Set((await log.list(companyId, callId)).map((event) => event.id))
  const fresh = events.filter((event) => !stored.has(event.id))

  const started = fresh.find((event) => event.type === 'call.started')
  // The row of the call comes first: turns, messages and progress refer to it.
  if (started?.type === 'call.started') {
    const {callerNumber, calleeNumber, direction, channel, mode, seed, language, skillbaseId, skillbaseVersion} = started.payload
    const insertion = calls.insert(companyId, {
      id: callId,
      skillbaseId,
      skillbaseVersion,
      direction,
      channel,
      mode,
      seed,
      language,
      callerNumber,
      calleeNumber,
      startedAt: started.at,
      answeredAt: started.at,
      createdAt: started.at,
    })
    await insertion.catch(overtaken)
  }
  if ((await log.append(companyId, fresh).catch(overtaken)) < fresh.length) throw new Overtaken(`call ${callId}`)
  const turns = fresh.filter((event) => event.type === 'turn.taken')
  await calls.putTurns(
    companyId,
    turns.map((event) => turnRow(callId, event.at, event.payload)),
  )
  await calls.putMessages(
    companyId,
    turns.flatMap((event) => messageRows(callId, event.at, event.payload)),
  )
  const last = turns.at(-1)
  if (last) {
    const {snapshot, lang} = last.payload
    const state = snapshot as DialogueState
    await calls.putSnapshot(companyId, {callId, seq: last.seq, configSha256: state.config, snapshot, at: last.at})
    await calls.update(companyId, callId, {
      language: lang,
      statesVisited: state.visited,
      fields: acceptedValues(state),
      turnCount: last.payload.turn + 1,
      telephonyResult: 'answered',
    })
  }
  for (const event of fresh) {
    if (event.type !== 'call.ended') continue
    const {lead, ...end} = event.payload
    await calls.close(companyId, callId, {...end, endedAt: event.at})
    if (!lead) continue
    const call = await calls.find(companyId, callId)
    await leads.upsert(companyId, {id: event.id, callId, skillbaseId: call!.skillbaseId, ...lead, at: event.at})
  }
  return fresh.length
}

/** Rows that were not there a moment ago. When they are still in the way at the next attempt, something else is wrong. */
function overtaken(error: unknown): never {
  const {code} = error as {readonly code?: unknown}
  throw code === 'CALL_EXISTS' || code === 'EVENT_SEQUENCE_TAKEN' ? new Overtaken(String(code), {cause: error}) : error
}

const turnRow = (callId: string, at: number, payload: TurnTaken): Turn => ({
  callId,
  seq: payload.turn,
  kind: payload.kind,
  state: payload.state,
  nextState: payload.nextState,
  lang: payload.lang,
  callerText: payload.callerText,
  botText: payload.botText,
  commands: payload.commands,
  trace: payload.trace,
  engineUs: payload.engineUs,
  llmMs: payload.model?.ms ?? null,
  llmModel: payload.model?.name ?? null,
  tokensIn: payload.model?.tokensIn ?? null,
  tokensOut: payload.model?.tokensOut ?? null,
  interrupted: payload.interrupted,
  at,
})

/** Two lines a turn: what the caller said, what the bot answered. */
function messageRows(callId: string, at: number, {turn, callerText, botText, state, nextState, lang}: TurnTaken): Message[] {
  const rows: Message[] = []
  if (callerText) rows.push({callId, seq: turn * 2, role: 'caller', text: callerText, state, lang, at})
  if (botText) rows.push({callId, seq: turn * 2 + 1, role: 'bot', text: botText, state: nextState, lang, at})
  return rows
}
