import type {Bilingual} from '../bilingual.ts'
import type {Company} from './company.ts'

/** A company as commands print it: times in ISO 8601, UTC. */
export interface CompanyView extends Omit<Company, 'createdAt' | 'updatedAt'> {
  readonly createdAt: string
  readonly updatedAt: string
}

export const companyView = (company: Company): CompanyView => ({
  ...company,
  createdAt: new Date(company.createdAt).toISOString(),
  updatedAt: new Date(company.updatedAt).toISOString(),
})

export const companyColumns: readonly {readonly title: Bilingual; readonly value: (company: CompanyView) => unknown}[] = [
  {title: {en: 'SLUG', ru: 'СЛАГ'}, value: ({slug}) => slug},
  {title: {en: 'NAME', ru: 'НАЗВАНИЕ'}, value: ({name}) => name},
  {title: {en: 'STATUS', ru: 'СОСТОЯНИЕ'}, value: ({status}) => status},
  {title: {en: 'TIME ZONE', ru: 'ЧАСОВОЙ ПОЯС'}, value: ({timezone}) => timezone},
  {title: {en: 'CREATED', ru: 'СОЗДАНА'}, value: ({createdAt}) => createdAt},
]
