import type {RawIssue} from './issue.ts'
import {schemaIssues} from './schema-issues.ts'
import {type Skillbase, skillbase as schema} from './schema/skillbase.ts'
import {danglingStates} from './dangling-states.ts'

export type Validated = {readonly skillbase: Skillbase} | {readonly issues: readonly RawIssue[]}

/** Checks data against the schema and that every state it names is there. */
export function validate(value: unknown): Validated {
  const parsed = schema.safeParse(value)
  if (!parsed.success) return {issues: schemaIssues(parsed.error.issues, value, schema)}
  const dangling = danglingStates(parsed.data.flow).map((found) => ({...found, path: ['flow', ...found.path]}))
  return dangling.length > 0 ? {issues: dangling} : {skillbase: parsed.data}
}
