import {userInfo} from 'node:os'
import {AppError} from '../errors.ts'
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

/** One of several arguments that are versions: told by its name when it is none. */
export const versionArg = (name: string, description: string) =>
  Args.custom<number>({
    description,
    parse: async (text) => {
      const number = /^[+-]?\d{1,9}$/.test(text) ? Number(text) : undefined
      if (number !== undefined && number >= 1) return number
      const must = number === undefined ? {en: 'a whole number', ru: 'целое число'} : {en: 'at least 1', ru: 'не меньше 1'}
      throw new AppError(
        'BAD_VALUE',
        {en: `${name} must be ${must.en}, not "${text}".`, ru: `${name}: ожидается ${must.ru}, указано «${text}».`},
        {exit: 'usage', hint: {en: 'Versions are in `voicectl skillbase history`.', ru: 'Версии: `voicectl skillbase history`.'}},
      )
    },
  })()

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
