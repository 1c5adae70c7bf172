import type {Bilingual} from '../../bilingual.ts'
import type {LoadedConfig} from '../../config/load.ts'
import type {Deps} from '../deps.ts'

export type CheckStatus = 'ok' | 'warning' | 'failure'

export interface CheckResult {
  /** Stable name for scripts: `node`, `database.schema`, `llm.model`. */
  readonly check: string
  readonly status: CheckStatus
  readonly text: Bilingual
  /** What to do about it. */
  readonly fix?: Bilingual
}

/** What a check may look at. */
export interface CheckContext {
  readonly deps: Pick<Deps, 'clock'>
  readonly config: LoadedConfig
  readonly env: NodeJS.ProcessEnv
  /** The environment variables that flags of any command read. */
  readonly flagVariables: ReadonlySet<string>
  /** Whether servers may be asked. */
  readonly online: boolean
  readonly signal: AbortSignal
}

/** Looks at one thing; what it throws becomes a failure of its name. An empty list means: nothing to look at here. */
export interface Check {
  readonly name: string
  readonly run: (context: CheckContext) => Promise<readonly CheckResult[]>
}

const result =
  (status: CheckStatus) =>
  (check: string, text: Bilingual, fix?: Bilingual): CheckResult => ({check, status, text, ...(fix && {fix})})

export const ok = result('ok')
export const warning = result('warning')
export const failure = result('failure')
