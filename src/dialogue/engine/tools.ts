import {createHash} from 'node:crypto'
import {askAnew, listOf} from './ask.ts'
import {clearField, type Draft, flag, isAccepted, note, patch, patchField, render, renderData, say} from './draft.ts'
import {wordingsFor} from './scenario/line.ts'
import type {ScenarioState, StateTool} from './scenario/scenario.ts'
import type {Pending, ToolCall, ToolResult} from './state.ts'
import {spokenTime} from './voice.ts'

/** Tools of the state whose arguments are known and which were not called with them yet. */
export function dueTools(draft: Draft, state: ScenarioState): ToolCall[] {
  return state.tools
    .filter((tool) => tool.needs.every((id) => isAccepted(draft.state.fields[id])))
    .flatMap((tool) => callOf(draft, tool) ?? [])
    .filter((call) => !(call.key in draft.state.toolKeys))
}

/** Nothing when an argument cannot be told: a call without it would do something else. */
function callOf(draft: Draft, tool: StateTool): ToolCall | undefined {
  const args: Record<string, string | number | boolean> = {}
  for (const [name, arg] of tool.args) {
    const value = typeof arg === 'object' ? renderData(draft, arg) : arg
    if (value === undefined) return undefined
    args[name] = value
  }
  // Whoever carries out a transfer is told the number of the target that the flow names.
  const to = isTransfer({use: tool.use}) ? targetNumber(draft, args['target']) : undefined
  if (to !== undefined) args['to'] = to
  // The same call with the same arguments is the same act, in whatever process and after whatever crash.
  const digest = createHash('sha256')
    .update(JSON.stringify([tool.use, Object.entries(args)]))
    .digest('hex')
    .slice(0, 16)
  return {use: tool.use, saveAs: tool.saveAs, args, key: `${draft.state.callId}:${tool.use}:${digest}`, timeout: tool.timeout}
}

/** Sends the calls out and waits for their results. */
export function callTools(draft: Draft, state: ScenarioState, calls: readonly ToolCall[]): void {
  const asked = askedNow(draft, state)
  if (asked === undefined) askAnew(draft)
  const waiting = {kind: 'tool', calls, then: state.type === 'action' ? 'transitions' : 'collect'} as const
  patch(draft, {pending: {...waiting, ...(asked !== undefined && {asked})}})
  for (const call of calls) {
    const tool = state.tools.find((each) => each.use === call.use && each.saveAs === call.saveAs)!
    note(draft, 'tool', `${call.use} ${JSON.stringify(withoutPii(draft, call.args))}`)
    const filler = wordingsFor(tool.filler, draft.state.lang)[0]
    draft.effects.push({kind: 'tool', call, ...(filler && {filler: render(draft, filler)})})
  }
}

/** The field whose question was the last word of this turn: it stands, also in a state that was entered behind it. */
function askedNow({acts, state: {pending}}: Draft, {collect}: ScenarioState): string | undefined {
  const last = acts.at(-1)
  if (last?.kind !== 'ask') return undefined
  if (pending.kind === 'ask') return pending.field
  const field = /^(?:re)?ask\.(.+)$/.exec(last.key)?.[1]
  return field !== undefined && collect.includes(field) ? field : undefined
}

/** Arguments as a trace may hold them. */
function withoutPii({scenario, state}: Draft, args: ToolCall['args']): ToolCall['args'] {
  const personal = new Set(
    [...scenario.fields.values()]
      .filter((field) => field.pii && state.fields[field.id]!.value !== undefined)
      .map((field) => String(state.fields[field.id]!.value)),
  )
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, personal.has(String(value)) ? '•' : value]))
}

const targetNumber = ({scenario}: Draft, name: unknown): string | undefined =>
  name === undefined ? scenario.handoff.target : scenario.targets.get(String(name))

export const isTransfer = ({use}: Pick<ToolCall, 'use'>): boolean => use === 'transfer_call' || use === 'transfer_to_agent'

/** What the person who takes over should know, from what is established only. */
export function summary({scenario, state}: Draft): string {
  const known = [...scenario.fields.values()]
    .filter((field) => isAccepted(state.fields[field.id]))
    .map((field) => `${field.id}: ${String(state.fields[field.id]!.value)}`)
  return [scenario.persona.company, ...known].filter(Boolean).join('; ')
}

/** Stores a result. True when the last awaited one has come. */
export function storeResult(draft: Draft, key: string, result: ToolResult): boolean {
  const {pending} = draft.state
  if (pending.kind !== 'tool') return false
  const call = pending.calls.find((each) => each.key === key)
  if (!call) return false
  patch(draft, {tools: {...draft.state.tools, [call.saveAs]: result}, toolKeys: {...draft.state.toolKeys, [key]: call.saveAs}})
  if (isTransfer(call) && result.ok) flag(draft, 'transferred')
  note(draft, 'tool_result', `${call.use} ${result.ok ? 'ok' : `failed: ${String(result['error'] ?? 'refused')}`}`)
  const left = pending.calls.filter((each) => each.key !== key)
  const next: Pending = pending.asked === undefined ? {kind: 'open'} : {kind: 'ask', field: pending.asked}
  patch(draft, {pending: left.length > 0 ? {...pending, calls: left} : next})
  return left.length === 0
}

/**
 * A slot that is taken reopens the time it was asked for, with what is free instead.
 * A tool that could not answer says nothing about the slot: the conversation goes on and promises nothing.
 */
export function heedAvailability(draft: Draft, state: ScenarioState): void {
  for (const tool of state.tools) {
    const result = draft.state.tools[tool.saveAs]
    if (!result || result.ok || result['error'] !== undefined) continue
    const time = tool.needs.find((id) => draft.scenario.fields.get(id)?.type === 'time' && isAccepted(draft.state.fields[id]))
    if (time === undefined) continue
    // A slot that is among its own alternatives is free.
    if (Array.isArray(result['alternatives']) && result['alternatives'].includes(draft.state.fields[time]!.value)) continue
    clearField(draft, time)
    patchField(draft, time, {status: 'rejected', reason: 'taken'})
    const {[tool.saveAs]: _taken, ...tools} = draft.state.tools
    patch(draft, {tools})
    say(draft, 'slot_taken')
    const free = Array.isArray(result['alternatives']) ? result['alternatives'].filter(isClock).slice(0, 3) : []
    if (free.length > 0)
      say(draft, 'slot_alternatives', {
        value: listOf(
          free.map((each) => spokenTime(each, draft.state.lang)),
          draft.state.lang,
        ),
      })
  }
}

const isClock = (value: unknown): value is string => typeof value === 'string' && /^\d{2}:\d{2}$/.test(value)
