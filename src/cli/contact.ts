import {AppError} from '../errors.ts'

/** `--contact name=Анна`: what a call list would know of a person. @throws AppError BAD_CONTACT */
export function contactOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)]
      throw new AppError('BAD_CONTACT', {en: `"${pair}" is not KEY=VALUE.`, ru: `«${pair}» — не КЛЮЧ=ЗНАЧЕНИЕ.`}, {exit: 'usage'})
    }),
  )
}
