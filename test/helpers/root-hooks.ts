import {cleanUp} from './cleanup.ts'

// The commands that are printed to type next depend on how the program was started; tests start it themselves, whatever npm started them with.
for (const name of Object.keys(process.env)) if (name.startsWith('npm_') || name === 'INIT_CWD') delete process.env[name]

/** A warning of the process (a leak of listeners, a deprecated call) fails the run instead of scrolling by. */
const warnings: Error[] = []
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') warnings.push(warning)
})

export const mochaHooks = {
  async afterAll() {
    await cleanUp()
    if (warnings.length > 0) throw new Error(`process warnings during the tests: ${warnings.map(String).join('; ')}`)
  },
}
