import type {RawIssue} from './issue.ts'
import {schemaIssues} from './schema-issues.ts'
import {type Skillbase, skillbase as schema} from './schema/skillbase.ts'
import {danglingStates} from './dangling-states.ts'
import {impossibleValues} from './impossible-values.ts'
import {writtenLogins} from './written-logins.ts'

export type Validated = {readonly skillbase: Skillbase} | {readonly issues: readonly RawIssue[]}

/** Checks data against the schema, that every state it names is there and that what it says can come true. */
export function validate(value: unknown): Validated {
  const parsed = schema.safeParse(value)
  if (!parsed.success) return {issues: schemaIssues(parsed.error.issues, value, schema)}
  const {flow} = parsed.data
  const inFlow = [...danglingStates(flow), ...impossibleValues(flow)].map((found) => ({...found, path: ['flow', ...found.path]}))
  const issues = [...inFlow, ...writtenLogins(parsed.data)]
  return issues.length > 0 ? {issues} : {skillbase: parsed.data}
}
