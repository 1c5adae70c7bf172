import type {Deps} from './deps.ts'
import {author} from './skillbase-flags.ts'
import type {TerminalTalk} from './terminal-talk.ts'

export interface NamedSkillbase {
  /** Slug or id. */
  readonly skillbase: string
  /** What was stored of a file; nothing when a stored skillbase was named. Its newest version may be somebody else's by now. */
  readonly stored?: number
}

/**
 * A file is stored first, as `skillbase apply` does, so that a call always refers to a version that stays.
 * Trying a bot out brings none back from the archive, where it would answer callers again.
 */
export async function storedFile(
  reference: string,
  deps: Deps,
  {say, caution, lang}: Pick<TerminalTalk, 'say' | 'caution' | 'lang'>,
): Promise<NamedSkillbase> {
  // A slug has no dot, so this can be nothing but a file.
  if (!/\.(?:ya?ml|json)$/i.test(reference)) return {skillbase: reference}
  const {appliedText, applyFiles} = await import('./skillbase-apply.ts')
  const {skillbaseDeps} = await import('../skillbase/skillbase-deps.ts')
  const {applied, warnings} = await applyFiles([reference], {keepArchived: true, author: author()}, () => skillbaseDeps(deps))
  for (const warning of warnings) caution(warning)
  const [one] = applied
  const text = appliedText(one!, lang)
  say({en: text, ru: text})
  return {skillbase: one!.slug, stored: one!.version}
}
