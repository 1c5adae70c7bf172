import {companies} from './0001-companies.ts'
import {skillbases} from './0002-skillbases.ts'
import {calls} from './0003-calls.ts'
import {events} from './0004-events.ts'
import {leads} from './0005-leads.ts'
import {identity} from './0006-identity.ts'
import {noReplacement} from './0007-no-replacement.ts'
import {checksums} from './checksums.ts'
import type {Migration} from './migration.ts'

/** A list in code, not a scan of a folder: it survives bundling. New ones go to the end. */
export const migrations: readonly Migration[] = [companies, skillbases, calls, events, leads, identity, noReplacement].map((migration) => ({
  ...migration,
  checksums: checksums[migration.id],
}))
