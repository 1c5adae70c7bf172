import type {Bilingual} from '../../bilingual.ts'
import type {AppError} from '../../errors.ts'
import type {LoadedConfig} from '../../config/load.ts'
import type {Deps} from '../deps.ts'

/** `skipped`: nobody could look, because the configuration cannot be read. */
export type CheckStatus = 'ok' | 'warning' | 'failure' | 'skipped'

export interface CheckResult {
  /** Stable name for scripts, one for each thing: `node`, `database`, `llm.model`. */
  readonly check: string
  readonly status: CheckStatus
  readonly text: Bilingual
  /** What to do about it. */
  readonly fix?: Bilingual
}

/** What a check may look at when there is no configuration. */
export interface MachineContext {
  readonly deps: Pick<Deps, 'clock'>
  readonly env: NodeJS.ProcessEnv
  /** The environment variables that flags of any command read. */
  readonly flagVariables: ReadonlySet<string>
  /** Whether servers may be asked. */
  readonly online: boolean
  readonly signal: AbortSignal
}

/** What a check may look at. */
export interface CheckContext extends MachineContext {
  readonly config: LoadedConfig
}

/** Looks at one thing; what it throws becomes a failure of its name. An empty list means: nothing to look at here. */
export interface Check {
  readonly name: string
  readonly run: (context: CheckContext) => Promise<readonly CheckResult[]>
  /** What it can still look at when the configuration cannot be read; without it the check is told as skipped. */
  readonly withoutConfig?: (context: MachineContext) => Promise<readonly CheckResult[]>
}

const result =
  (status: CheckStatus) =>
  (check: string, text: Bilingual, fix?: Bilingual): CheckResult => ({check, status, text, ...(fix && {fix})})

export const ok = result('ok')
export const warning = result('warning')
/** Whoever is told what fails is told what to do: there is no failure without a fix. */
export const failure = (check: string, text: Bilingual, fix: Bilingual): CheckResult => ({check, status: 'failure', text, fix})
export const failureOf = (check: string, {sentence, hint = lookAgain}: Pick<AppError, 'sentence' | 'hint'>): CheckResult =>
  failure(check, sentence, hint)

/** For an error that says nothing about it. */
const lookAgain: Bilingual = {
  en: 'Mend what is named here, then run `voicectl doctor` again.',
  ru: 'Исправьте то, что здесь названо, и снова выполните `voicectl doctor`.',
}

export const skipped = (check: string): CheckResult =>
  result('skipped')(check, {en: 'Not looked at without a configuration.', ru: 'Без конфигурации не проверить.'})
