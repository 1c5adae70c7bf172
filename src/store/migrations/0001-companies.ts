import {migration} from './migration.ts'

export const companies = migration('0001', 'companies', ({text, time, json, end, now}) => [
  `create table companies (
    id ${text} primary key not null,
    slug ${text} not null unique,
    name ${text} not null,
    status ${text} not null check (status in ('active', 'inactive')),
    timezone ${text} not null,
    ${json('settings')} not null,
    created_at ${time} not null,
    updated_at ${time} not null
  ) ${end}`,

  `insert into companies (id, slug, name, status, timezone, settings, created_at, updated_at)
    values ('{{ulid}}', 'default', 'Default', 'active', 'Europe/Moscow', '{}', ${now}, ${now})`,
])
