import type {Bilingual} from '../bilingual.ts'
import type {ModelSource} from '../call/simulate/simulated-model.ts'
import {llmConfigured, llmSettingsFor} from '../config/llm.ts'
import type {AppError} from '../errors.ts'
import type {Deps} from './deps.ts'

/** The language model of a call; undefined when none is configured. */
export const callLlm =
  (deps: Deps, warn: (warning: Bilingual) => void): ModelSource['llm'] =>
  async (wanted) => {
    const config = await deps.config()
    if (!llmConfigured(config)) return undefined
    const {createLlm} = await import('../providers/llm/create-llm.ts')
    return createLlm({...llmSettingsFor(config, wanted), clock: deps.clock, warn, refused: (error) => warn(goesOnByRules(error))})
  }

/** Without this a call with a mistyped key looks like one whose model has nothing to say. */
const goesOnByRules = ({sentence}: AppError): Bilingual => ({
  en: `${sentence.en} Without an answer of a model the bot follows its rules; \`voicectl doctor --online\` says what to do.`,
  ru: `${sentence.ru} Без ответа модели бот говорит по правилам; что делать, скажет \`voicectl doctor --online\`.`,
})
