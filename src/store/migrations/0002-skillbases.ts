import type {Dialect} from '../store.ts'
import {migration} from './migration.ts'

export const skillbases = migration('0002', 'skillbases', ({dialect, text, int, time, document, end}) => [
  // (company_id, id) is unique so that rows of other tables can refer to both at once: then they cannot belong to another company.
  `create table skillbases (
    id ${text} primary key not null,
    company_id ${text} not null references companies (id),
    slug ${text} not null,
    name ${text} not null,
    description ${text},
    status ${text} not null check (status in ('active', 'archived')),
    head_version ${int} not null check (head_version > 0),
    published_version ${int} check (published_version between 1 and head_version),
    created_at ${time} not null,
    updated_at ${time} not null,
    unique (company_id, slug),
    unique (company_id, id)
  ) ${end}`,

  `create table skillbase_versions (
    skillbase_id ${text} not null references skillbases (id),
    version ${int} not null check (version > 0),
    ${document('config')} not null,
    sha256 ${text} not null,
    status ${text} not null check (status in ('draft', 'published', 'retired')),
    author ${text},
    note ${text},
    created_at ${time} not null,
    published_at ${time},
    primary key (skillbase_id, version),
    check (status = 'draft' or published_at is not null)
  ) ${end}`,

  `create unique index skillbase_versions_published on skillbase_versions (skillbase_id) where status = 'published'`,

  ...frozen(dialect),
])

function frozen(dialect: Dialect): readonly string[] {
  const columns = 'skillbase_id, version, config, sha256, created_at'
  if (dialect === 'sqlite') {
    return [
      `create trigger skillbase_versions_frozen before update of ${columns} on skillbase_versions
        begin select raise(abort, 'a skillbase version does not change'); end`,
    ]
  }
  return [
    `create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '%', tg_argv[0] using errcode = 'restrict_violation';
      end $$`,
    `create trigger skillbase_versions_frozen before update of ${columns} on skillbase_versions
      for each row execute function refuse_change('a skillbase version does not change')`,
  ]
}
