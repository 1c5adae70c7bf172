import type {Call, Message} from '../call.ts'
import type {TurnTaken} from '../../events/call-event.ts'
import type {StoredEvent} from '../../events/event-log.ts'
import type {Lead} from '../../lead/lead.ts'
import type {Store} from '../../store/store.ts'

export interface CallView {
  readonly id: string
  readonly skillbase: string
  readonly version: number
  readonly direction: Call['direction']
  readonly channel: Call['channel']
  readonly mode: Call['mode']
  readonly language: Call['language']
  readonly caller: string | null
  readonly callee: string | null
  readonly status: Call['status']
  readonly outcome: string | null
  readonly outcomeKind: Call['outcomeKind']
  readonly evidence: Call['outcomeEvidence']
  readonly endReason: Call['endReason']
  readonly turnCount: number
  readonly statesVisited: readonly string[]
  readonly startedAt: string
  readonly endedAt: string | null
  readonly durationSeconds: number | null
}

export interface TurnView {
  readonly role: 'caller' | 'bot' | 'system'
  readonly text: string
  readonly state: string | null
  readonly lang: string | null
  readonly at: string
  /** Why nothing of a model's reply, or not its words, could be used in this turn; of the bot's lines only. */
  readonly modelFault?: string
}

export interface LeadView {
  readonly id: string
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly status: Lead['status']
}

/** A whole call, as `call simulate --json` and `call show --json` print it. */
export interface CallReport {
  readonly call: CallView
  readonly fields: Readonly<Record<string, unknown>>
  readonly turns: readonly TurnView[]
  readonly lead?: LeadView
  /** Lines of a simulated caller that were left when the call was over; only of a call that has just been held. */
  readonly unsaid?: number
}

export const callView = (call: Call, skillbase: string): CallView => ({
  id: call.id,
  skillbase,
  version: call.skillbaseVersion,
  direction: call.direction,
  channel: call.channel,
  mode: call.mode,
  language: call.language,
  caller: call.callerNumber,
  callee: call.calleeNumber,
  status: call.status,
  outcome: call.outcome,
  outcomeKind: call.outcomeKind,
  evidence: call.outcomeEvidence,
  endReason: call.endReason,
  turnCount: call.turnCount,
  statesVisited: call.statesVisited,
  startedAt: iso(call.startedAt)!,
  endedAt: iso(call.endedAt),
  durationSeconds: call.endedAt === null ? null : Math.round((call.endedAt - call.startedAt) / 100) / 10,
})

/** @param faults of the model, by the number of the turn */
export function callReport(
  call: Call,
  skillbase: string,
  messages: readonly Message[],
  lead: Lead | undefined,
  faults: ReadonlyMap<number, string> = new Map(),
): CallReport {
  // A turn has two lines, the bot's behind the caller's.
  const faultOf = ({role, seq}: Message) => (role === 'bot' ? faults.get(Math.floor(seq / 2)) : undefined)
  return {
    call: callView(call, skillbase),
    fields: plainFields(call.fields),
    turns: messages.map((message) => {
      const {role, text, state, lang, at} = message
      const modelFault = faultOf(message)
      return {role, text, state, lang, at: iso(at)!, ...(modelFault !== undefined && {modelFault})}
    }),
    ...(lead && {
      lead: {id: lead.id, name: lead.name, phone: lead.phone, email: lead.email, data: plainFields(lead.data), status: lead.status},
    }),
  }
}

/** A call with its transcript and lead. The caller of this has checked that the call exists. */
export async function readReport(
  companyId: string,
  callId: string,
  {calls, skillbases, leads, events}: Pick<Store, 'calls' | 'skillbases' | 'leads' | 'events'>,
): Promise<CallReport> {
  const call = (await calls.find(companyId, callId))!
  const skillbase = await skillbases.find(companyId, call.skillbaseId)
  const messages = await calls.messages(companyId, call.id)
  const faults = call.mode === 'off' ? undefined : modelFaults(await events.list(companyId, call.id))
  return callReport(call, skillbase?.slug ?? call.skillbaseId, messages, await leads.findByCall(companyId, call.id), faults)
}

/** Only the log keeps them: no column of a turn does. */
const modelFaults = (events: readonly StoredEvent[]): ReadonlyMap<number, string> =>
  new Map(
    events.flatMap(({type, payload}) => {
      const {turn, modelFault} = payload as Partial<TurnTaken>
      return type === 'turn.taken' && turn !== undefined && modelFault ? [[turn, modelFault] as const] : []
    }),
  )

/** Yes and no are words for people and for JSON alike; inside they are true and false. */
export const plainFields = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, typeof value === 'boolean' ? (value ? 'yes' : 'no') : value]))

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
