import {closest} from '../closest.ts'
import {AppError} from '../errors.ts'
import type {Company, CompanyRepository} from './company.ts'

/** By slug, id or unique beginning of an id. @throws AppError COMPANY_NOT_FOUND (not found), AMBIGUOUS_REFERENCE (usage) */
export async function getCompany(reference: string, {companies}: {readonly companies: CompanyRepository}): Promise<Company> {
  const company = await companies.find(reference)
  if (company) return company
  const meant = closest(
    reference,
    (await companies.list()).map(({slug}) => slug),
  )
  throw new AppError(
    'COMPANY_NOT_FOUND',
    {en: `No company "${reference}".`, ru: `Нет компании «${reference}».`},
    {
      exit: 'notFound',
      hint: {
        en: `${meant === undefined ? '' : `Did you mean ${meant}? `}List them with \`voicectl company list\`.`,
        ru: `${meant === undefined ? '' : `Может быть, ${meant}? `}Список: \`voicectl company list\`.`,
      },
    },
  )
}
