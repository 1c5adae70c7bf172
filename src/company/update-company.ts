import {isDeepStrictEqual} from 'node:util'
import type {Clock} from '../clock.ts'
import {AppError} from '../errors.ts'
import type {Company, CompanyPatch, CompanyRepository} from './company.ts'
import {checkName, checkTimezone} from './company-rules.ts'
import {hasOwnZone} from './company-zone.ts'
import {getCompany} from './get-company.ts'

export interface UpdatedCompany {
  readonly company: Company
  /** False when all of it was so already. */
  readonly changed: boolean
}

export interface UpdateCompanyDeps {
  readonly companies: CompanyRepository
  readonly clock: Clock
  /** The zone of the configuration: what a company without one of its own works in, and has from its first change on. */
  readonly timezone: string
}

/** Changes what is named and nothing else. @throws AppError COMPANY_NOT_FOUND (not found), NOTHING_TO_CHANGE, NAME_INVALID, TIMEZONE_UNKNOWN (usage) */
export async function updateCompany(
  reference: string,
  patch: CompanyPatch,
  {companies, clock, timezone}: UpdateCompanyDeps,
): Promise<UpdatedCompany> {
  if (Object.values(patch).every((value) => value === undefined)) throw nothingToChange()
  if (patch.name !== undefined) checkName(patch.name)
  const wanted = {...patch, ...(patch.timezone !== undefined && {timezone: checkTimezone(patch.timezone)})}
  const company = await getCompany(reference, {companies})
  const changed = (Object.keys(wanted) as (keyof CompanyPatch)[]).some(
    (key) => wanted[key] !== undefined && !isDeepStrictEqual(wanted[key], company[key]),
  )
  // Whoever names the zone that stands there by default has chosen it.
  if (!changed && (patch.timezone === undefined || hasOwnZone(company))) return {company, changed}
  const whole = hasOwnZone(company) ? wanted : {...wanted, timezone: wanted.timezone ?? timezone}
  return {company: (await companies.update(company.id, whole, clock.now())) ?? (await getCompany(reference, {companies})), changed: true}
}

const nothingToChange = () =>
  new AppError(
    'NOTHING_TO_CHANGE',
    {en: 'Nothing to change was named.', ru: 'Не указано, что изменить.'},
    {exit: 'usage', hint: {en: 'Name at least one of the flags in `--help`.', ru: 'Укажите хотя бы один из флагов в `--help`.'}},
  )
