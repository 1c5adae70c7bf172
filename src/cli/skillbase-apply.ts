import type {Bilingual, UiLanguage} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import {type Applied, applySkillbase, type ApplyOptions} from '../skillbase/apply-skillbase.ts'
import {changesText} from '../skillbase/changes-text.ts'
import {findingText} from '../skillbase/findings-text.ts'
import {requireNoErrors} from '../skillbase/lint-gate.ts'
import type {ParsedSkillbase} from '../skillbase/parse.ts'
import {parseRunnable} from '../skillbase/runnable.ts'
import {type SkillbaseDeps, todayOf} from '../skillbase/skillbase-deps.ts'
import {readSources} from '../skillbase/source-file.ts'

export interface AppliedFiles {
  readonly applied: Applied[]
  /** What older formats could not carry over. */
  readonly warnings: readonly Bilingual[]
}

/** Reads and checks every file before the first is stored. `open` is called after that. */
export async function applyFiles(
  files: readonly string[],
  options: ApplyOptions,
  open: () => Promise<SkillbaseDeps>,
): Promise<AppliedFiles> {
  const sources = await readSources(files, process.stdin)
  const parsed = sources.map(({name, bytes}) => ({name, ...parseRunnable(name, bytes)}))
  requireDistinct(parsed)
  if (options.ifVersion !== undefined && parsed.length > 1) throw oneFileOnly()
  const deps = await open()
  if (options.publish)
    for (const {name, skillbase} of parsed)
      requireNoErrors(skillbase.slug ?? name, skillbase, todayOf(deps.clock), name === 'stdin' ? '-' : name)
  const applied: Applied[] = []
  for (const {skillbase} of parsed) applied.push(await applySkillbase(skillbase, options, deps))
  return {applied, warnings: parsed.flatMap(lossText)}
}

export const lossText = ({name, warnings}: Pick<ParsedSkillbase, 'warnings'> & {readonly name: string}): Bilingual[] =>
  warnings.map((warning) => ({en: findingText(name, warning, 'en'), ru: findingText(name, warning, 'ru')}))

/** `salon: version 3, changed, published`; under `--dry-run` with the changes. */
export function appliedText(applied: Applied, lang: UiLanguage): string {
  const {slug, version, status, published, changes, dryRun} = applied
  const words = texts[lang]
  const back = backText(applied)
  const line = [
    `${slug}: ${words.version} ${version}`,
    words[status],
    ...(published ? [words.published] : []),
    ...(back ? [back[lang]] : []),
    ...(dryRun ? [words.dryRun] : []),
  ].join(', ')
  return dryRun && changes.length > 0 ? `${line}\n${changesText(changes)}` : line
}

/** Nobody should learn from a caller that a bot is back. */
export function backText({broughtBack, answering}: Applied): Bilingual | undefined {
  if (!broughtBack) return undefined
  return answering === null
    ? {en: 'back from the archive', ru: 'возвращена из архива'}
    : {
        en: `back from the archive, and version ${answering} answers calls again`,
        ru: `возвращена из архива, на звонки снова отвечает версия ${answering}`,
      }
}

const texts = {
  en: {
    version: 'version',
    created: 'created',
    changed: 'changed',
    unchanged: 'unchanged',
    published: 'published',
    dryRun: 'nothing stored',
  },
  ru: {
    version: 'версия',
    created: 'создана',
    changed: 'изменена',
    unchanged: 'без изменений',
    published: 'опубликована',
    dryRun: 'ничего не сохранено',
  },
} as const

function requireDistinct(parsed: readonly {readonly name: string; readonly skillbase: {readonly slug?: string | undefined}}[]): void {
  const first = new Map<string, string>()
  for (const {name, skillbase} of parsed) {
    const {slug} = skillbase
    const other = slug === undefined ? undefined : first.get(slug)
    if (other !== undefined) {
      throw new AppError(
        'SLUG_TWICE',
        {en: `${other} and ${name} have the same slug "${slug}".`, ru: `У ${other} и ${name} один слаг «${slug}».`},
        {exit: 'usage'},
      )
    }
    if (slug !== undefined) first.set(slug, name)
  }
}

const oneFileOnly = () =>
  new AppError(
    'IF_VERSION_MANY',
    {en: '--if-version goes with one file.', ru: '--if-version указывается с одним файлом.'},
    {exit: 'usage', hint: {en: 'Apply the files one by one.', ru: 'Примените файлы по одному.'}},
  )
