import {words} from './tokens.ts'
import type {Token} from './types.ts'

/**
 * Whether the number at `[from, to)` is one that nobody should call: «не звоните на …», «старый номер …», "… is not mine". Also the one they are
 * calling from, where it stands beside another: «звоню с …, а перезвоните на …».
 */
export function isRefusedNumber(tokens: readonly Token[], from: number, to: number): boolean {
  return before.test(words(tokens.slice(Math.max(0, from - 5), from))) || behind.test(words(tokens.slice(to, to + 5)))
}

const before =
  /(?:^| )(?:не (?:надо |нужно )?(?:на|звон\S+|перезван\S+|набира\S+|пиш\S+)|(?:don't|do not|never) (?:call|use|ring|text|phone)|старый|старого|прежний|бывший|old|previous|former)(?: (?:на|мой|мне|был|номер|телефон|это|me|on|at|my|number|phone|one|was|is)){0,3}$|(?:^| )(?:звоню|говорю|calling)(?: \S+)? (?:с|from)(?: номера)?$/

const behind =
  /^(?:это |он |уже |и |it |that |it's |that's |is |номер ){0,3}(?:не (?:мой|наш|работает|действует|звоните|нужен|то)|старый|заблокирован|not (?:mine|my|working|in use)|isn't (?:mine|my|working)|doesn't work|(?:my |an )?old|звоню|говорю)(?: |$)/
