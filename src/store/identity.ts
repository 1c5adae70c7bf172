import type {Kysely} from 'kysely'
import type {Database} from './schema.ts'

/**
 * The id of the database itself, made with its tables. No dump, copy or restore carries it to another database, so two databases with the same
 * contents still differ. Asked for once: it never changes.
 */
export function identityOf(db: Kysely<Database>): () => Promise<string> {
  let known: string | undefined
  return async () => (known ??= (await db.selectFrom('database_identity').select('id').orderBy('id').executeTakeFirstOrThrow()).id)
}
