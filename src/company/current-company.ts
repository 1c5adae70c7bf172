import {AppError} from '../errors.ts'
import type {Company, CompanyRepository} from './company.ts'
import {getCompany} from './get-company.ts'

/**
 * The company that a command works in. An unknown one is an error, never made on the way.
 * @throws AppError COMPANY_NOT_FOUND (not found), COMPANY_INACTIVE (refused)
 */
export async function currentCompany(reference: string, deps: {readonly companies: CompanyRepository}): Promise<Company> {
  const company = await getCompany(reference, deps)
  if (company.status === 'active') return company
  throw new AppError(
    'COMPANY_INACTIVE',
    {en: `Company "${company.slug}" is inactive.`, ru: `Компания «${company.slug}» отключена.`},
    {
      exit: 'refused',
      hint: {
        en: `Switch it on with \`voicectl company update ${company.slug} --status active\`.`,
        ru: `Включить: \`voicectl company update ${company.slug} --status active\`.`,
      },
    },
  )
}
