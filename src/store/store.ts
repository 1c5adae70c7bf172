import type {Kysely} from 'kysely'
import type {CallRepository} from '../call/call-repository.ts'
import type {CompanyRepository} from '../company/company.ts'
import type {EventLog} from '../events/event-log.ts'
import type {LeadRepository} from '../lead/lead.ts'
import type {SkillbaseRepository} from '../skillbase/stored.ts'
import type {Database} from './schema.ts'

export type Dialect = 'sqlite' | 'postgres'

export interface Repositories {
  readonly companies: CompanyRepository
  readonly skillbases: SkillbaseRepository
  readonly calls: CallRepository
  readonly leads: LeadRepository
  readonly events: EventLog
}

export interface Store extends Repositories {
  readonly dialect: Dialect
  /** Where the data is, without the password. */
  readonly url: string
  /** The id of this database, which no other one has, whatever was copied or restored into it. */
  identity(): Promise<string>
  /** For statements that no repository has. */
  readonly db: Kysely<Database>
  /**
   * Everything done through the repositories it hands out happens, or nothing does. Nobody else of this process may wait for this
   * transaction inside it: on SQLite there is one connection.
   */
  transaction<Result>(work: (repositories: Repositories & {readonly db: Kysely<Database>}) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}
