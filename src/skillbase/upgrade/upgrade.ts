import type {Body} from './body.ts'
import type {LegacyFormat} from '../formats.ts'
import {issue, type RawIssue} from '../issue.ts'
import type {SkillbaseInput} from '../schema/skillbase.ts'
import {upgradeEngine2} from './engine-2.ts'
import {type LegacyObject, legacyObject, type Report} from './legacy.ts'
import {upgradeSimple} from './simple.ts'
import {upgradeSpec1} from './spec-1.ts'
import {upgradeVersionA} from './version-a.ts'
import {upgradeVersionB} from './version-b.ts'

export type Upgrade = (root: LegacyObject, report: Report) => Body

export interface Upgraded {
  readonly skillbase: SkillbaseInput
  /** One for each lossy step; paths are those of the old document. */
  readonly warnings: readonly RawIssue[]
  /** Why the old document was never valid. */
  readonly errors: readonly RawIssue[]
}

const upgrades: Readonly<Record<LegacyFormat, Upgrade>> = {
  'version-a': upgradeVersionA,
  'version-b': upgradeVersionB,
  simple: upgradeSimple,
  'engine-2': upgradeEngine2,
  'spec-1': upgradeSpec1,
}

/** Writes a document of an older format in today's. Pure. */
export function upgrade(format: LegacyFormat, root: Readonly<Record<string, unknown>>): Upgraded {
  const warnings: RawIssue[] = []
  const errors: RawIssue[] = []
  const report: Report = {
    lossy: (path, en, ru) => void warnings.push(issue(path, 'LOSSY', en, ru)),
    refuse: (found) => void errors.push(found),
  }
  const legacy = legacyObject(root, [], report)
  const body = upgrades[format](legacy, report)
  legacy.leftOver()
  return {skillbase: {schema: 'voicectl/skillbase/v1', ...body}, warnings, errors}
}
