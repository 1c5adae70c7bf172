import type {Bilingual, UiLanguage} from '../bilingual.ts'
import {printableLine} from '../printable.ts'

export const formats = ['table', 'json', 'yaml', 'csv'] as const
export type Format = (typeof formats)[number]

export interface Column<Row> {
  readonly title: Bilingual
  readonly value: (row: Row) => unknown
  /** How a table shows it to people, where that is not the value itself: local times, the beginning of a hash. CSV has the whole. */
  readonly shown?: (row: Row) => unknown
}

const cell = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Programs read `true` in CSV and JSON; a Russian table has Russian words. */
const inWords =
  <Row>(read: (row: Row) => unknown, lang: UiLanguage) =>
  (row: Row): unknown => {
    const value = read(row)
    return lang === 'ru' && typeof value === 'boolean' ? (value ? 'да' : 'нет') : value
  }

/** Terminals show emoji and CJK two cells wide; everything we print ourselves is one. */
const width = (text: string): number => [...text].length

/** People get aligned columns; a pipe gets tabs, so that `cut -f2` works. */
function table(header: readonly string[], lines: readonly (readonly string[])[], forPeople: boolean): string {
  const flat = [header, ...lines].map((line) => line.map((text) => printableLine(text)))
  if (!forPeople) return flat.map((line) => line.join('\t')).join('\n')
  const widths = header.map((_, column) => Math.max(...flat.map((line) => width(line[column] ?? ''))))
  return flat
    .map((line) =>
      line
        .map((text, column) => text + ' '.repeat(widths[column]! - width(text)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/**
 * One CSV cell. Spreadsheets run a cell that begins with `=`, `@`, `+` or `-`, so such text is quoted with an apostrophe;
 * phone numbers and negative numbers are left alone.
 */
function csvCell(text: string): string {
  const safe = /^[=@\t\r]|^[+-](?![\d\s().-]+$)/.test(text) ? `'${text}` : text
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A result with a list in it. */
export interface Report<Row> {
  /** As JSON has it. */
  readonly report: unknown
  readonly text: () => string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
}

export async function asYaml(data: unknown): Promise<string> {
  const {stringify} = await import('yaml')
  return stringify(data, {aliasDuplicateObjects: false}).trimEnd()
}

/** A list as text. JSON and YAML show whole rows, tables and CSV the columns. */
export async function renderList<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  format: Format,
  lang: UiLanguage,
  forPeople: boolean = Boolean(process.stdout.isTTY),
): Promise<string> {
  const cells = (read: (column: Column<Row>) => Column<Row>['value']) => rows.map((row) => columns.map((column) => cell(read(column)(row))))
  switch (format) {
    case 'json':
      return JSON.stringify(rows, undefined, 2)
    case 'yaml':
      return asYaml(rows)
    case 'csv':
      return [columns.map((column) => column.title.en), ...cells(({value}) => value)].map((line) => line.map(csvCell).join(',')).join('\n')
    case 'table':
      return table(
        columns.map((column) => column.title[lang]),
        cells(({value, shown}) => inWords(shown ?? value, lang)),
        forPeople,
      )
  }
}
