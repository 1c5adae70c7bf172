export const companyStatuses = ['active', 'inactive'] as const
export type CompanyStatus = (typeof companyStatuses)[number]

/** A tenant: everything else in the database belongs to exactly one. Times are milliseconds since the Unix epoch. */
export interface Company {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly status: CompanyStatus
  /** IANA name: the zone for whatever of this company names none of its own. */
  readonly timezone: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly createdAt: number
  readonly updatedAt: number
}

/** What can be changed later. A key that is absent stays as it is; the slug never changes, scripts rely on it. */
export type CompanyPatch = Partial<Pick<Company, 'name' | 'status' | 'timezone' | 'settings'>>

export interface CompanyRepository {
  /** @throws AppError COMPANY_EXISTS (conflict) when the slug is taken. */
  create(company: Company): Promise<Company>
  /** By slug, id or unique beginning of an id. @throws AppError AMBIGUOUS_REFERENCE (usage) */
  find(reference: string): Promise<Company | undefined>
  /** Ordered by slug. */
  list(filter?: {readonly status?: CompanyStatus | undefined}): Promise<Company[]>
  /** Undefined when there is no such company. */
  update(id: string, patch: CompanyPatch, at: number): Promise<Company | undefined>
}

/** The company every installation starts with, made by the first migration. */
export const defaultCompanySlug = 'default'
