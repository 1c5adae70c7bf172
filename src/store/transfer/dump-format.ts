import type {Digests} from './digest.ts'
import type {Shapes} from './source.ts'

/** The first line of a dump: enough to load it without knowing the program that made it. */
export interface Header {
  readonly format: 'voicectl/dump/v1'
  readonly createdAt: string
  readonly migrations: readonly string[]
  readonly tables: Shapes
}

/** The last line: a dump without it was cut off. */
export interface Trailer {
  readonly end: true
  readonly tables: Digests
}
