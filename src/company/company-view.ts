import type {Bilingual, UiLanguage} from '../bilingual.ts'
import {localMoment} from '../local-moment.ts'
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

interface CompanyColumn {
  readonly title: Bilingual
  readonly value: (company: CompanyView) => unknown
  /** In a table people read their own clock. */
  readonly shown?: (company: CompanyView) => unknown
}

export const companyColumns: readonly CompanyColumn[] = [
  {title: {en: 'SLUG', ru: 'СЛАГ'}, value: ({slug}) => slug},
  {title: {en: 'NAME', ru: 'НАЗВАНИЕ'}, value: ({name}) => name},
  {title: {en: 'STATUS', ru: 'СОСТОЯНИЕ'}, value: ({status}) => status},
  {title: {en: 'TIME ZONE', ru: 'ЧАСОВОЙ ПОЯС'}, value: ({timezone}) => timezone},
  {
    title: {en: 'CREATED', ru: 'СОЗДАНА'},
    value: ({createdAt}) => createdAt,
    shown: ({createdAt, timezone}) => localMoment(Date.parse(createdAt), timezone),
  },
]

/** One company as people read it: everything, a line each. */
export const companyText = (company: CompanyView, lang: UiLanguage): string =>
  details.map(({title, value}) => `${title[lang]}: ${value(company)}`).join('\n')

const details: readonly {readonly title: Bilingual; readonly value: (company: CompanyView) => string}[] = [
  {title: {en: 'ID', ru: 'ID'}, value: ({id}) => id},
  {title: {en: 'Slug', ru: 'Слаг'}, value: ({slug}) => slug},
  {title: {en: 'Name', ru: 'Название'}, value: ({name}) => name},
  {title: {en: 'Status', ru: 'Состояние'}, value: ({status}) => status},
  {title: {en: 'Time zone', ru: 'Часовой пояс'}, value: ({timezone}) => timezone},
  {title: {en: 'Settings', ru: 'Настройки'}, value: ({settings}) => JSON.stringify(settings)},
  {title: {en: 'Created', ru: 'Создана'}, value: ({createdAt, timezone}) => localMoment(Date.parse(createdAt), timezone)},
  {title: {en: 'Changed', ru: 'Изменена'}, value: ({updatedAt, timezone}) => localMoment(Date.parse(updatedAt), timezone)},
]
