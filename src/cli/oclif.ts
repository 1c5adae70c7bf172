/**
 * The only door to oclif. Its package root loads 158 modules, these subpaths 107: about 15 ms of every start.
 * Source: measured with `test/bench/startup.ts`.
 */
export {Command} from '@oclif/core/command'
export {Config} from '@oclif/core/config'
export * as Args from '@oclif/core/args'
export * as Flags from '@oclif/core/flags'
export {Help, CommandHelp} from '@oclif/core/help'
export {run} from '@oclif/core/run'
export type {Interfaces} from '@oclif/core'
