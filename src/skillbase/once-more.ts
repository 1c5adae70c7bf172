import {AppError} from '../errors.ts'

/** Of several that write at once one gets through each time, so this is also how many may. */
const mostAttempts = 20

/** What somebody else did at the same moment, and what looks different at the next look. */
const raced: ReadonlySet<string> = new Set(['SKILLBASE_EXISTS', 'VERSION_CONFLICT', 'SKILLBASE_NOT_FOUND'])

/**
 * For whoever stated no version and just wants something to be so: when somebody else was quicker, looks again and tries again.
 * @throws AppError SKILLBASE_BUSY (conflict); what `attempt` throws when nobody else can be the reason
 */
export async function onceMore<Result>(slug: string, attempt: () => Promise<Result>): Promise<Result> {
  for (let number = 1; ; number++) {
    try {
      return await attempt()
    } catch (error) {
      const another = error instanceof AppError && raced.has(error.code)
      // It was not there at the first look either.
      if (!another || (error.code === 'SKILLBASE_NOT_FOUND' && number > 1)) throw error
      if (number === mostAttempts) throw busy(slug, error)
    }
  }
}

const busy = (slug: string, cause: unknown) =>
  new AppError(
    'SKILLBASE_BUSY',
    {en: `Others keep changing skillbase "${slug}" at the same moment.`, ru: `Скиллбейс «${slug}» одновременно меняют другие.`},
    {exit: 'conflict', cause, hint: {en: 'Try again when they are done.', ru: 'Повторите, когда они закончат.'}},
  )
