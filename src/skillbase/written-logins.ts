import {endpointName, holdsPassword, isEndpoint} from '../endpoint.ts'
import {issue, type Path, type RawIssue} from './issue.ts'
import type {Skillbase, Tool} from './schema/skillbase.ts'

/**
 * Logins in addresses: whoever may read a skillbase would see them, in `show`, `diff` and every file that is exported. It is no part of the schema, so
 * that what was stored before stays readable. No message quotes what it found.
 */
export function writtenLogins(skillbase: Skillbase): RawIssue[] {
  const addresses = skillbase.tools.flatMap((tool, index) => addressIssues(tool, ['tools', index, 'config']))
  const told = new Set(addresses.map(({path}) => JSON.stringify(path)))
  return [...addresses, ...passwordIssues(skillbase, []).filter(({path}) => !told.has(JSON.stringify(path)))]
}

function addressIssues(tool: Tool, path: Path): RawIssue[] {
  switch (tool.name) {
    case 'calendar':
      return addressIssue(tool.config.api_url, [...path, 'api_url'], {
        en: 'a key belongs in the environment variable that `api_key_env` names',
        ru: 'ключу место в переменной окружения, имя которой указано в `api_key_env`',
      })
    case 'webhook':
      return addressIssue(tool.config.url, [...path, 'url'], elsewhere)
    default:
      return []
  }
}

const addressIssue = (url: string | undefined, path: Path, {en, ru}: typeof elsewhere): RawIssue[] =>
  url === undefined || isEndpoint(url)
    ? []
    : [issue(path, 'INVALID_VALUE', `must be ${endpointName.en}; ${en}`, `ожидается ${endpointName.ru}; ${ru}`)]

/** Facts, arguments of tools, webhooks of outcomes: anything may hold an address. */
function passwordIssues(value: unknown, path: Path): RawIssue[] {
  if (typeof value === 'string')
    return holdsPassword(value)
      ? [issue(path, 'INVALID_VALUE', `holds a password in an address; ${elsewhere.en}`, `в адресе указан пароль; ${elsewhere.ru}`)]
      : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) => passwordIssues(inside, [...path, Array.isArray(value) ? Number(key) : key]))
}

const elsewhere = {
  en: 'everybody who reads the skillbase would see it: leave it out and have a gateway in front of that address add it',
  ru: 'его увидел бы каждый, кто читает скиллбейс: уберите его, пусть его добавляет шлюз перед этим адресом',
}
