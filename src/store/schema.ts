import {
  callChannels,
  callDirections,
  callLanguages,
  callStatuses,
  dialogueModes,
  endReasons,
  messageRoles,
  outcomeKinds,
  telephonyResults,
  turnKinds,
} from '../call/call.ts'
import {companyStatuses} from '../company/company.ts'
import {leadStatuses} from '../lead/lead.ts'
import {skillbaseStatuses, versionStatuses} from '../skillbase/stored.ts'
import {bool, type EntityOf, int, document, json, nullable, oneOf, type RowOf, type Table, text, time} from './columns.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * The one description of the database: the types of every query, the codec, dumps and copies follow from it, and a test holds both
 * databases to it. Parents stand before children.
 */
export const tables = {
  companies: {
    key: ['id'],
    columns: {
      id: text,
      slug: text,
      name: text,
      status: oneOf(companyStatuses),
      timezone: text,
      settings: json<Values>(),
      created_at: time,
      updated_at: time,
    },
  },
  skillbases: {
    key: ['id'],
    columns: {
      id: text,
      company_id: text,
      slug: text,
      name: text,
      description: nullable(text),
      status: oneOf(skillbaseStatuses),
      head_version: int,
      published_version: nullable(int),
      created_at: time,
      updated_at: time,
    },
  },
  skillbase_versions: {
    key: ['skillbase_id', 'version'],
    columns: {
      skillbase_id: text,
      version: int,
      config: document<Values>(),
      sha256: text,
      status: oneOf(versionStatuses),
      author: nullable(text),
      note: nullable(text),
      created_at: time,
      published_at: nullable(time),
    },
  },
  calls: {
    key: ['id'],
    columns: {
      id: text,
      company_id: text,
      skillbase_id: text,
      skillbase_version: int,
      direction: oneOf(callDirections),
      channel: oneOf(callChannels),
      caller_number: nullable(text),
      callee_number: nullable(text),
      mode: oneOf(dialogueModes),
      seed: int,
      status: oneOf(callStatuses),
      telephony_result: nullable(oneOf(telephonyResults)),
      outcome: nullable(text),
      outcome_kind: nullable(oneOf(outcomeKinds)),
      outcome_evidence: nullable(json<Values>()),
      fields: json<Values>(),
      end_reason: nullable(oneOf(endReasons)),
      language: oneOf(callLanguages),
      states_visited: json<readonly string[]>(),
      turn_count: int,
      started_at: time,
      answered_at: nullable(time),
      ended_at: nullable(time),
      created_at: time,
    },
  },
  turns: {
    key: ['call_id', 'seq'],
    columns: {
      company_id: text,
      call_id: text,
      seq: int,
      kind: oneOf(turnKinds),
      state: nullable(text),
      next_state: nullable(text),
      lang: nullable(oneOf(callLanguages)),
      caller_text: nullable(text),
      bot_text: nullable(text),
      commands: document<readonly unknown[]>(),
      trace: document<unknown>(),
      engine_us: int,
      llm_ms: nullable(int),
      llm_model: nullable(text),
      tokens_in: nullable(int),
      tokens_out: nullable(int),
      interrupted: bool,
      at: time,
    },
  },
  messages: {
    key: ['call_id', 'seq'],
    columns: {
      company_id: text,
      call_id: text,
      seq: int,
      role: oneOf(messageRoles),
      text,
      state: nullable(text),
      lang: nullable(oneOf(callLanguages)),
      at: time,
    },
  },
  events: {
    key: ['id'],
    columns: {id: text, company_id: text, call_id: text, seq: int, type: text, at: time, payload: document<unknown>()},
  },
  call_snapshots: {
    key: ['call_id'],
    columns: {call_id: text, company_id: text, seq: int, config_sha256: text, snapshot: document<unknown>(), at: time},
  },
  leads: {
    key: ['id'],
    columns: {
      id: text,
      company_id: text,
      call_id: text,
      skillbase_id: text,
      name: nullable(text),
      phone: nullable(text),
      email: nullable(text),
      data: json<Values>(),
      status: oneOf(leadStatuses),
      notes: nullable(text),
      created_at: time,
      updated_at: time,
    },
  },
} as const satisfies Readonly<Record<string, Table>>

/** Bookkeeping of the migrations themselves; never copied from database to database. */
export const migrationsTable = {
  key: ['id'],
  columns: {id: text, name: text, checksum: text, applied_at: time},
} as const satisfies Table

/** Which database this is; never copied either. */
export const identityTable = {key: ['id'], columns: {id: text, made_at: time}} as const satisfies Table

export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]

export type Database = {[Name in TableName]: RowOf<(typeof tables)[Name]>} & {
  schema_migrations: RowOf<typeof migrationsTable>
  database_identity: RowOf<typeof identityTable>
}
export type Entity<Name extends TableName> = EntityOf<(typeof tables)[Name]>
