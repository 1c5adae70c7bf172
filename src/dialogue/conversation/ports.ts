import type {Passage} from '../engine/answer.ts'
import type {Effect} from '../engine/act.ts'
import type {TurnInput} from '../engine/input.ts'
import type {DialogueState, ToolCall, ToolResult} from '../engine/state.ts'
import type {Turn} from '../engine/turn.ts'
import type {Understanding} from '../engine/reading/understand.ts'
import type {Command} from '../engine/command.ts'
import type {Lang} from '../nlu/types.ts'

/** Carries out what the engine asks for. A tool that is not configured answers `{ok: false, error: 'not_configured'}`; nothing is ever pretended. */
export interface ToolRunner {
  run(call: ToolCall, signal: AbortSignal): Promise<ToolResult>
}

export interface Transfer {
  /** True when the person at the target has answered. */
  connect(effect: Extract<Effect, {kind: 'transfer'}>, signal: AbortSignal): Promise<boolean>
}

export interface Knowledge {
  search(question: string, options: {readonly topK: number}, signal: AbortSignal): Promise<readonly Passage[]>
}

/** What a model did for a turn. */
export interface ModelUse {
  readonly model: string
  readonly ms: number
  readonly firstTokenMs: number
  readonly tokensIn: number
  readonly tokensOut: number
}

export interface ModelReading {
  readonly commands: readonly Command[]
  /** A reply in the bot's voice, for when the engine's own words may be replaced. */
  readonly reply: string | undefined
  readonly use: ModelUse
}

export interface ModelRequest {
  readonly state: DialogueState
  readonly understanding: Understanding
  readonly now: number
  readonly deadlineMs: number
}

export type SaidByCaller = Extract<TurnInput, {kind: 'user'}>

/** A language model as the dialogue uses it. `understand` and `phrase` reject with the model's error; the conversation goes on without it. */
export interface DialogueModel {
  /** Provider, colon, model. */
  readonly id: string
  /** Reads what the rules left unexplained; with `reply`, answers in the same round trip. */
  understand(request: ModelRequest & {readonly reply: boolean}, signal: AbortSignal): Promise<ModelReading>
  /** Says in its own words what the engine wants said. */
  phrase(request: ModelRequest & {readonly turn: Turn}, signal: AbortSignal): Promise<{readonly text: string; readonly use: ModelUse}>
  /**
   * What happened and what was said to it, by whoever worded it; told for every exchange, so that the model knows the whole conversation.
   * `state` is the one right after what happened.
   */
  remember(exchange: {readonly input: TurnInput; readonly spoken: string; readonly state: DialogueState}): void
  /** What it is told beforehand; no sentence of it may be read out. */
  prompt(lang: Lang): string
  /** Statements of that which callers may be told. */
  facts(lang: Lang): readonly string[]
}

/** One step of the engine, as it is recorded. */
export interface Step {
  readonly input: TurnInput
  readonly before: DialogueState
  readonly turn: Turn
  /** What is said: the engine's words, or the model's where it may. */
  readonly text: string
  readonly engineUs: number
  readonly understanding?: Understanding
  readonly model?: ModelUse
  /** Why the model was not used where it should have been: `timeout`, `guard: digits`, … */
  readonly modelFault?: string
}

/** Called before anything irreversible happens, so that a crash leaves a step that can be taken up. */
export type Recorder = (step: Step) => void
