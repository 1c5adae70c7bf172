import {isDeepStrictEqual} from 'node:util'
import type {Check} from './context.ts'

/** W409 the same setting at the top and in the flow, with two values. */
export const checkTwice: Check = ({skillbase, flow, report}) => {
  for (const key of ['languages', 'knowledge'] as const) {
    const [outer, inner] = [skillbase[key], flow[key]]
    if (outer === undefined || inner === undefined || isDeepStrictEqual(outer, inner)) continue
    report([key], 'W409', `also stands in flow.${key}, which is the one that counts`, `есть и в flow.${key}, действует то`)
  }
}
