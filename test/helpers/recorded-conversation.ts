import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {callerAction} from '../../src/call/simulate/caller-action.ts'
import {compileScenario} from '../../src/dialogue/engine/scenario/compile.ts'
import type {Scenario} from '../../src/dialogue/engine/scenario/scenario.ts'
import {parseSkillbase} from '../../src/skillbase/parse.ts'
import {talk, wednesday} from './scenario.ts'

/** One line of `test/fixtures/conversations/*.jsonl`. */
export interface RecordedConversation {
  readonly name: string
  readonly direction?: 'inbound' | 'outbound'
  readonly caller?: string
  /** What the call list knows of who is called. */
  readonly contact?: Readonly<Record<string, string>>
  /** When the call begins; a Wednesday morning in Moscow unless told. */
  readonly now?: string
  /** `none`: there is no calendar. */
  readonly tools?: 'none'
  /** Whether a transfer is answered; it is not unless told. */
  readonly transfer?: boolean
  /** What the caller says, and `/silence`, `/dtmf 1`, `/hangup`. */
  readonly turns: readonly string[]
  readonly expect: {readonly outcome: string; readonly fields?: Readonly<Record<string, string | number>>}
  /** Parts of what the bot says, alternatives apart by `|`. */
  readonly must?: readonly string[]
  readonly never?: readonly string[]
}

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/conversations/${name}`, import.meta.url))

const starter = (name: string) => fileURLToPath(new URL(`../../templates/skillbases/${name}`, import.meta.url))

/** Names of the skillbases that have recorded conversations: those beside them, and starters, which stand in `templates`. */
export const recordedBots = (): string[] =>
  readdirSync(fixture('.'))
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length))

export function recordedConversations(bot: string): {scenario: Scenario; conversations: RecordedConversation[]} {
  const own = fixture(`${bot}.yaml`)
  const path = existsSync(own) ? own : starter(`${bot}.yaml`)
  const {skillbase} = parseSkillbase(path, readFileSync(path))
  const lines = readFileSync(fixture(`${bot}.jsonl`), 'utf8').split('\n')
  const conversations = lines.filter(Boolean).map((line) => JSON.parse(line) as RecordedConversation)
  return {scenario: compileScenario(skillbase, bot), conversations}
}

/** What went otherwise than expected; empty when nothing did. */
export function differences(scenario: Scenario, conversation: RecordedConversation): string[] {
  const {direction = 'inbound', caller = '+79261234567', contact = {}, turns, expect, must = [], never = []} = conversation
  const now = conversation.now === undefined ? wednesday : Date.parse(conversation.now)
  const ok = () => ({ok: true, id: 'booking'})
  const tools = conversation.tools === 'none' ? {} : {'calendar.check': ok, 'calendar.book': ok}
  const call = talk(scenario, {direction, caller, contact, now, tools})
  const spoken = [call.start()]
  for (const line of turns) {
    if (call.state.ending) break
    const action = callerAction(line)
    if (action.kind === 'say') spoken.push(call.say(action.text, action.heard))
    else if (action.kind === 'silence') spoken.push(call.silence())
    else if (action.kind === 'dtmf') spoken.push(call.press(action.digits))
    else if (action.kind === 'hangup') call.hangUp()
    if (call.turns.at(-1)!.effects.some((effect) => effect.kind === 'transfer')) spoken.push(call.transfer(conversation.transfer === true))
  }
  if (!call.state.ending) call.hangUp()
  const said = spoken.join('\n')
  const wrong: string[] = []
  if (call.outcome !== expect.outcome) wrong.push(`outcome ${call.outcome}, not ${expect.outcome}`)
  if (expect.fields) {
    const held = Object.fromEntries(Object.entries(call.fields).map(([id, value]) => [id, asWritten(value)]))
    for (const id of new Set([...Object.keys(held), ...Object.keys(expect.fields)]))
      if (String(held[id] ?? '') !== String(expect.fields[id] ?? '')) wrong.push(`${id}: ${held[id]}, not ${expect.fields[id]}`)
  }
  const says = (part: string) => said.toLowerCase().includes(part.toLowerCase())
  for (const part of must) if (!part.split('|').some(says)) wrong.push(`never says «${part}»`)
  for (const part of never) if (says(part)) wrong.push(`says «${part}»`)
  if (/\{\{|\{%|\d/.test(said)) wrong.push('says digits or a template')
  return wrong
}

const asWritten = (value: unknown): unknown => (value === true ? 'yes' : value === false ? 'no' : value)
