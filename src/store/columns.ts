import type {ColumnType} from 'kysely'

/**
 * text · int (whole number) · bool · time (milliseconds since the Unix epoch) · json (order of keys is not kept) ·
 * document (JSON whose order of keys means something).
 */
export type Kind = 'text' | 'int' | 'bool' | 'time' | 'json' | 'document'

export interface Column<Value = unknown, Null extends boolean = boolean> {
  readonly kind: Kind
  readonly nullable: Null
  /** The closed set of a status; the database checks it too. */
  readonly values?: readonly string[]
  /** Only for the type checker. */
  readonly value?: Value
}

export const text: Column<string, false> = {kind: 'text', nullable: false}
export const int: Column<number, false> = {kind: 'int', nullable: false}
export const bool: Column<boolean, false> = {kind: 'bool', nullable: false}
export const time: Column<number, false> = {kind: 'time', nullable: false}
export const json = <Value>(): Column<Value, false> => ({kind: 'json', nullable: false})
export const document = <Value>(): Column<Value, false> => ({kind: 'document', nullable: false})
export const oneOf = <Value extends string>(values: readonly Value[]): Column<Value, false> => ({kind: 'text', nullable: false, values})

export const nullable = <Value>(column: Column<Value, false>): Column<Value, true> => ({...column, nullable: true})

type Columns = Readonly<Record<string, Column>>
export interface Table {
  readonly columns: Columns
  /** The primary key. */
  readonly key: readonly string[]
}

type OrNull<Value, Null> = Null extends true ? Value | null : Value
type ValueOf<C> = C extends Column<infer Value, infer Null> ? OrNull<Value, Null> : never
type TextOf<C> = C extends Column<unknown, infer Null> ? OrNull<string, Null> : never
type Json = {readonly kind: 'json' | 'document'}

/** What the driver gives and takes: JSON is text in both databases, and SQLite answers 0 or 1 for a boolean. */
export type RowOf<T extends Table> = {
  [Name in keyof T['columns']]: T['columns'][Name] extends Column<boolean, false>
    ? ColumnType<boolean | number, boolean, boolean>
    : T['columns'][Name] extends Json
      ? TextOf<T['columns'][Name]>
      : ValueOf<T['columns'][Name]>
}

type Camel<Name> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name

/** What the domain sees. */
export type EntityOf<T extends Table> = {[Name in keyof T['columns'] as Camel<Name>]: ValueOf<T['columns'][Name]>}
