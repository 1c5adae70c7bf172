import {plural} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import {formatPath} from './issue.ts'
import {lint} from './lint/lint.ts'
import type {Skillbase} from './schema/skillbase.ts'

/**
 * What answers calls has no errors. Warnings pass.
 * @param reference what to lint to see all of them: a file when it is not stored
 * @throws AppError LINT_ERRORS (refused)
 */
export function requireNoErrors(slug: string, skillbase: Skillbase, today: string, reference: string = slug): void {
  const errors = lint(skillbase, today).filter(({severity}) => severity === 'error')
  const [first] = errors
  if (!first) return
  const count = errors.length
  const place = `${first.code} ${formatPath(first.path)}`
  throw new AppError(
    'LINT_ERRORS',
    {
      en: `Skillbase "${slug}" has ${count} ${count === 1 ? 'error' : 'errors'} and is not published: ${place}: ${first.message.en}.`,
      ru: `В скиллбейсе «${slug}» ${count} ${plural('ru', count, 'ошибка', 'ошибки', 'ошибок')}, он не опубликован: ${place}: ${first.message.ru}.`,
    },
    {
      exit: 'refused',
      hint: {en: `See all: \`voicectl skillbase lint ${reference}\`.`, ru: `Все замечания: \`voicectl skillbase lint ${reference}\`.`},
    },
  )
}
