import {type LiveCall, type LiveCallOptions, openCall} from '../../call/live-call.ts'
import type {DialogueMode} from '../../call/call.ts'
import {type Clock, virtualClock} from '../../clock.ts'
import type {DialogueModel, Step} from '../../dialogue/conversation/ports.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import type {CallEvent} from '../../events/call-event.ts'
import type {Setting, Turn} from '../format/test-file.ts'
import type {TestedBot} from '../load-tested-bot.ts'
import {answeredTransfers} from './answered-transfers.ts'
import {mockedTools, type ToolUse} from './mock-tools.ts'

export interface ScriptedCall {
  readonly state: DialogueState
  readonly ended: boolean
  readonly clock: Clock
  /** Everything on record so far. */
  readonly events: readonly CallEvent[]
  readonly toolUses: readonly ToolUse[]
  /** The opening: greeting and first question. */
  open(): Promise<readonly Step[]>
  /**
   * One turn of the caller and all that followed from it.
   * @param next the turn after it: whether somebody answers a transfer stands there
   */
  take(turn: Turn, next?: Turn): Promise<readonly Step[]>
  hangUp(): Promise<readonly Step[]>
}

export interface RunOptions {
  readonly mode: DialogueMode
  readonly model?: DialogueModel | undefined
  /** Longest wait for it within a turn, milliseconds. */
  readonly modelDeadlineMs?: number | undefined
}

/** The same in every run: whatever is derived from it, keys of tool calls and prompts included, stays the same. */
const callId = 'scenario-test'

/** A call from greeting to end on a clock of its own, with prepared answers in place of tools and nobody's phone ringing. */
export function scriptedCall(bot: TestedBot, setting: Setting, {mode, model, modelDeadlineMs}: RunOptions): ScriptedCall {
  const clock = virtualClock(setting.now)
  const crash = crashes()
  const tools = mockedTools(setting.tools, {pass: (ms) => clock.advance(ms), crash: () => crash.happens()})
  const events: CallEvent[] = []
  const transfer = answeredTransfers()
  let ids = 0
  let processes = 0

  const begin = (resumeFrom?: LiveCallOptions['resumeFrom']): LiveCall => {
    const process = ++processes
    return openCall({
      callId,
      companyId: 'scenario-test',
      scenario: bot.scenario,
      crmMapping: bot.skillbase.agent.crm_field_mapping,
      mode,
      model,
      ...(modelDeadlineMs !== undefined && {modelDeadlineMs}),
      caller: setting.caller,
      contact: setting.contact,
      tools: tools.runner,
      transfer: {connect: () => transfer.requested()},
      clock,
      // A lost process writes nothing any more, whatever its timers still do.
      sink: {append: (event) => void (process === processes && events.push(event))},
      newEventId: () => `event-${++ids}`,
      started: startOf(setting),
      ...(resumeFrom && {resumeFrom}),
    })
  }

  let call = begin()
  /** What has begun and not ended: a turn that waits for somebody to answer a transfer. */
  let under: Promise<unknown> = Promise.resolve()

  /** Runs until the caller is to speak again, or until somebody has to answer a transfer. */
  const stepsOf = async (act: () => Promise<unknown>): Promise<readonly Step[]> => {
    const from = call.steps.length
    under = act()
    await Promise.race([under, transfer.waiting(), crash.coming()])
    const steps = call.steps.slice(from)
    return crash.hasHappened() ? [...steps, ...(await restart())] : steps
  }

  const restart = (): Promise<readonly Step[]> => {
    transfer.forget()
    call = begin(snapshotOf(events))
    return stepsOf(() => call.resume())
  }

  const perform = (turn: Turn): Promise<readonly Step[]> => {
    if (turn.user !== undefined) return stepsOf(() => call.hear(turn.user!, turn.barge_in_at))
    if (turn.dtmf !== undefined) return stepsOf(() => call.press(turn.dtmf!))
    if (turn.hangup) return stepsOf(() => call.hangUp())
    if (turn.restart) return restart()
    if (turn.silence === undefined) return Promise.resolve([])
    clock.advance(turn.silence * 1000)
    return stepsOf(() => (isOver(call, clock, bot) ? call.limit('max_duration') : call.silence(turn.silence)))
  }

  return {
    get state() {
      return call.state
    },
    get ended() {
      return call.ended
    },
    clock,
    events,
    toolUses: tools.uses,
    open: () => stepsOf(() => call.start()),
    async take(turn, next) {
      if (turn.transfer !== undefined && turn.user === undefined) {
        const from = call.steps.length
        if (!transfer.answer(turn.transfer === 'ok')) return []
        await under
        return call.steps.slice(from)
      }
      transfer.expect(turn.transfer ?? (next && isAnswer(next) ? 'next' : 'ok'))
      return perform(turn)
    },
    async hangUp() {
      transfer.answer(false)
      await under
      return call.ended ? [] : stepsOf(() => call.hangUp())
    },
  }
}

const isAnswer = ({transfer, user}: Turn): boolean => transfer !== undefined && user === undefined

const isOver = ({state}: LiveCall, clock: Clock, {scenario}: TestedBot): boolean =>
  clock.now() - state.startedAt >= scenario.limits.duration * 1000

const startOf = ({direction, caller, seed}: Setting): LiveCallOptions['started'] => ({
  skillbaseId: 'scenario-test',
  skillbaseVersion: 1,
  direction,
  channel: 'simulated',
  callerNumber: direction === 'inbound' ? caller || null : null,
  calleeNumber: direction === 'outbound' ? caller || null : null,
  seed,
  process: {host: 'scenario-test', pid: 0, started: ''},
})

/** What another process would find: nothing but what was written down, as JSON. */
function snapshotOf(events: readonly CallEvent[]): LiveCallOptions['resumeFrom'] {
  const written = JSON.parse(JSON.stringify(events)) as CallEvent[]
  const last = written.findLast((event) => event.type === 'turn.taken')
  if (!last) return undefined
  return {state: last.payload.snapshot as DialogueState, nextSeq: written.at(-1)!.seq + 1, nextTurn: last.payload.turn + 1}
}

/** The process is lost while a tool runs. */
function crashes() {
  let happened = false
  let onCrash: (() => void) | undefined
  return {
    happens() {
      happened = true
      onCrash?.()
    },
    /** Resolves when it happens, at once when it has. */
    coming: (): Promise<void> =>
      new Promise((resolve) => {
        onCrash = resolve
        if (happened) resolve()
      }),
    /** Asked once for each. */
    hasHappened(): boolean {
      const was = happened
      happened = false
      return was
    },
  }
}
