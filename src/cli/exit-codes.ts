import {type ExitReason, exitCodes} from '../errors.ts'

const meaning: Readonly<Record<ExitReason, string>> = {
  failure: 'it did not work',
  usage: 'the command line or a file you gave is wrong',
  notFound: 'what you named does not exist',
  conflict: 'it exists already, or somebody changed it meanwhile',
  auth: 'a key, a permission or a file mode is wrong',
  unavailable: 'network or provider does not answer; safe to try again',
  refused: 'a gate said no: errors in a skillbase, what is archived or switched off',
  drift: 'changes are pending, or reality differs from the plan',
  cancelled: 'cancelled: Ctrl-C, or a question was answered with no',
}

/** What scripts can rely on, for `--help` and the documentation. */
export const exitCodeTable: readonly (readonly [number, string])[] = [
  [0, 'done; an empty list is done too'],
  ...Object.entries(exitCodes).map(([reason, code]) => [code, meaning[reason as ExitReason]] as const),
]
