import {type Company, type CompanyRepository, defaultCompanySlug} from './company.ts'

/**
 * Whether somebody chose the zone of a company. The one that every installation begins with was given the default of the product by a migration:
 * until it is changed for the first time nobody did.
 */
export const hasOwnZone = ({slug, createdAt, updatedAt}: Company): boolean => slug !== defaultCompanySlug || updatedAt !== createdAt

/** The company with the zone it works in: its own, else `configured`, the one of the configuration. */
export const inItsZone = (company: Company, configured: string): Company =>
  hasOwnZone(company) ? company : {...company, timezone: configured}

/** The zone that the company with this id works in. */
export async function zoneOf(
  id: string,
  configured: string,
  {companies}: {readonly companies: Pick<CompanyRepository, 'find'>},
): Promise<string> {
  const company = await companies.find(id)
  return company ? inItsZone(company, configured).timezone : configured
}
