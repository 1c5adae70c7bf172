import {AppError} from '../errors.ts'
import type {Company, CompanyRepository} from './company.ts'

/** By slug, id or unique beginning of an id. @throws AppError COMPANY_NOT_FOUND (not found), AMBIGUOUS_REFERENCE (usage) */
export async function getCompany(reference: string, {companies}: {readonly companies: CompanyRepository}): Promise<Company> {
  const company = await companies.find(reference)
  if (company) return company
  throw new AppError(
    'COMPANY_NOT_FOUND',
    {en: `No company "${reference}".`, ru: `Нет компании «${reference}».`},
    {exit: 'notFound', hint: {en: 'List them with `voicectl company list`.', ru: 'Список: `voicectl company list`.'}},
  )
}
