import type {Bilingual} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import type {Edited} from './edit-target.ts'
import type {LoadedConfig} from './load.ts'
import type {ConfigKey} from './schema.ts'

/** Why a value that was just stored has no effect; undefined when it has. */
export async function notInForce({key, file}: Edited, load: () => Promise<LoadedConfig>): Promise<Bilingual | undefined> {
  try {
    const {where} = (await load()).origins[key as ConfigKey]
    if (where.includes(file)) return undefined
    return {en: `It has no effect: ${where} wins.`, ru: `Оно не действует: важнее ${where}.`}
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const {en, ru} = error.sentence
    return {en: `The configuration has another problem: ${en}`, ru: `В настройках есть и другая ошибка: ${ru}`}
  }
}
