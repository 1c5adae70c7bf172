import {callStatuses, outcomeKinds} from '../call/call.ts'
import {Flags} from './oclif.ts'

/** Which calls are meant, in every command that takes more than one. */
export const callFilterFlags = {
  skillbase: Flags.string({helpValue: 'REF', description: 'only calls of this skillbase'}),
  status: Flags.option({options: callStatuses, description: 'only calls in this status'})(),
  outcome: Flags.string({helpValue: 'ID', description: 'only calls with this outcome'}),
  'outcome-kind': Flags.option({options: outcomeKinds, description: 'only calls with an outcome of this kind'})(),
  since: Flags.string({helpValue: 'TIME', description: 'started at or after: 24h, 7d, a day of the company or ISO 8601'}),
  until: Flags.string({helpValue: 'TIME', description: 'started before'}),
}
