import type {Watcher} from './watcher.ts'
import {AppError} from '../../errors.ts'
import type {Exchange} from '../../dialogue/conversation/conversation.ts'
import {withTransfer} from '../../dialogue/conversation/transfer-tool.ts'
import type {DialogueModel, Knowledge, ToolRunner, Transfer} from '../../dialogue/conversation/ports.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import {warmEngine} from '../../dialogue/engine/warm.ts'
import type {CallEvent} from '../../events/call-event.ts'
import {ingestCall} from '../../events/ingest.ts'
import {ownMark} from '../../events/process-mark.ts'
import {createSpool, readSpool, type SpoolWriter, spoolFile} from '../../events/spool.ts'
import type {Bot} from '../../skillbase/load-bot.ts'
import type {Store} from '../../store/store.ts'
import type {CallDirection, DialogueMode} from '../call.ts'
import {type LiveCall, openCall, type ResumePoint} from '../live-call.ts'
import {callTaken, isOurs} from '../orphan.ts'
import {type CallReport, readReport} from './call-report.ts'
import type {CallerActions} from './action-sources.ts'
import {isHeard} from './caller-action.ts'
import {perform} from './perform.ts'
import type {SimulatedClock} from './simulated-clock.ts'

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
  readonly clock: SimulatedClock
  readonly tools: ToolRunner
  readonly transfer: Transfer
  readonly model?: DialogueModel | undefined
  /** Longest wait for it within a turn, milliseconds. */
  readonly modelDeadlineMs?: number
  readonly knowledge?: Knowledge | undefined
  readonly newEventId: () => string
  /** When aborted, the caller hangs up and the call is rejected with the reason once it is stored. */
  readonly signal?: AbortSignal | undefined
}

/** A call taken up again: where it stood, and its file. */
export interface ResumedCall {
  readonly from: ResumePoint
  readonly spool: SpoolWriter
}

/**
 * A whole call with a scripted or typing caller, through the same lifecycle and into the same rows as a call on the phone.
 * When the caller has nothing more to do, the caller hangs up.
 *
 * @throws AppError CALL_NOT_STORED (unavailable) when the call is over and its database is not there, the spool keeps it; CALL_TAKEN (conflict)
 */
export async function simulateCall(
  bot: Bot,
  options: SimulateOptions,
  actions: CallerActions,
  watcher: Watcher,
  deps: SimulateDeps,
  resumed?: ResumedCall,
): Promise<CallReport> {
  const {store, companyId, spoolDir, signal} = deps
  const {callId} = options
  const leaving = AbortSignal.any([signal, actions.gone].filter((each) => each !== undefined))
  const spool = resumed?.spool ?? createSpool(spoolDir, callId, await store.identity())
  let call = open(bot, options, deps, spool, resumed?.from)
  if (resumed && !isOurs(spoolDir, callId)) {
    spool.close()
    throw callTaken(callId)
  }
  let left: Promise<void> | undefined
  let unsaid = 0
  // A terminal is closed behind a call that is over: nobody hangs up then.
  const leave = async () => {
    if (!call.ended) await (left ??= hangUp())
  }
  const hangUp = () => call.hangUp().then((exchange) => watcher.exchange({kind: 'hangup'}, exchange, call))
  // Whatever the bot is waiting for then, the caller is not.
  leaving.addEventListener('abort', () => void leave().catch(() => {}), {once: true})
  try {
    watcher.exchange(undefined, await begin(call, resumed?.from), call)
    // From here on the call is seen by others. Without a database it goes on all the same.
    await ingestCall(spoolDir, callId, store).catch(() => {})
    // While the greeting is heard: the first answer waits for no tables to be made.
    warmEngine(bot.scenario)

    for await (const action of actions) {
      if (call.ended && isHeard(action)) unsaid++
      if (call.ended || leaving.aborted) break
      if (action.kind === 'restart') {
        const from = resumePoint(readSpool(spoolDir, callId))
        call = open(bot, options, deps, spool, from)
        watcher.exchange(action, await begin(call, from), call)
      } else await perform(call, action, {clock: deps.clock, scenario: bot.scenario}, watcher)
      if (call.ended) break
    }
    if (call.ended) unsaid += actions.unsaid?.() ?? 0
    else void leave().catch(() => {})
    await left
  } catch (error) {
    // Who says what means nothing has come to an end with it; anything else is a fault of ours.
    if (error instanceof AppError && error.code === 'UNKNOWN_ACTION') await leave()
    else call.fail()
    await ingestCall(spoolDir, callId, store).catch(() => {})
    throw error
  } finally {
    spool.close()
  }
  await ingestCall(spoolDir, callId, store).catch((error: unknown) => {
    throw notStored(callId, spoolFile(spoolDir, callId), error)
  })
  if (signal?.aborted) watcher.leftEarly?.(callId)
  signal?.throwIfAborted()
  const report = await readReport(companyId, callId, store)
  return unsaid > 0 ? {...report, unsaid} : report
}

const begin = (call: LiveCall, from: ResumePoint | undefined): Promise<Exchange> => (from?.state ? call.resume() : call.start())

function open(
  bot: Bot,
  {callId, mode, direction, caller, contact, seed}: SimulateOptions,
  deps: SimulateDeps,
  sink: SpoolWriter,
  resumeFrom: ResumePoint | undefined,
): LiveCall {
  return openCall({
    ...deps,
    tools: withTransfer(deps.tools, deps.transfer),
    callId,
    mode,
    caller,
    ...(contact && {contact}),
    scenario: bot.scenario,
    crmMapping: bot.skillbase.agent.crm_field_mapping,
    sink,
    ...(resumeFrom && {resumeFrom}),
    started: {
      skillbaseId: bot.stored.id,
      skillbaseVersion: bot.version,
      direction,
      channel: 'simulated',
      callerNumber: direction === 'inbound' ? caller || null : null,
      calleeNumber: direction === 'outbound' ? caller || null : null,
      seed,
      timezone: bot.scenario.timezone,
      process: ownMark(),
      ...(deps.clock.advance && {isVirtualTime: true}),
    },
  })
}

/** Where a call with these events stood. */
export function resumePoint(events: readonly CallEvent[]): ResumePoint {
  const last = events.findLast((event) => event.type === 'turn.taken')
  return {
    state: last && (last.payload.snapshot as DialogueState),
    nextSeq: events.at(-1)!.seq + 1,
    nextTurn: last ? last.payload.turn + 1 : 0,
  }
}

function notStored(callId: string, file: string, cause: unknown): AppError {
  const reason = (lang: 'en' | 'ru') =>
    cause instanceof AppError ? cause.sentence[lang] : `${cause instanceof Error ? cause.message : String(cause)}.`
  return new AppError(
    'CALL_NOT_STORED',
    {
      en: `Call ${callId} is over, but it is not in the database yet. ${reason('en')}`,
      ru: `Звонок ${callId} закончен, но пока не записан в базу. ${reason('ru')}`,
    },
    {
      exit: 'unavailable',
      cause,
      hint: {
        en: `Nothing is lost: it waits in ${file} and is stored in the same database by the next \`voicectl call simulate\` or \`voicectl call resume --close\`.`,
        ru: `Ничего не потеряно: он ждёт в ${file}, в ту же базу его запишет следующий \`voicectl call simulate\` или \`voicectl call resume --close\`.`,
      },
    },
  )
}
