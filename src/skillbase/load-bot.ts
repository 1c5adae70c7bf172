import {type CompileOptions, compileScenario} from '../dialogue/engine/scenario/compile.ts'
import {ScenarioError} from '../dialogue/engine/scenario/scenario-error.ts'
import type {Scenario} from '../dialogue/engine/scenario/scenario.ts'
import {AppError} from '../errors.ts'
import {getVersion, type VersionOfSkillbase} from './get-version.ts'
import type {Skillbase} from './schema/skillbase.ts'
import {skillbaseForCall} from './skillbase-for-call.ts'
import type {SkillbaseRepository, StoredSkillbase} from './stored.ts'

/** A skillbase ready to hold conversations. */
export interface Bot {
  readonly stored: StoredSkillbase
  readonly version: number
  readonly skillbase: Skillbase
  readonly scenario: Scenario
}

export interface WhichVersion extends CompileOptions {
  /** A number, `published`, or `latest` with drafts included. */
  readonly version: number | 'published' | 'latest'
}

/** @throws AppError SKILLBASE_NOT_FOUND, VERSION_NOT_FOUND (not found), NOT_PUBLISHED (refused), SKILLBASE_BROKEN */
export async function loadBot(
  companyId: string,
  reference: string,
  {version, timezone}: WhichVersion,
  skillbases: SkillbaseRepository,
): Promise<Bot> {
  const deps = {skillbases, companyId}
  const found =
    version === 'published'
      ? await skillbaseForCall(reference, deps)
      : await getVersion(reference, version === 'latest' ? undefined : version, deps)
  return botOf(found, {timezone})
}

/** @throws AppError SKILLBASE_BROKEN (refused) when a version was stored that this program cannot run */
export function botOf({stored, version, skillbase}: VersionOfSkillbase, {timezone}: CompileOptions = {}): Bot {
  try {
    return {stored, version: version.version, skillbase, scenario: compileScenario(skillbase, version.sha256, {timezone})}
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    throw new AppError(
      'SKILLBASE_BROKEN',
      {
        en: `Skillbase "${stored.slug}" version ${version.version} cannot run: ${error.message}.`,
        ru: `Скиллбейс «${stored.slug}» версии ${version.version} не запускается: ${error.message}.`,
      },
      {
        exit: 'refused',
        cause: error,
        hint: {en: `See \`voicectl skillbase lint ${stored.slug}\`.`, ru: `Смотрите \`voicectl skillbase lint ${stored.slug}\`.`},
      },
    )
  }
}
