import mocha from 'mocha'

/** mocha's own report, closed with one line that a machine can read: `N passed, N failed, N skipped`. */
export default class Reporter extends mocha.reporters.Spec {
  constructor(runner: mocha.Runner, options: mocha.MochaOptions) {
    super(runner, options)
    runner.once('end', () => {
      const {passes = 0, failures = 0, pending = 0} = runner.stats ?? {}
      process.stdout.write(`${passes} passed, ${failures} failed, ${pending} skipped\n`)
    })
  }
}
