import type {Bilingual} from '../../../bilingual.ts'

export type ConditionFault = 'E101' | 'E102' | 'E103'

/** A condition that is refused; the message is in English, as every error's, `text` in both languages. */
export class ConditionError extends Error {
  override readonly name = 'ConditionError'
  readonly code: ConditionFault
  readonly text: Bilingual

  constructor(code: ConditionFault, text: Bilingual) {
    super(text.en)
    this.code = code
    this.text = text
  }
}

/** What the condition language found. It explains itself in English only, but its codes say enough to translate. */
export interface LanguageFault {
  readonly code?: string
  readonly message: string
  readonly range?: {readonly start: number} | undefined
}

export function unreadable({code, message, range}: LanguageFault): ConditionError {
  const why = message.split('\n')[0]!
  const told = russian[code ?? '']?.(why) ?? `ошибка в знаке ${(range?.start ?? 0) + 1}`
  return new ConditionError('E101', {en: `the condition cannot be read: ${why}`, ru: `условие не читается: ${told}`})
}

/** What stands behind the colon, or in quotes: the author's own words. */
const named = (why: string): string => /:\s*(.+)$/.exec(why)?.[1]?.replaceAll("'", '') ?? /'(.+)'/.exec(why)?.[1] ?? why

const russian: Readonly<Record<string, (why: string) => string>> = {
  unexpected_token: (why) => (named(why) === 'EOF' ? 'оно обрывается' : `здесь не может стоять «${named(why)}»`),
  unexpected_character: (why) => `здесь не может стоять «${named(why)}»`,
  unterminated_string: () => 'кавычка не закрыта',
  unknown_variable: (why) => `нет переменной «${named(why)}»`,
  no_such_overload: (why) => `так нельзя: ${named(why)}`,
  no_matching_overload: (why) => `нет функции ${named(why)}`,
  invalid_logical_operand: (why) => `для && и || нужно «да» или «нет», а здесь ${named(why)}`,
  incompatible_ternary_branches: () => 'у обоих ответов в «? :» должен быть один тип',
  invalid_macro_argument: () => 'внутри has() должно стоять поле, например has(f.phone)',
  limit_exceeded: () => 'оно слишком большое',
}
