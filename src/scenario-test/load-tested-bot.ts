import {basename} from 'node:path'
import {compileScenario} from '../dialogue/engine/scenario/compile.ts'
import {ScenarioError} from '../dialogue/engine/scenario/scenario-error.ts'
import type {Scenario} from '../dialogue/engine/scenario/scenario.ts'
import {AppError} from '../errors.ts'
import {fingerprint} from '../skillbase/fingerprint.ts'
import {parseSkillbase} from '../skillbase/parse.ts'
import type {Skillbase} from '../skillbase/schema/skillbase.ts'
import type {BotSource} from './format/test-file.ts'

/** A bot under test. */
export interface TestedBot {
  /** File name or slug, for reports. */
  readonly name: string
  readonly skillbase: Skillbase
  readonly scenario: Scenario
}

export interface BotDeps {
  /** Rejects with ENOENT when there is no such file. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  /** A stored skillbase: `slug`, `slug@3`, `slug@published`. */
  readonly stored: (reference: string) => Promise<Omit<TestedBot, 'name'>>
  /** Zone of a bot from a file that names none. */
  readonly timezone?: () => Promise<string>
}

/**
 * @throws AppError SCENARIO_NOT_FOUND, SCENARIO_BROKEN (usage); SkillbaseInvalid; whatever `stored` rejects with
 */
export async function loadTestedBot(source: BotSource, {readFile, stored, timezone}: BotDeps): Promise<TestedBot> {
  if (source.kind === 'stored') return {name: source.reference, ...(await stored(source.reference))}
  const bytes = await readFile(source.path).catch((error: unknown) => {
    throw isMissing(error) ? notFound(source.path) : error
  })
  const {skillbase} = parseSkillbase(source.path, bytes)
  return {name: basename(source.path), skillbase, scenario: compiled(source.path, skillbase, await timezone?.())}
}

function compiled(path: string, skillbase: Skillbase, timezone: string | undefined): Scenario {
  try {
    return compileScenario(skillbase, fingerprint(skillbase), {timezone})
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    throw new AppError(
      'SCENARIO_BROKEN',
      {en: `${path} cannot run: ${error.message}.`, ru: `${path} не запускается: ${error.message}.`},
      {
        exit: 'usage',
        cause: error,
        hint: {en: `See \`voicectl skillbase lint ${path}\`.`, ru: `Смотрите \`voicectl skillbase lint ${path}\`.`},
      },
    )
  }
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? '')

const notFound = (path: string) =>
  new AppError(
    'SCENARIO_NOT_FOUND',
    {en: `There is no scenario ${path}.`, ru: `Нет сценария ${path}.`},
    {
      exit: 'usage',
      hint: {en: '`scenario:` counts from the folder of the test file.', ru: '`scenario:` отсчитывается от папки файла с тестом.'},
    },
  )
