import type {YAMLError, YAMLParseError, YAMLWarning} from 'yaml'
import type {Bilingual} from '../../bilingual.ts'
import type {RawIssue} from '../issue.ts'

/** The parser's complaint as an issue. */
export function syntaxMessage({code, message}: YAMLParseError | YAMLWarning): RawIssue {
  const known = code === 'TAG_RESOLVE_FAILED' ? noTags : unclosedBracket.test(message) ? notClosed : messages[code]
  const own = message.split('\n')[0]!.toLowerCase()
  return {
    path: [],
    code: code === 'TAG_RESOLVE_FAILED' ? 'YAML_TAG' : 'YAML_SYNTAX',
    message: known ?? {en: own, ru: `ошибка YAML: ${own}`},
  }
}

/** The parser counts it to the indentations. */
const unclosedBracket = /must be sufficiently indented and end with a [\]}]/
const notClosed: Bilingual = {en: 'a bracket is not closed', ru: 'скобка не закрыта'}

const noTags: Bilingual = {
  en: 'tags (`!name`) are not read; if it is text, put it in quotes',
  ru: 'теги (`!имя`) не читаются; если это текст, возьмите его в кавычки',
}

const messages: Partial<Record<YAMLError['code'], Bilingual>> = {
  ALIAS_PROPS: {en: 'an alias (`*name`) cannot have a tag or an anchor', ru: 'у ссылки (`*имя`) не бывает тега и якоря'},
  BAD_ALIAS: {en: 'text that begins with `*` or `&` must be quoted', ru: 'текст, который начинается с `*` или `&`, нужно взять в кавычки'},
  BAD_INDENT: {en: 'wrong indentation', ru: 'неверный отступ'},
  BAD_DQ_ESCAPE: {
    en: 'unknown escape in a quoted text; write \\\\ for a backslash',
    ru: 'неизвестная последовательность в кавычках; обратная косая черта пишется \\\\',
  },
  BAD_SCALAR_START: {
    en: 'text cannot begin with this character unless it is quoted',
    ru: 'с этого знака текст может начинаться только в кавычках',
  },
  BLOCK_AS_IMPLICIT_KEY: {en: 'wrong indentation, or two keys on one line', ru: 'неверный отступ или два ключа в одной строке'},
  BLOCK_IN_FLOW: {en: 'a bracket is not closed before the next line', ru: 'скобка не закрыта до следующей строки'},
  MISSING_CHAR: {en: 'a bracket, a quote, a comma or a colon is missing', ru: 'не хватает скобки, кавычки, запятой или двоеточия'},
  MULTILINE_IMPLICIT_KEY: {en: 'a key is not followed by a colon', ru: 'после ключа нет двоеточия'},
  MULTIPLE_ANCHORS: {en: 'a value can have one anchor', ru: 'у значения может быть один якорь'},
  MULTIPLE_DOCS: {en: 'one document only, without `---`', ru: 'документ должен быть один, без `---`'},
  MULTIPLE_TAGS: {en: 'a value can have one tag', ru: 'у значения может быть один тег'},
  TAB_AS_INDENT: {en: 'indent with spaces, not with tabs', ru: 'отступы делаются пробелами, а не табуляцией'},
  UNEXPECTED_TOKEN: {
    en: 'something stands here that does not belong; a bracket, a quote or an indentation is wrong',
    ru: 'здесь лишний текст: неверная скобка, кавычка или отступ',
  },
}
