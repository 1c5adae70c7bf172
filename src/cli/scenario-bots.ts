import {megabyte, readFileWithin} from '../bounded-read.ts'
import {AppError} from '../errors.ts'
import type {BotDeps} from '../scenario-test/load-tested-bot.ts'
import type {Deps} from './deps.ts'

/** Bots for tests: from files, and from the store, which is opened only when one is named. */
export const scenarioBots = (deps: Deps): BotDeps => ({
  readFile: (path) => readFileWithin(path, megabyte),
  async stored(reference) {
    const {slug, version} = splitReference(reference)
    const {loadBot} = await import('../skillbase/load-bot.ts')
    const {id, timezone} = await deps.company()
    const {skillbase, scenario} = await loadBot(id, slug, {version, timezone}, (await deps.store()).skillbases)
    return {skillbase, scenario}
  },
  // Not the company's: tests of files run without a database.
  timezone: async () => (await deps.config()).timezone,
})

/** `salon`, `salon@3`, `salon@published`. Tests are for what is about to be published, so the newest version is meant. */
export function splitReference(reference: string): {readonly slug: string; readonly version: number | 'published' | 'latest'} {
  const [slug = '', version = 'latest', ...more] = reference.split('@')
  if (more.length === 0 && slug !== '') {
    if (version === 'latest' || version === 'published') return {slug, version}
    if (/^[1-9]\d{0,8}$/.test(version)) return {slug, version: Number(version)}
  }
  throw new AppError(
    'BAD_REFERENCE',
    {en: `"${reference}" names no skillbase.`, ru: `«${reference}» — не имя скиллбейса.`},
    {
      exit: 'usage',
      hint: {en: 'Write SLUG, SLUG@3, SLUG@latest or SLUG@published.', ru: 'Пишите СЛАГ, СЛАГ@3, СЛАГ@latest или СЛАГ@published.'},
    },
  )
}
