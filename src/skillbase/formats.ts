import {closest} from '../closest.ts'
import {issue, type RawIssue} from './issue.ts'
import {skillbaseSchemaId} from './schema/skillbase.ts'

/** `flow` is a bare flow; the rest are formats of the system before this one. */
export type SourceFormat = 'skillbase' | 'flow' | LegacyFormat
export type LegacyFormat = 'version-a' | 'version-b' | 'simple' | 'engine-2' | 'spec-1'

export const flowSchemaId = 'voicectl.scenario/v1'

type Root = Readonly<Record<string, unknown>>

export function detectFormat(root: Root): {readonly format: SourceFormat} | {readonly issue: RawIssue} {
  const {schema} = root
  if (schema === skillbaseSchemaId) return {format: 'skillbase'}
  if (schema === flowSchemaId) return {format: 'flow'}
  if (schema !== undefined && schema !== null) return {issue: unknownSchema(String(schema))}
  const legacy = legacyFormat(root)
  return legacy ? {format: legacy} : {issue: noSchema(root)}
}

function legacyFormat(root: Root): LegacyFormat | undefined {
  const version = String(root['version'] ?? '')
  if (Array.isArray(root['states']) && ('bot_id' in root || 'personality' in root || /^2(\.\d+)?$/.test(version))) return 'engine-2'
  if (/^1(\.\d+)?$/.test(version) && ('fields' in root || 'intake' in root || 'bot' in root)) return 'spec-1'
  if ('fields_to_collect' in root || ('bot_name' in root && 'goal' in root)) return 'simple'
  const body = isObject(root['config']) && isObject(root['config']['context']) ? root['config'] : root
  return isObject(body['context']) && isObject(body['flow']) ? versionOf(body) : undefined
}

/** The two generations of the older configuration share their outline; each has parts the other has not. */
function versionOf(body: Root): LegacyFormat {
  const {context, flow, agent} = body as Record<'context' | 'flow' | 'agent', Root>
  const ofB =
    'greeting_phrases' in flow ||
    'conversation_plan' in flow ||
    'lead_criteria' in context ||
    'max_call_duration' in context ||
    'voice_id' in context ||
    (isObject(agent) && ('lead_transfer_fields' in agent || 'closing_message' in agent))
  return ofB ? 'version-b' : 'version-a'
}

export const isObject = (value: unknown): value is Root => typeof value === 'object' && value !== null && !Array.isArray(value)

function unknownSchema(schema: string): RawIssue {
  const guess = closest(schema, [skillbaseSchemaId, flowSchemaId])
  return issue(
    ['schema'],
    'UNKNOWN_SCHEMA',
    `this version does not read "${schema}"${guess ? `; did you mean ${guess}?` : `; it reads ${skillbaseSchemaId} and ${flowSchemaId}`}`,
    `эта версия не читает «${schema}»${guess ? `; может быть, ${guess}?` : `; она читает ${skillbaseSchemaId} и ${flowSchemaId}`}`,
  )
}

function noSchema(root: Root): RawIssue {
  const meant = 'states' in root || 'persona' in root || 'fields' in root ? flowSchemaId : skillbaseSchemaId
  return issue(
    [],
    'NO_SCHEMA',
    `does not say what it is; begin it with \`schema: ${meant}\``,
    `не сказано, что это; начните с \`schema: ${meant}\``,
  )
}
