/** Transfers of a scripted call: answered at once, or by the turn that follows. */
export function answeredTransfers() {
  let expected: 'ok' | 'failed' | 'next' = 'ok'
  let pick: ((ok: boolean) => void) | undefined
  let onWaiting: (() => void) | undefined
  return {
    expect(next: typeof expected) {
      expected = next
    },
    requested(): Promise<boolean> {
      if (expected !== 'next') return Promise.resolve(expected === 'ok')
      return new Promise((resolve) => {
        pick = resolve
        onWaiting?.()
      })
    },
    /** Resolves when somebody has to answer, at once when somebody has. */
    waiting: (): Promise<void> =>
      new Promise((resolve) => {
        onWaiting = resolve
        if (pick) resolve()
      }),
    forget() {
      pick = undefined
    },
    /** False when nobody was rung. */
    answer(ok: boolean): boolean {
      const resolve = pick
      pick = undefined
      resolve?.(ok)
      return resolve !== undefined
    },
  }
}
