import type {LineId} from '../../../skillbase/schema/line-ids.ts'

/** How the persona speaks of itself and to the caller. */
export interface Manner {
  readonly male: boolean
  readonly familiar: boolean
}

/** Wordings by line id; several are turned through. */
export type BuiltInLines = Readonly<Record<LineId, readonly string[]>>
