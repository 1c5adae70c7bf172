import type {Clock} from '../../clock.ts'
import type {Exchange} from '../../dialogue/conversation/conversation.ts'
import type {DialogueModel, Knowledge, ToolRunner, Transfer} from '../../dialogue/conversation/ports.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import type {CallEvent} from '../../events/call-event.ts'
import {ingestCall} from '../../events/ingest.ts'
import {ownMark} from '../../events/process-mark.ts'
import {openSpool} from '../../events/spool.ts'
import type {Bot} from '../../skillbase/load-bot.ts'
import type {Store} from '../../store/store.ts'
import type {Call, CallDirection, DialogueMode} from '../call.ts'
import {type LiveCall, openCall} from '../live-call.ts'
import {type CallReport, callReport} from './call-report.ts'
import type {CallerAction} from './caller-action.ts'

export interface SimulateOptions {
  readonly callId: string
  readonly mode: DialogueMode
  readonly direction: CallDirection
  /** The other party's number, E.164; empty when withheld. */
  readonly caller: string
  readonly contact?: Readonly<Record<string, string>>
  readonly seed: number
}

export interface SimulateDeps {
  readonly store: Store
  readonly companyId: string
  readonly spoolDir: string
  readonly clock: Clock & {readonly advance?: (ms: number) => void}
  readonly tools: ToolRunner
  readonly transfer: Transfer
  readonly model?: DialogueModel | undefined
  readonly knowledge?: Knowledge | undefined
  readonly newEventId: () => string
}

/** What watches a simulated call: the terminal, or nobody. */
export interface Watcher {
  exchange(action: CallerAction | undefined, exchange: Exchange, call: LiveCall): void
  state?(state: DialogueState): void
  help?(): void
}

/** A call taken up again: its events so far. */
export interface ResumedCall {
  readonly events: readonly CallEvent[]
}

/**
 * A whole call with a scripted or typing caller, through the same lifecycle and into the same rows as a call on the phone.
 * When the caller has nothing more to do, the caller hangs up.
 */
export async function simulateCall(
  bot: Bot,
  options: SimulateOptions,
  actions: AsyncIterable<CallerAction>,
  watcher: Watcher,
  deps: SimulateDeps,
  resumed?: ResumedCall,
): Promise<CallReport> {
  const {store, companyId, spoolDir} = deps
  const spool = openSpool(spoolDir, options.callId)
  try {
    const begin = (from?: {state: DialogueState; nextSeq: number; nextTurn: number}) => open(bot, options, deps, spool, from)
    let call = begin(resumed && lastSnapshot(resumed.events))
    watcher.exchange(undefined, resumed ? await call.resume() : await call.start(), call)
    await ingestCall(spoolDir, options.callId, store)

    for await (const action of actions) {
      if (call.ended) break
      if (action.kind === 'restart') {
        const events = await ingestCall(spoolDir, options.callId, store)
        call = begin(lastSnapshot(events))
        watcher.exchange(action, await call.resume(), call)
        continue
      }
      const exchange = await perform(call, action, deps, watcher)
      if (exchange) watcher.exchange(action, exchange, call)
      if (call.ended) break
    }
    if (!call.ended) watcher.exchange({kind: 'hangup'}, await call.hangUp(), call)
  } finally {
    spool.close()
  }
  await ingestCall(spoolDir, options.callId, store)
  return readReport(companyId, options.callId, store)
}

/** A call with its transcript and lead. The caller of this has checked that the call exists. */
export async function readReport(companyId: string, callId: string, store: Store): Promise<CallReport> {
  const call = (await store.calls.find(companyId, callId))!
  const skillbase = await store.skillbases.find(companyId, call.skillbaseId)
  return callReport(
    call,
    skillbase?.slug ?? call.skillbaseId,
    await store.calls.messages(companyId, call.id),
    await store.leads.findByCall(companyId, call.id),
  )
}

function open(
  bot: Bot,
  {callId, mode, direction, caller, contact, seed}: SimulateOptions,
  deps: SimulateDeps,
  spool: ReturnType<typeof openSpool>,
  resumeFrom?: {readonly state: DialogueState; readonly nextSeq: number; readonly nextTurn: number},
): LiveCall {
  return openCall({
    ...deps,
    callId,
    mode,
    caller,
    ...(contact && {contact}),
    scenario: bot.scenario,
    crmMapping: bot.skillbase.agent.crm_field_mapping,
    sink: spool,
    ...(resumeFrom && {resumeFrom}),
    started: {
      skillbaseId: bot.stored.id,
      skillbaseVersion: bot.version,
      direction,
      channel: 'simulated',
      callerNumber: direction === 'inbound' ? caller || null : null,
      calleeNumber: direction === 'outbound' ? caller || null : null,
      seed,
      process: ownMark(),
    },
  })
}

async function perform(call: LiveCall, action: CallerAction, {clock}: SimulateDeps, watcher: Watcher): Promise<Exchange | undefined> {
  // On a clock of its own a call takes the time that people take.
  clock.advance?.(action.kind === 'silence' ? action.seconds * 1000 : 4000)
  switch (action.kind) {
    case 'say':
      return call.hear(action.text, action.heard)
    case 'silence':
      return call.silence(action.seconds)
    case 'dtmf':
      return call.press(action.digits)
    case 'hangup':
      return call.hangUp()
    case 'state':
      watcher.state?.(call.state)
      return undefined
    case 'help':
      watcher.help?.()
      return undefined
    case 'restart':
      return undefined
  }
}

/** Where a call that was cut off stood. */
export function lastSnapshot(events: readonly CallEvent[]): {state: DialogueState; nextSeq: number; nextTurn: number} | undefined {
  const last = events.findLast((event) => event.type === 'turn.taken')
  if (!last) return undefined
  return {state: last.payload.snapshot as DialogueState, nextSeq: events.at(-1)!.seq + 1, nextTurn: last.payload.turn + 1}
}

export const isSimulated = (call: Call): boolean => call.channel === 'simulated'
