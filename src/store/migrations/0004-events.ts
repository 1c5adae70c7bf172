import type {Dialect} from '../store.ts'
import {migration} from './migration.ts'

export const events = migration('0004', 'events', ({dialect, text, int, time, document, end}) => [
  // No reference to calls: a call is read off its events, so the log must take an event before the call, and outlive a projection that is built anew.
  `create table events (
    id ${text} primary key not null,
    company_id ${text} not null references companies (id),
    call_id ${text} not null,
    seq ${int} not null check (seq >= 0),
    type ${text} not null,
    at ${time} not null,
    ${document('payload')} not null,
    unique (company_id, call_id, seq)
  ) ${end}`,

  ...appendOnly(dialect),
])

function appendOnly(dialect: Dialect): readonly string[] {
  if (dialect === 'sqlite') {
    return ['update', 'delete'].map(
      (change) =>
        `create trigger events_no_${change} before ${change} on events begin select raise(abort, 'the event log is append-only'); end`,
    )
  }
  return [
    `create trigger events_append_only before update or delete on events
      for each row execute function refuse_change('the event log is append-only')`,
    `create trigger events_no_truncate before truncate on events
      for each statement execute function refuse_change('the event log is append-only')`,
  ]
}
