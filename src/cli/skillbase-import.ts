import type {Bilingual, UiLanguage} from '../bilingual.ts'
import {type Applied, applySkillbase, type ApplyOptions} from '../skillbase/apply-skillbase.ts'
import {requireSlug} from '../skillbase/clone-skillbase.ts'
import {type IssueView, issueView} from '../skillbase/findings-text.ts'
import type {SourceFormat} from '../skillbase/formats.ts'
import {requireName} from '../skillbase/require-name.ts'
import {parseRunnable} from '../skillbase/runnable.ts'
import type {Skillbase} from '../skillbase/schema/skillbase.ts'
import type {SkillbaseDeps} from '../skillbase/skillbase-deps.ts'
import {readSource} from '../skillbase/source-file.ts'
import {toYaml} from '../skillbase/to-yaml.ts'
import {appliedText, backText, lossText} from './skillbase-apply.ts'

interface Wish extends ApplyOptions {
  readonly slug?: string | undefined
  readonly name?: string | undefined
}

export interface ImportResult extends Applied {
  readonly format: SourceFormat
  readonly warnings: readonly IssueView[]
  readonly cautions: readonly Bilingual[]
  readonly text: string
}

export async function importFile(file: string, wish: Wish, lang: UiLanguage, open: () => Promise<SkillbaseDeps>): Promise<ImportResult> {
  const {name, bytes} = await readSource(file, process.stdin, 'import')
  const {skillbase, format, warnings} = parseRunnable(name, bytes)
  if (wish.slug !== undefined) requireSlug(wish.slug)
  if (wish.name !== undefined) requireName(wish.name)
  const wanted: Skillbase = {
    ...skillbase,
    ...(wish.slug !== undefined && {slug: wish.slug}),
    ...(wish.name !== undefined && {name: wish.name}),
  }
  const applied = await applySkillbase(wanted, wish, await open())
  return {
    ...applied,
    format,
    warnings: warnings.map(issueView),
    cautions: [...lossText({name, warnings}), ...comesBack(applied)],
    text: wish.dryRun ? toYaml(wanted).trimEnd() : appliedText(applied, lang),
  }
}

/** A dry run prints the skillbase instead of what would be done. */
function comesBack(applied: Applied): Bilingual[] {
  const back = applied.dryRun ? backText(applied) : undefined
  return back ? [{en: `${applied.slug}: ${back.en}.`, ru: `${applied.slug}: ${back.ru}.`}] : []
}
