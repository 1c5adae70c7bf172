import type {Field} from '../../../skillbase/schema/field.ts'
import type {Outcome, OutcomeKind} from '../../../skillbase/schema/flow.ts'
import type {LineId} from '../../../skillbase/schema/line-ids.ts'
import type {StateType} from '../../../skillbase/schema/state.ts'
import type {Tool} from '../../../skillbase/schema/skillbase.ts'
import type {CustomIntent} from '../../nlu/intents.ts'
import type {Choice, Lang} from '../../nlu/types.ts'
import type {Condition} from './condition.ts'
import type {WeeklyHours} from './hours.ts'
import type {Line} from './line.ts'
import type {Template} from './template.ts'

/** A skillbase made ready to run: names resolved, templates parsed, conditions compiled. Immutable and shared by all calls of a process. */
export interface Scenario {
  /** sha256 of the canonical configuration. */
  readonly config: string
  readonly flow: 'linear' | 'graph' | 'plan'
  readonly persona: Readonly<Record<'name' | 'role' | 'company' | 'style', string>> & {
    readonly gender: 'f' | 'm'
    readonly address: 'vy' | 'ty'
  }
  readonly languages: {readonly default: Lang; readonly supported: readonly Lang[]; readonly detect: boolean; readonly switchAfter: number}
  readonly timezone: string
  readonly hours: WeeklyHours | undefined
  readonly holidays: ReadonlySet<string>
  readonly facts: Readonly<Record<Lang, Readonly<Record<string, string>>>>
  readonly greeting: {readonly inbound: Line; readonly outbound: Line; readonly disclose: boolean; readonly consent: Line}
  readonly fields: ReadonlyMap<string, ScenarioField>
  readonly states: ReadonlyMap<string, ScenarioState>
  readonly start: string
  readonly global: readonly Edge[]
  readonly rules: readonly ScenarioRule[]
  readonly intents: readonly CustomIntent[]
  readonly outcomes: readonly ScenarioOutcome[]
  readonly handoff: {
    readonly when: readonly Condition[]
    readonly target: string | undefined
    readonly fallback: string | undefined
    readonly say: Line
  }
  readonly knowledge:
    | {readonly base: string | undefined; readonly minScore: number; readonly topK: number; readonly notFound: Line}
    | undefined
  readonly silence: {readonly after: readonly [number, number, number]; readonly hold: number}
  readonly limits: {readonly turns: number; readonly duration: number; readonly questions: number; readonly noMatch: number}
  /** The engine's own lines: built in, and as the skillbase words them. */
  readonly lines: ReadonlyMap<LineId, {readonly own: Line; readonly builtIn: Line}>
  readonly tools: readonly Tool[]
  /** Where calls may be transferred to, by name. */
  readonly targets: ReadonlyMap<string, string>
  /** What conditions see of a tool that was not called: nothing succeeded. */
  readonly noResults: Readonly<Record<string, {readonly ok: false}>>
}

export interface ScenarioField extends Field {
  readonly id: string
  readonly askLine: Line
  readonly reaskLine: Line
  readonly choices: readonly Choice[]
  /** How an option of an enum is spoken. */
  readonly optionSay: ReadonlyMap<string, Readonly<Record<Lang, string>>>
  readonly policy: ConfirmPolicy
  /** Stems of the words that its options are called by. */
  readonly optionKeys: ReadonlySet<string>
  /** A confirm state speaks it. */
  readonly isReadBack: boolean
  /** Stems of the words callers use for the field itself: «время», «номер», the nouns of its question. */
  readonly keys: ReadonlySet<string>
  readonly timeWindow: {readonly from: number; readonly to: number} | undefined
  /** A birth date: one whose year is said. */
  readonly isBirth: boolean
  /** Whether the opening hours bind it. */
  readonly isWithinHours: boolean
}

/** `summary`: a confirm state reads the value back, so it is not read back twice. */
export type ConfirmPolicy = 'explicit' | 'implicit' | 'none' | 'summary'

export interface ScenarioState {
  readonly id: string
  readonly type: StateType
  readonly goal: string
  readonly say: Line
  readonly collect: readonly string[]
  readonly order: 'opportunistic' | 'listed'
  readonly knowledge: boolean
  readonly tools: readonly StateTool[]
  readonly edges: readonly Edge[]
  /** Where a linear flow goes when no edge matches. */
  readonly next: string | undefined
  readonly maxTurns: number | undefined
  readonly onMaxTurns: string | undefined
  readonly interruptible: boolean
  readonly outcome: string | undefined
  /** Fields that a summary still reads out when things go well from here. */
  readonly readAhead: ReadonlySet<string>
}

export interface Edge {
  readonly to: string
  readonly on: readonly string[]
  readonly when: Condition | undefined
  readonly say: Line
}

export interface StateTool {
  readonly use: string
  readonly saveAs: string
  readonly args: ReadonlyMap<string, Template | number | boolean>
  /** Fields the arguments need. */
  readonly needs: readonly string[]
  readonly filler: Line
  readonly timeout: number
}

export interface ScenarioRule {
  readonly id: string
  readonly intents: readonly string[]
  readonly phrases: readonly string[]
  readonly when: Condition | undefined
  readonly then: 'handoff' | 'refuse' | 'end' | {readonly to: string}
  readonly say: Line
  readonly outcome: string | undefined
}

export interface ScenarioOutcome {
  readonly id: string
  readonly kind: OutcomeKind
  readonly when: Condition | undefined
  readonly evidence: readonly string[]
  readonly isDefault: boolean
  readonly webhook: Outcome['webhook']
}
