import type {Kysely} from 'kysely'
import {callRepository} from '../call/repository.ts'
import {companyRepository} from '../company/repository.ts'
import {eventLog} from '../events/repository.ts'
import {leadRepository} from '../lead/repository.ts'
import {skillbaseRepository} from '../skillbase/repository.ts'
import type {Database} from './schema.ts'
import type {Repositories} from './store.ts'

/** All repositories over one connection or transaction. */
export const repositories = (db: Kysely<Database>): Repositories => ({
  companies: companyRepository(db),
  skillbases: skillbaseRepository(db),
  calls: callRepository(db),
  leads: leadRepository(db),
  events: eventLog(db),
})
