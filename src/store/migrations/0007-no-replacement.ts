import type {Dialect} from '../store.ts'
import {migration} from './migration.ts'

export const noReplacement = migration('0007', 'no-replacement', ({dialect}) => statements(dialect))

/**
 * `insert or replace` of SQLite removes the row that is in the way, and no trigger for deletions hears of it. So what must not go is looked for
 * before anything is inserted. PostgreSQL has no such statement: what it has instead is an update, which is refused.
 */
function statements(dialect: Dialect): readonly string[] {
  if (dialect === 'postgres') return []
  return [
    // The same event once more is nothing, however it is written.
    `create trigger events_no_replace before insert on events begin
      select raise(ignore) where exists (select 1 from events where id = new.id);
      select raise(abort, 'the place of an event is taken') where exists
        (select 1 from events where company_id = new.company_id and call_id = new.call_id and seq = new.seq);
      select raise(abort, 'the event log is append-only') where exists (select 1 from events where rowid = new.rowid);
    end`,

    `create trigger skillbase_versions_no_replace before insert on skillbase_versions begin
      select raise(abort, 'a skillbase version does not change') where exists
        (select 1 from skillbase_versions where skillbase_id = new.skillbase_id and version = new.version);
      select raise(abort, 'a skillbase version does not change') where exists (select 1 from skillbase_versions where rowid = new.rowid);
      select raise(abort, 'a skillbase has one published version') where new.status = 'published' and exists
        (select 1 from skillbase_versions where skillbase_id = new.skillbase_id and status = 'published');
    end`,

    `create trigger skillbase_versions_one_published before update of status on skillbase_versions when new.status = 'published' begin
      select raise(abort, 'a skillbase has one published version') where exists
        (select 1 from skillbase_versions where skillbase_id = new.skillbase_id and status = 'published' and version <> new.version);
    end`,
  ]
}
