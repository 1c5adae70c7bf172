import type {Bilingual, UiLanguage} from '../bilingual.ts'

export interface TerminalTalk {
  readonly json: boolean
  readonly lang: UiLanguage
  readonly print: (text: string) => void
  readonly say: (text: Bilingual) => void
  readonly caution: (text: Bilingual) => void
  /** Aborted by Ctrl-C: the caller hangs up. */
  readonly interrupted: AbortSignal
}
