import type {Bilingual} from '../../../bilingual.ts'

/** A template that is refused; the message is in English, as every error's, `text` in both languages. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  readonly text: Bilingual

  constructor(text: Bilingual, options?: ErrorOptions) {
    super(text.en, options)
    this.text = text
  }
}

/** What the template language found. It explains itself in English only. */
export function unreadableTemplate(error: unknown): TemplateError {
  const en = (error instanceof Error ? error.message : String(error)).split('\n')[0]!
  const [, why = en, line, column] = /^(.*?)(?:, line:(\d+), col:(\d+))?$/.exec(en)!
  const place = line === undefined ? '' : line === '1' ? `, знак ${column}` : `, строка ${line}, знак ${column}`
  return new TemplateError({en, ru: russianOf(why) + place}, {cause: error})
}

function russianOf(why: string): string {
  for (const [pattern, text] of russian) if (pattern.test(why)) return why.replace(pattern, text)
  return 'ошибка'
}

const russian: readonly (readonly [RegExp, string])[] = [
  [/^tag "(.*)" not found$/, 'здесь не может стоять {% $1 %}'],
  [/^undefined filter: (.*)$/, 'нет фильтра «$1»'],
  [/^(?:output|raw) "(.*)" not closed$/, 'не закрыто: $1'],
  [/^tag "?(.*?)"? not closed$/, 'не закрыто: $1'],
  [/^invalid value expression: "(.*)"$/, 'непонятное значение «$1»'],
  [/^expected "\|" before filter$/, 'здесь ждали «|» или конец (сравнение пишется «==»)'],
  [/^parse length limit exceeded$/, 'шаблон слишком длинный'],
  [/^.*range.*$/, 'скобки здесь не нужны'],
]
