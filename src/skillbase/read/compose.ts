import {Composer, type Document, Lexer, LineCounter, Parser} from 'yaml'
import {issue, type Position, type RawIssue} from '../issue.ts'
import {syntaxMessage} from './syntax-messages.ts'

export interface ComposedDocument {
  readonly document: Document.Parsed
  readonly position: (offset: number) => Position
}

export type PlacedIssue = RawIssue & {readonly offset?: number}

// The library's own entry point takes seconds for a megabyte of brackets, so its stages are run here with a budget each.
const maxLexemes = 200_000
const maxProperties = 5000
const maxStack = 96

/** Reads one YAML (or JSON) document. Time is bounded by the budgets above, whatever the text is. */
export function compose(
  source: string,
): ComposedDocument | {readonly issues: readonly PlacedIssue[]; readonly position: (offset: number) => Position} {
  const lines = new LineCounter()
  // The library's entry point would do it; without it every line is told one too low.
  lines.addNewLine(0)
  const position = (offset: number): Position => {
    const {line, col} = lines.linePos(offset)
    return {line: Math.max(line, 1), column: Math.max(col, 1)}
  }
  const parser = new Parser(lines.addNewLine)
  const tokens = []
  let lexemes = 0
  let properties = 0
  for (const lexeme of new Lexer().lex(source)) {
    if (/^[&!*]/.test(lexeme)) properties++
    if (++lexemes > maxLexemes || properties > maxProperties) return {issues: [{...tooComplex, offset: parser.offset}], position}
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > maxStack) return {issues: [{...tooDeep, offset: parser.offset}], position}
  }
  for (const token of parser.end()) tokens.push(token)

  const [document, second] = new Composer({uniqueKeys: false, lineCounter: lines}).compose(tokens, true, source.length)
  const problems = [...document!.errors, ...document!.warnings]
  if (problems.length > 0) {
    return {issues: problems.slice(0, 20).map((problem) => ({...syntaxMessage(problem), offset: problem.pos[0]})), position}
  }
  if (second) return {issues: [{...severalDocuments, offset: second.range[0]}], position}
  return {document: document as Document.Parsed, position}
}

const tooComplex = issue(
  [],
  'TOO_COMPLEX',
  'the file has more parts than any skillbase needs',
  'в файле больше элементов, чем нужно любому скиллбейсу',
)
export const tooDeep = issue([], 'TOO_DEEP', 'the file is nested too deep', 'слишком глубокая вложенность')
const severalDocuments = issue([], 'YAML_SYNTAX', 'one document only, without `---`', 'документ должен быть один, без `---`')
