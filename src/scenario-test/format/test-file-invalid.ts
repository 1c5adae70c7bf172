import {plural} from '../../bilingual.ts'
import {AppError} from '../../errors.ts'
import {asSentence} from '../../sentence.ts'
import type {Issue} from '../../skillbase/issue.ts'

/** A file that is no conversation test. The sentence names its first issues; `issues` has all of them. */
export class TestFileInvalid extends AppError {
  readonly source: string
  readonly issues: readonly Issue[]

  /** @param source what to call the file */
  constructor(source: string, found: readonly Issue[]) {
    // As they stand in the file: a reader goes from the top to the bottom.
    const issues = found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    const shown = issues.slice(0, 10)
    const more = issues.length - shown.length
    super(
      'TEST_FILE_INVALID',
      {
        en: [...shown.map((issue) => told(source, issue, 'en')), ...(more > 0 ? [`and ${more} more.`] : [])].join('\n'),
        ru: [
          ...shown.map((issue) => told(source, issue, 'ru')),
          ...(more > 0 ? [`и ещё ${more} ${plural('ru', more, 'ошибка', 'ошибки', 'ошибок')}.`] : []),
        ].join('\n'),
      },
      {
        exit: 'usage',
        hint: {en: 'The format is described in docs/scenario-tests.md.', ru: 'Формат описан в docs/scenario-tests.md.'},
      },
    )
    this.source = source
    this.issues = issues
  }
}

function told(source: string, {line, column, path, message}: Issue, lang: 'en' | 'ru'): string {
  const place = line === undefined ? source : `${source}:${line}:${column}`
  return asSentence([place, ...(path === '' ? [] : [path]), message[lang]].join(': '))
}
