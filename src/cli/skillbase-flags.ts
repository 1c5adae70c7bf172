import {userInfo} from 'node:os'
import {Args, Flags} from './oclif.ts'

/** Arguments and flags that mean the same in every skillbase command. */
export const referenceArg = {
  skillbase: Args.string({required: true, description: 'slug, id or unique beginning of an id'}),
}

export const fileOrReferenceArg = {
  skillbase: Args.string({required: true, description: 'file, - for stdin, or slug or id of a stored skillbase'}),
}

export const versionFlag = {
  version: Flags.integer({min: 1, helpValue: 'N', description: 'version of a stored skillbase; the newest when left out'}),
}

export const noteFlag = {
  note: Flags.string({description: 'remark kept with the version'}),
}

/** Whoever is logged in, for the history. */
export function author(): string | undefined {
  const named = process.env['USER'] || process.env['USERNAME']
  if (named) return named
  try {
    return userInfo().username
  } catch {
    // An id without an entry in the list of users, as in many containers.
    return undefined
  }
}
