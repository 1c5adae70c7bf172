import {statSync} from 'node:fs'
import type {Document, YAMLError} from 'yaml'
import type {Bilingual} from '../bilingual.ts'
import {megabyte, readFileWithinSync} from '../bounded-read.ts'
import {AppError} from '../errors.ts'
import {utf8} from '../utf8.ts'
import {isLink} from './link.ts'
import {readPlainYaml} from './plain-yaml.ts'
import type {YamlKeys, YamlLeaf} from './yaml-keys.ts'

/** A file that can be changed, comments and all. */
export interface YamlFile extends YamlKeys {
  readonly document: Document
}

/** The keys of a YAML file; undefined when there is no such file. @throws as `readYaml` */
export async function readKeys(path: string): Promise<YamlKeys | undefined> {
  const source = readText(path)
  return source === undefined ? undefined : (readPlainYaml(source) ?? parsed(path, source))
}

/**
 * The same with the document to edit.
 *
 * The parser's own message quotes the file, which may hold a secret, so only its code is used.
 * @throws AppError CONFIG_NOT_YAML with `file:line`, also for bytes that are no text; CONFIG_UNREADABLE when the file cannot be read
 */
export async function readYaml(path: string): Promise<YamlFile | undefined> {
  const source = readText(path)
  return source === undefined ? undefined : parsed(path, source)
}

/** Far more than anybody configures: a handful of aliases can stand for billions of keys, and one inside itself for no end of them. */
const limits = {keys: 10_000, depth: 20}

async function parsed(path: string, source: string): Promise<YamlFile> {
  const {isAlias, isMap, isScalar, LineCounter, parseDocument} = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(source, {lineCounter: lines, prettyErrors: false})
  const [error] = document.errors
  if (error) {
    const isOpen = unclosedBracket.test(error.message)
    // Such a list or mapping ends nowhere, and the parser names the line that it ran into.
    const position = isOpen ? source.slice(0, error.pos[0]).trimEnd().length : error.pos[0]
    throw notYaml(`${path}:${lines.linePos(position).line}`, isOpen ? notClosed : (problems[error.code] ?? other))
  }

  const keys: string[][] = []
  const leaves: YamlLeaf[] = []
  const walk = (given: unknown, trail: readonly string[], line: number) => {
    if (keys.length > limits.keys || trail.length > limits.depth) throw notYaml(`${path}:${line}`, tooMuch)
    const node = isAlias(given) ? given.resolve(document) : given
    if (!isMap(node)) {
      if (!isEmpty(node)) leaves.push({path: trail, value: plainValue(node, `${path}:${line}`), line})
      return
    }
    for (const {key, value} of node.items) {
      const name = isScalar(key) ? String(key.value) : String(key)
      const offset = (key as {range?: readonly [number, number, number]}).range?.[0] ?? 0
      keys.push([...trail, name])
      walk(value, [...trail, name], lines.linePos(offset).line)
    }
  }
  const plainValue = (node: unknown, place: string): unknown => {
    try {
      const value = (node as {toJS(doc: Document, options: object): unknown}).toJS(document, {maxAliasCount: 100})
      // A list inside itself is found here, and not when an error quotes it.
      JSON.stringify(value)
      return value
    } catch {
      throw notYaml(place, tooMuch)
    }
  }
  const isEmpty = (node: unknown) => node === null || node === undefined || (isScalar(node) && node.value === null)
  if (!isEmpty(document.contents) && !isMap(document.contents)) throw notYaml(`${path}:1`, notMapping)
  walk(document.contents, [], 1)
  return {document, keys, leaves}
}

function readText(path: string): string | undefined {
  try {
    // A pipe would be waited for.
    if (!statSync(path).isFile()) throw notFile(path)
    const text = utf8(readFileWithinSync(path, megabyte))
    if (typeof text === 'number') throw notYaml(`${path}:${text}`, notUtf8)
    return text
  } catch (error) {
    if (error instanceof AppError) throw error
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ELOOP' || (code === 'ENOENT' && isLink(path))) throw leadsNowhere(path)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw unreadable(path, error)
  }
}

const mendOrRemove: Bilingual = {en: 'Mend it or remove it.', ru: 'Исправьте или удалите.'}

const notFile = (path: string) =>
  new AppError('CONFIG_UNREADABLE', {en: `${path} is not a file.`, ru: `${path} — не файл.`}, {exit: 'usage', hint: mendOrRemove})

const leadsNowhere = (path: string) =>
  new AppError(
    'CONFIG_UNREADABLE',
    {en: `${path} is a link that leads nowhere.`, ru: `${path} — ссылка, которая никуда не ведёт.`},
    {exit: 'usage', hint: mendOrRemove},
  )

function unreadable(path: string, error: unknown): AppError {
  const {code} = error as NodeJS.ErrnoException
  const isDenied = code === 'EACCES' || code === 'EPERM'
  return new AppError(
    'CONFIG_UNREADABLE',
    {en: `Cannot read ${path} (${code}).`, ru: `Не удаётся прочитать ${path} (${code}).`},
    {
      cause: error,
      exit: isDenied ? 'auth' : 'failure',
      hint: isDenied
        ? {en: 'Give this user access to the file and its folder.', ru: 'Дайте этому пользователю доступ к файлу и его папке.'}
        : mendOrRemove,
    },
  )
}

const notYaml = (place: string, problem: Bilingual) =>
  new AppError(
    'CONFIG_NOT_YAML',
    {en: `${place}: ${problem.en}.`, ru: `${place}: ${problem.ru}.`},
    {exit: 'usage', hint: {en: 'Nothing of the file is used until this is fixed.', ru: 'Пока это не исправлено, файл не используется.'}},
  )

const notMapping: Bilingual = {en: 'the file must consist of `key: value` lines', ru: 'файл должен состоять из строк `ключ: значение`'}
const notUtf8: Bilingual = {en: 'this is not UTF-8; save the file as UTF-8', ru: 'это не UTF-8; сохраните файл в UTF-8'}
const tooMuch: Bilingual = {
  en: 'too much is nested or repeated by aliases here',
  ru: 'здесь слишком много вложенного или повторённого ссылками',
}
/** The parser counts it to the indentations. */
const unclosedBracket = /must be sufficiently indented and end with a [\]}]$/
const notClosed: Bilingual = {en: 'a bracket is not closed', ru: 'скобка не закрыта'}
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
