import {migration} from './migration.ts'

export const leads = migration('0005', 'leads', ({text, time, json, end}) => [
  `create table leads (
    id ${text} primary key not null,
    company_id ${text} not null references companies (id),
    call_id ${text} not null unique,
    skillbase_id ${text} not null,
    name ${text},
    phone ${text},
    email ${text},
    ${json('data')} not null,
    status ${text} not null check (status in ('new', 'contacted', 'qualified', 'converted', 'rejected')),
    notes ${text},
    created_at ${time} not null,
    updated_at ${time} not null,
    foreign key (company_id, call_id) references calls (company_id, id),
    foreign key (company_id, skillbase_id) references skillbases (company_id, id)
  ) ${end}`,

  `create index leads_newest on leads (company_id, created_at, id)`,
  `create index leads_by_status on leads (company_id, status, created_at, id)`,
  `create index leads_of_skillbase on leads (company_id, skillbase_id, created_at, id)`,
])
