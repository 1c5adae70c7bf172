import type {ToolExpect, ToolsExpect} from '../format/expect-schema.ts'
import type {ToolUse} from '../run/mock-tools.ts'
import {type Failure, failure, noted, shown} from './failure.ts'
import {isPart} from './same-value.ts'

/** An empty list means that nothing was called. */
export function checkTools(expect: ToolsExpect | undefined, uses: readonly ToolUse[]): Failure[] {
  if (!expect) return []
  const {contains, in_order, exact} = expect
  const made = uses.map(callText)
  const none = contains?.length === 0 && uses.length > 0 ? [failure('tools', [], made)] : []
  return [
    ...none,
    ...(contains ?? []).flatMap((wanted) => checkOne(wanted, uses)),
    ...(in_order && !isSubsequence(in_order, uses) ? [failure('tools.in_order', in_order.map(wantedText), made)] : []),
    ...(exact && !(exact.length === uses.length && isSubsequence(exact, uses))
      ? [failure('tools.exact', exact.map(wantedText), made)]
      : []),
  ]
}

function checkOne(wanted: ToolExpect, uses: readonly ToolUse[]): Failure[] {
  const {times, order} = wanted
  const fitting = uses.filter((use) => fits(wanted, use))
  const made = uses.map(callText)
  if (times !== undefined && fitting.length !== times)
    return [failure('tools', `${wantedText(wanted)} × ${times}`, fitting.length === 0 ? made : `× ${fitting.length}: ${shown(made)}`)]
  if (times === undefined && fitting.length === 0) return [failure('tools', wantedText(wanted), made)]
  if (order !== undefined && !(uses[order - 1] && fits(wanted, uses[order - 1]!)))
    return [failure('tools.order', `${order}: ${wantedText(wanted)}`, made)]
  return []
}

const fits = (wanted: ToolExpect, use: ToolUse): boolean => wanted.name === use.name && isPart(wanted.args ?? {}, use.args)

function isSubsequence(wanted: readonly ToolExpect[], uses: readonly ToolUse[]): boolean {
  let at = 0
  for (const use of uses) if (at < wanted.length && fits(wanted[at]!, use)) at++
  return at === wanted.length
}

export const callText = ({name, args}: ToolUse): string => `${name} ${shown(args)}`

const wantedText = (wanted: ToolExpect): string => (wanted.args ? `${wanted.name} ${shown(wanted.args)}` : wanted.name)

/** Calls that nobody prepared an answer for: the test does not say what the world looks like. */
export const unanswered = (uses: readonly ToolUse[]): Failure[] =>
  uses
    .filter(({missing}) => missing)
    .map((use) => noted('tools', `no answer is prepared for ${callText(use)}`, `нет заготовленного ответа на ${callText(use)}`))
