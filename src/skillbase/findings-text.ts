import type {UiLanguage} from '../bilingual.ts'
import type {Finding, Issue} from './issue.ts'

const severities = {
  en: {error: 'error', warning: 'warning', info: 'info'},
  ru: {error: 'ошибка', warning: 'предупреждение', info: 'замечание'},
} as const

/** `salon.yaml:12:5: error E111 flow.states.booking.collect[0]: there is no field "phne"` */
export function findingText(source: string, {severity, code, ...issue}: Finding, lang: UiLanguage): string {
  return `${placeOf(source, issue)}: ${severities[lang][severity]} ${code} ${about(issue, lang)}`
}

export const issueText = (source: string, issue: Omit<Issue, 'code'>, lang: UiLanguage): string =>
  `${placeOf(source, issue)}: ${about(issue, lang)}`

const placeOf = (source: string, {line, column}: Partial<Issue>): string => (line === undefined ? source : `${source}:${line}:${column}`)

const about = ({path, message}: Pick<Issue, 'path' | 'message'>, lang: UiLanguage): string =>
  path === '' ? message[lang] : `${path}: ${message[lang]}`

export interface IssueView extends Omit<Issue, 'message'> {
  readonly message: string
}

/** As JSON: the message in English, like everything in JSON. */
export function issueView<Found extends Issue>({message, ...found}: Found): Omit<Found, 'message'> & {readonly message: string} {
  return {...found, message: message.en}
}
