import type {Bilingual} from '../bilingual.ts'
import type {ModelSource} from '../call/simulate/simulated-model.ts'
import {llmConfigured, llmSettingsFor} from '../config/llm.ts'
import type {Deps} from './deps.ts'

/** The language model of a call; undefined when none is configured. */
export const callLlm =
  (deps: Deps, warn: (warning: Bilingual) => void): ModelSource['llm'] =>
  async (wanted) => {
    const config = await deps.config()
    if (!llmConfigured(config)) return undefined
    const {createLlm} = await import('../providers/llm/create-llm.ts')
    return createLlm({...llmSettingsFor(config, wanted), clock: deps.clock, warn})
  }
