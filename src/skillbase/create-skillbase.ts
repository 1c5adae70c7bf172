import {AppError} from '../errors.ts'
import {slugify} from '../ids.ts'
import {applySkillbase, type Applied} from './apply-skillbase.ts'
import {requireSlug} from './clone-skillbase.ts'
import {requireName} from './require-name.ts'
import type {Skillbase} from './schema/skillbase.ts'
import type {SkillbaseDeps} from './skillbase-deps.ts'
import {skillbaseExists} from './stored-errors.ts'

export interface CreateSkillbase {
  /** For people; the bot speaks for a company of this name, unless it keeps one. */
  readonly name: string
  /** Made from the name when absent. */
  readonly slug?: string | undefined
  /** What to begin with. */
  readonly from: Skillbase
  /** The company in `from` is a real one, so it stays. */
  readonly keepCompany?: boolean
  readonly author?: string | undefined
}

/** @throws AppError SLUG_INVALID, NAME_INVALID (usage), SKILLBASE_EXISTS (conflict) */
export async function createSkillbase(
  {name, slug, from, keepCompany = false, author}: CreateSkillbase,
  deps: SkillbaseDeps,
): Promise<Applied> {
  requireName(name)
  const chosen = slug ?? slugify(name)
  if (chosen === '' && slug === undefined) throw noSlugIn(name)
  requireSlug(chosen)
  try {
    const skillbase = keepCompany && from.flow.persona.company !== undefined ? {...from, name} : named(from, name)
    return await applySkillbase({...skillbase, slug: chosen}, {ifVersion: 0, author}, deps)
  } catch (error) {
    if (error instanceof AppError && error.code === 'VERSION_CONFLICT') throw skillbaseExists(chosen)
    throw error
  }
}

const noSlugIn = (name: string) =>
  new AppError(
    'SLUG_INVALID',
    {en: `No slug can be made of the name "${name}".`, ru: `Из названия «${name}» не сделать слаг.`},
    {exit: 'usage', hint: {en: 'Give one, such as `--slug salon`.', ru: 'Укажите его, например `--slug salon`.'}},
  )

/** A starter speaks for a made-up company; the real one takes its place wherever it is said. */
function named(skillbase: Skillbase, name: string): Skillbase {
  const madeUp = skillbase.flow.persona.company
  const said = JSON.stringify(skillbase)
  const renamed = madeUp === undefined ? said : said.replaceAll(inJson(madeUp), inJson(name))
  const {flow, ...rest} = JSON.parse(renamed) as Skillbase
  return {...rest, name, flow: {...flow, persona: {...flow.persona, company: name}}}
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)
