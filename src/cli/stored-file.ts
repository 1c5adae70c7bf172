import type {TerminalTalk} from './terminal-talk.ts'
import type {Deps} from './deps.ts'

/**
 * A file is stored first, as `skillbase apply` does, so that a call always refers to a version that stays. Returns the slug.
 * Trying a bot out brings none back from the archive, where it would answer callers again.
 */
export async function storedFile(
  reference: string,
  deps: Deps,
  {say, caution, lang}: Pick<TerminalTalk, 'say' | 'caution' | 'lang'>,
): Promise<string> {
  // A slug has no dot, so this can be nothing but a file.
  if (!/\.(?:ya?ml|json)$/i.test(reference)) return reference
  const {appliedText, applyFiles} = await import('./skillbase-apply.ts')
  const {skillbaseDeps} = await import('../skillbase/skillbase-deps.ts')
  const {applied, warnings} = await applyFiles([reference], {keepArchived: true}, () => skillbaseDeps(deps))
  for (const warning of warnings) caution(warning)
  const [one] = applied
  const text = appliedText(one!, lang)
  say({en: text, ru: text})
  return one!.slug
}
