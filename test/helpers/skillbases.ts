import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {FlowInput} from '../../src/skillbase/schema/flow.ts'
import {type Skillbase, type SkillbaseInput, skillbase as schema} from '../../src/skillbase/schema/skillbase.ts'
import {type ParsedSkillbase, parseSkillbase} from '../../src/skillbase/parse.ts'
import {SkillbaseInvalid} from '../../src/skillbase/skillbase-invalid.ts'

export const fixturePath = (name: string): string => fileURLToPath(new URL(`../fixtures/skillbase/${name}`, import.meta.url))
export const fixtureText = (name: string): string => readFileSync(fixturePath(name), 'utf8')
export const parseFixture = (name: string): ParsedSkillbase => parseSkillbase(name, fixtureText(name))

export const legacyFixtures = [
  'version-a.json',
  'version-a-graph.yaml',
  'version-b.json',
  'simple.yaml',
  'engine-2.yaml',
  'spec-1.yaml',
].map((name) => `legacy/${name}`)

export const skillbaseOf = (flow: FlowInput, rest: Partial<SkillbaseInput> = {}): Skillbase =>
  schema.parse({schema: 'voicectl/skillbase/v1', ...rest, flow})

/** The issues a document is refused with; fails when it is not refused. */
export function issuesOf(source: string | Uint8Array, name = 'bot.yaml') {
  try {
    parseSkillbase(name, source)
  } catch (error) {
    if (error instanceof SkillbaseInvalid) return error.issues
    throw error
  }
  throw new Error('was expected to be refused')
}
