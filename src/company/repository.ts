import type {Kysely} from 'kysely'
import {AppError} from '../errors.ts'
import {codec} from '../store/codec.ts'
import {isUniqueViolation, unless} from '../store/database-errors.ts'
import {findByReference} from '../store/reference.ts'
import type {Database} from '../store/schema.ts'
import type {CompanyRepository} from './company.ts'

const {toRow, toPatch, fromRow, fromFirst} = codec('companies')

export function companyRepository(db: Kysely<Database>): CompanyRepository {
  const select = db.selectFrom('companies').selectAll()
  return {
    async create(company) {
      await db
        .insertInto('companies')
        .values(toRow(company))
        .execute()
        .catch(unless(isUniqueViolation, () => companyExists(company.slug)))
      return company
    },

    find: (reference) =>
      findByReference(reference, {
        bySlug: async (slug) => fromFirst(await select.where('slug', '=', slug).executeTakeFirst()),
        byIdRange: async (from, to) => (await select.where('id', '>=', from).where('id', '<', to).limit(2).execute()).map(fromRow),
      }),

    async list({status} = {}) {
      const rows = await select
        .$if(status !== undefined, (query) => query.where('status', '=', status!))
        .orderBy('slug')
        .execute()
      return rows.map(fromRow)
    },

    async update(id, {name, status, timezone, settings}, at) {
      const patch = toPatch({name, status, timezone, settings, updatedAt: at})
      return fromFirst(await db.updateTable('companies').set(patch).where('id', '=', id).returningAll().executeTakeFirst())
    },
  }
}

const companyExists = (slug: string) =>
  new AppError(
    'COMPANY_EXISTS',
    {en: `Company "${slug}" already exists.`, ru: `Компания «${slug}» уже есть.`},
    {
      exit: 'conflict',
      hint: {en: `Change it with \`voicectl company update ${slug}\`.`, ru: `Изменить: \`voicectl company update ${slug}\`.`},
    },
  )
