import {type Clock, systemClock} from '../clock.ts'

export interface DepsOptions {
  readonly profile?: string | undefined
  readonly company?: string | undefined
}

/** The composition root: what use cases are given. Every member is made on first use, so a command pays only for what it touches. */
export interface Deps {
  readonly clock: Clock
  close(): Promise<void>
}

export function createDeps(_options: DepsOptions): Deps {
  return {
    clock: systemClock,
    close: async () => {},
  }
}
