import {callText} from './check/check-tools.ts'
import {shown} from './check/failure.ts'
import type {Turn} from './format/test-file.ts'
import type {CaseRun, TurnRun} from './run/case-run.ts'
import {textOf} from './run/case-run.ts'
import type {TranscriptLine} from './result.ts'

/** A conversation line by line. Turns that never came to be are left out. */
export const transcriptOf = ({turns}: CaseRun): TranscriptLine[] => turns.filter(({skipped}) => !skipped).flatMap(linesOf)

function linesOf(run: TurnRun): TranscriptLine[] {
  const {number: turn, toolUses, state} = run
  const caller = run.turn && callerText(run.turn)
  const text = textOf(run)
  return [
    ...(caller ? [{who: 'caller', text: caller, turn} as const] : []),
    ...toolUses.map(
      (use) => ({who: 'tool', text: `${callText(use)} → ${use.result ? shown(use.result) : '(the process is lost)'}`, turn}) as const,
    ),
    ...(text !== '' || !caller ? [{who: 'bot', text, turn, state: state.state} as const] : []),
  ]
}

/** What the caller did; keys and silences in brackets. */
export function callerText({user, barge_in_at, silence, dtmf, restart, hangup, transfer}: Turn): string {
  const answer = transfer === undefined ? '' : ` (transfer: ${transfer})`
  if (user !== undefined) return `${barge_in_at === undefined ? '' : `(barge-in at ${barge_in_at}) `}${user === '' ? '""' : user}${answer}`
  if (silence !== undefined) return `(silence ${silence}s)`
  if (dtmf !== undefined) return `(dtmf ${dtmf})`
  if (restart) return '(restart)'
  if (hangup) return '(hangup)'
  return transfer === undefined ? '' : answer.trim()
}
