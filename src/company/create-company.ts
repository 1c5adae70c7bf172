import type {Clock} from '../clock.ts'
import {AppError} from '../errors.ts'
import {isSlug, newId, slugify} from '../ids.ts'
import {defaultTimezone} from '../timezone.ts'
import type {Company, CompanyRepository} from './company.ts'
import {checkName, checkTimezone} from './company-rules.ts'

export interface CreateCompany {
  /** Made from the name when absent. */
  readonly slug?: string | undefined
  /** The slug when absent. */
  readonly name?: string | undefined
  readonly timezone?: string | undefined
}

export interface CreateCompanyDeps {
  readonly companies: CompanyRepository
  readonly clock: Clock
}

/** @throws AppError COMPANY_EXISTS (conflict), SLUG_INVALID, COMPANY_UNNAMED, NAME_INVALID, TIMEZONE_UNKNOWN (usage) */
export async function createCompany(input: CreateCompany, {companies, clock}: CreateCompanyDeps): Promise<Company> {
  const {slug, name} = naming(input)
  const {timezone = defaultTimezone} = input
  checkName(name)
  const zone = checkTimezone(timezone)
  const now = clock.now()
  return companies.create({id: newId(now), slug, name, status: 'active', timezone: zone, settings: {}, createdAt: now, updatedAt: now})
}

function naming({slug, name}: CreateCompany): {readonly slug: string; readonly name: string} {
  if (slug !== undefined) {
    if (!isSlug(slug)) throw slugInvalid(slug)
    return {slug, name: name ?? slug}
  }
  if (name === undefined) throw unnamed()
  const made = slugify(name)
  if (made === '') throw noSlugIn(name)
  return {slug: made, name}
}

const slugInvalid = (text: string) =>
  new AppError(
    'SLUG_INVALID',
    {en: `"${text}" is not a slug.`, ru: `«${text}» не годится как слаг.`},
    {
      exit: 'usage',
      hint: {
        en: 'A slug has 1 to 40 of a-z, 0-9 and hyphens, and does not begin or end with a hyphen.',
        ru: 'В слаге от 1 до 40 символов a-z, 0-9 и дефисов; дефис не первый и не последний.',
      },
    },
  )

const noSlugIn = (name: string) =>
  new AppError(
    'SLUG_INVALID',
    {en: `No slug can be made of the name "${name}".`, ru: `Из названия «${name}» не сделать слаг.`},
    {
      exit: 'usage',
      hint: {
        en: 'Give one before it: `voicectl company create SLUG --name …`.',
        ru: 'Укажите его: `voicectl company create СЛАГ --name …`.',
      },
    },
  )

const unnamed = () =>
  new AppError(
    'COMPANY_UNNAMED',
    {en: 'A company needs a slug or a name.', ru: 'Компании нужен слаг или название.'},
    {
      exit: 'usage',
      hint: {en: 'For example: `voicectl company create --name "Salon"`.', ru: 'Например: `voicectl company create --name "Салон"`.'},
    },
  )
