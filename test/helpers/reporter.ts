import mocha from 'mocha'
import {skipReason} from './skip.ts'

/** mocha's own report, closed with what was skipped and why, and one line that a machine can read: `N passed, N failed, N skipped`. */
export default class Reporter extends mocha.reporters.Spec {
  constructor(runner: mocha.Runner, options: mocha.MochaOptions) {
    super(runner, options)
    const skipped: mocha.Test[] = []
    runner.on('pending', (test) => void skipped.push(test))
    runner.once('end', () => {
      const {passes = 0, failures = 0, pending = 0} = runner.stats ?? {}
      process.stdout.write(`${skippedText(skipped)}${passes} passed, ${failures} failed, ${pending} skipped\n`)
    })
  }
}

/** One reason, then the tests that share it. */
export function skippedText(tests: readonly Pick<mocha.Test, 'title' | 'parent' | 'fullTitle'>[]): string {
  const byReason = Map.groupBy(tests, (test) => skipReason(test as Parameters<typeof skipReason>[0]) ?? 'no reason given')
  const lines = [...byReason].flatMap(([reason, those]) => [`  ${reason}:`, ...those.map((test) => `    ${test.fullTitle()}`)])
  return lines.length === 0 ? '' : `Skipped:\n${lines.join('\n')}\n\n`
}
