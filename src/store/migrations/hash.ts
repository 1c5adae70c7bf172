import {createHash} from 'node:crypto'
import type {Dialect} from '../store.ts'
import type {Migration} from './migration.ts'

/** SHA-256 of the statements of a migration. */
export const hashOf = (migration: Migration, dialect: Dialect): string =>
  createHash('sha256').update(migration[dialect].join('\n;\n')).digest('hex')
