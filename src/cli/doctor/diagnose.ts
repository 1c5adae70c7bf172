import type {Deps} from '../deps.ts'
import type {Config} from '../oclif.ts'
import type {CheckResult} from './check.ts'
import {doctorChecks, machineChecks} from './checks.ts'
import {runChecks} from './run-checks.ts'

/** Everything `doctor` finds out about this machine and its configuration. */
export const diagnose = (
  deps: Deps,
  config: Config,
  options: {readonly online: boolean; readonly patience: number},
): Promise<CheckResult[]> =>
  runChecks({
    ...options,
    deps,
    checks: doctorChecks,
    machineChecks,
    loadConfig: () => deps.loadedConfig(),
    env: process.env,
    flagVariables: new Set(config.commands.flatMap(({flags}) => Object.values(flags).flatMap(({env}) => env ?? []))),
  })
