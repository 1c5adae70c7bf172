import type {Bilingual} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import type {Edited} from './edit-target.ts'
import {holdsSecret} from './file-entries.ts'
import type {Key} from './keys.ts'
import type {LoadedConfig} from './load.ts'
import type {ConfigKey} from './schema.ts'
import {valueOf} from './show.ts'

/** What `config set` was given. */
interface Typed {
  readonly key: Key
  readonly text: string
}

/** Why a value that was just stored has no effect; undefined when it has, or when what is in force says the same. */
export async function notInForce(stored: Edited, load: () => Promise<LoadedConfig>, typed?: Typed): Promise<Bilingual | undefined> {
  try {
    const {origins, keyRefusal, values} = await load()
    const {key, file} = stored
    const {where, project} = origins[key as ConfigKey]
    if (key === 'llm.apiKey' && keyRefusal?.hint) return both(keyRefusal.sentence, keyRefusal.hint)
    if (where.includes(file) && project === stored.project) return undefined
    if (typed && !typed.key.secret && String(valueOf(values, typed.key)) === typed.text) return undefined
    return {en: `It has no effect: ${where} wins.`, ru: `Оно не действует: важнее ${where}.`}
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const {en, ru} = error.sentence
    return {en: `The configuration has another problem: ${en}`, ru: `В настройках есть и другая ошибка: ${ru}`}
  }
}

/** In which projects a secret that was just stored is in force; undefined for what is none. */
export function reachOfSecret({key: name, profile, project}: Edited, {key, text}: Typed): Bilingual | undefined {
  if (!holdsSecret(key, text)) return undefined
  return project === undefined
    ? {
        en: `It holds for every project that is worked on with the profile ${profile} and has none of its own.`,
        ru: `Значение действует во всех проектах профиля ${profile}, где нет своего.`,
      }
    : {
        en: `It holds for the project ${project} only; for all of yours: \`voicectl config set ${name} --stdin --user\`.`,
        ru: `Значение действует только в проекте ${project}; для всех ваших проектов: \`voicectl config set ${name} --stdin --user\`.`,
      }
}

const both = (one: Bilingual, other: Bilingual): Bilingual => ({en: `${one.en} ${other.en}`, ru: `${one.ru} ${other.ru}`})
