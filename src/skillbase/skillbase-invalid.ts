import {plural} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import {asSentence} from '../sentence.ts'
import type {Issue} from './issue.ts'

/** A document that is no skillbase. The sentence names the first issue; `issues` has all of them. */
export class SkillbaseInvalid extends AppError {
  readonly issues: readonly Issue[]

  /** @param source what to call the document: a file name, `stdin` */
  constructor(source: string, issues: readonly Issue[]) {
    const [first] = issues
    const more = issues.length - 1
    super(
      'SKILLBASE_INVALID',
      {
        en: sentence(told(source, first, 'en'), more > 0 ? ` (and ${more} more)` : ''),
        ru: sentence(told(source, first, 'ru'), more > 0 ? ` (и ещё ${more} ${plural('ru', more, 'ошибка', 'ошибки', 'ошибок')})` : ''),
      },
      {
        exit: 'usage',
        ...(more > 0 && {
          hint: {
            en: '`voicectl skillbase validate FILE` lists all of them.',
            ru: 'Полный список: `voicectl skillbase validate ФАЙЛ`.',
          },
        }),
      },
    )
    this.issues = issues
  }
}

/** «Did you mean check?» has its mark already. */
const sentence = (text: string, more: string): string => (more === '' ? asSentence(text) : `${text}${more}.`)

function told(source: string, issue: Issue | undefined, lang: 'en' | 'ru'): string {
  if (!issue) return `${source}: not a skillbase`
  const place = issue.line === undefined ? source : `${source}:${issue.line}:${issue.column}`
  return [place, ...(issue.path === '' ? [] : [issue.path]), issue.message[lang]].join(': ')
}
