import type {Position} from '../../skillbase/issue.ts'
import type {CaseExpect} from './expect-schema.ts'
import type {LlmBlock, Mocks, SimulatedCaller, Turn} from './schema.ts'

export type {CaseExpect, TurnExpect} from './expect-schema.ts'
export type {LlmBlock, Mock, Mocks, SimulatedCaller, Turn} from './schema.ts'

/** The world of a conversation: the same every time it is run. */
export interface Setting {
  /** Milliseconds since the Unix epoch. */
  readonly now: number
  /** The other party's number, E.164; empty when withheld. */
  readonly caller: string
  readonly direction: 'inbound' | 'outbound'
  readonly contact: Readonly<Record<string, string>>
  readonly seed: number
  readonly tools: Mocks
}

/** Where the bot of a file comes from. */
export type BotSource = {readonly kind: 'file'; readonly path: string} | {readonly kind: 'stored'; readonly reference: string}

export interface TestCase extends Setting {
  readonly name: string
  readonly tags: readonly string[]
  /** Why it is not run. */
  readonly skip: string | undefined
  readonly turns: readonly Turn[]
  readonly expect: CaseExpect
  readonly position: Position
  /** Where each turn stands in the file. */
  readonly turnPositions: readonly Position[]
}

/** A conversation that a model holds in the caller's place. */
export interface SimulatedCase extends SimulatedCaller, Setting {
  readonly position: Position
}

export interface TestFile {
  /** As it was named: for messages and reports. */
  readonly name: string
  readonly bot: BotSource
  readonly cases: readonly TestCase[]
  readonly llm: Omit<LlmBlock, 'simulate'> | undefined
  readonly simulated: readonly SimulatedCase[]
}
