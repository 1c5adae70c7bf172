import {migration} from './migration.ts'

/** Says which database this is. A restore makes all other tables anew and leaves this one, so it may be there already. */
export const identity = migration('0006', 'identity', ({text, time, end, now}) => [
  `create table if not exists database_identity (
    id ${text} primary key not null,
    made_at ${time} not null
  ) ${end}`,

  `insert into database_identity (id, made_at) select '{{ulid}}', ${now} where not exists (select 1 from database_identity)`,
])
