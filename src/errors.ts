import type {Bilingual} from './bilingual.ts'

/** What the shell sees. Scripts rely on these numbers; never renumber. */
export const exitCodes = {
  failure: 1,
  usage: 2,
  notFound: 3,
  conflict: 4,
  auth: 5,
  unavailable: 6,
  refused: 7,
  drift: 8,
  cancelled: 130,
} as const

export type ExitReason = keyof typeof exitCodes

export interface AppErrorOptions {
  readonly hint?: Bilingual
  readonly exit?: ExitReason
  readonly cause?: unknown
}

/** A failure we expect: printed as one sentence with a hint, never with a stack. `message` is the English sentence. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: string
  readonly sentence: Bilingual
  readonly hint: Bilingual | undefined
  readonly exitCode: number

  constructor(code: string, sentence: Bilingual, {hint, exit = 'failure', cause}: AppErrorOptions = {}) {
    super(sentence.en, cause === undefined ? undefined : {cause})
    this.code = code
    this.sentence = sentence
    this.hint = hint
    this.exitCode = exitCodes[exit]
  }
}
