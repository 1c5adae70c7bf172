import {readFileSync} from 'node:fs'
import type {Document, YAMLError} from 'yaml'
import type {Bilingual} from '../bilingual.ts'
import {AppError} from '../errors.ts'

/** One scalar or list of a file, with the line it stands on (from 1). */
export interface YamlLeaf {
  readonly path: readonly string[]
  readonly value: unknown
  readonly line: number
}

export interface YamlFile {
  readonly document: Document
  readonly leaves: readonly YamlLeaf[]
}

/**
 * Reads a YAML mapping; undefined when there is no such file.
 *
 * The parser's own message quotes the file, which may hold a secret, so only its code is used.
 * @throws AppError CONFIG_NOT_YAML with `file:line`; CONFIG_UNREADABLE when the file cannot be read
 */
export async function readYaml(path: string): Promise<YamlFile | undefined> {
  const source = readText(path)
  if (source === undefined) return undefined
  const {isAlias, isMap, isScalar, LineCounter, parseDocument} = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(source, {lineCounter: lines, prettyErrors: false})
  const [error] = document.errors
  if (error) throw notYaml(`${path}:${lines.linePos(error.pos[0]).line}`, problems[error.code] ?? other)

  const leaves: YamlLeaf[] = []
  const walk = (given: unknown, trail: readonly string[], line: number) => {
    const node = isAlias(given) ? given.resolve(document) : given
    if (!isMap(node)) {
      if (!isEmpty(node)) leaves.push({path: trail, value: (node as {toJS(doc: Document): unknown}).toJS(document), line})
      return
    }
    for (const {key, value} of node.items) {
      const name = isScalar(key) ? String(key.value) : String(key)
      const offset = (key as {range?: readonly [number, number, number]}).range?.[0] ?? 0
      walk(value, [...trail, name], lines.linePos(offset).line)
    }
  }
  const isEmpty = (node: unknown) => node === null || node === undefined || (isScalar(node) && node.value === null)
  if (!isEmpty(document.contents) && !isMap(document.contents)) throw notYaml(`${path}:1`, notMapping)
  walk(document.contents, [], 1)
  return {document, leaves}
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new AppError(
      'CONFIG_UNREADABLE',
      {en: `Cannot read ${path} (${code}).`, ru: `Не удаётся прочитать ${path} (${code}).`},
      {cause: error},
    )
  }
}

const notYaml = (place: string, problem: Bilingual) =>
  new AppError(
    'CONFIG_NOT_YAML',
    {en: `${place}: ${problem.en}.`, ru: `${place}: ${problem.ru}.`},
    {exit: 'usage', hint: {en: 'Nothing of the file is used until this is fixed.', ru: 'Пока это не исправлено, файл не используется.'}},
  )

const notMapping: Bilingual = {en: 'the file must consist of `key: value` lines', ru: 'файл должен состоять из строк `ключ: значение`'}
const other: Bilingual = {en: 'this is not valid YAML', ru: 'это не YAML'}
const problems: Partial<Record<YAMLError['code'], Bilingual>> = {
  ALIAS_PROPS: {en: 'an alias (`*name`) cannot have a tag or an anchor', ru: 'у ссылки (`*имя`) не бывает тега и якоря'},
  BAD_ALIAS: {en: 'a value that begins with `*` must be quoted', ru: 'значение, которое начинается с `*`, нужно взять в кавычки'},
  BAD_INDENT: {en: 'wrong indentation', ru: 'неверный отступ'},
  BLOCK_AS_IMPLICIT_KEY: {en: 'wrong indentation, or two keys on one line', ru: 'неверный отступ или два ключа в одной строке'},
  BLOCK_IN_FLOW: {en: 'a bracket is not closed before the next line', ru: 'скобка не закрыта до следующей строки'},
  DUPLICATE_KEY: {en: 'the same key is given twice', ru: 'один и тот же ключ указан дважды'},
  MISSING_CHAR: {en: 'a bracket, a quote or a colon is missing', ru: 'не хватает скобки, кавычки или двоеточия'},
  MULTILINE_IMPLICIT_KEY: {en: 'a key is not followed by a colon', ru: 'после ключа нет двоеточия'},
  MULTIPLE_DOCS: {en: 'one document only, without `---`', ru: 'документ должен быть один, без `---`'},
  TAB_AS_INDENT: {en: 'indent with spaces, not with tabs', ru: 'отступы делаются пробелами, а не табуляцией'},
}
