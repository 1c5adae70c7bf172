/** Skips the test, or in a hook all tests behind it, and keeps the reason for the list at the end of the run. */
export function skipBecause(context: Mocha.Context, reason: string): never {
  const skipped = context.runnable() as Skippable & {readonly type?: string}
  const place = skipped.type === 'hook' ? skipped.parent! : skipped
  place.skipReason = reason
  return context.skip()
}

/** Why a test was skipped, as far as anybody said so: it, its group, or the title of a group. */
export function skipReason(test: Skippable): string | undefined {
  const titled = /skipped(?:: | )([^)]+)/.exec(test.title)?.[1]
  return test.skipReason ?? titled ?? (test.parent && skipReason(test.parent))
}

interface Skippable {
  readonly title: string
  readonly parent?: Skippable | undefined
  skipReason?: string
}
