import type {Bilingual} from '../bilingual.ts'
import type {ModelSource} from '../call/simulate/simulated-model.ts'
import {llmConfigured, llmSettings} from '../config/llm.ts'
import type {Deps} from './deps.ts'

/** The language model of a call: the one the skillbase names where it names the provider that is configured, else the configured one. */
export const callLlm =
  (deps: Deps, warn: (warning: Bilingual) => void): ModelSource['llm'] =>
  async ({provider, model}) => {
    const config = await deps.config()
    if (!llmConfigured(config)) return undefined
    const {createLlm} = await import('../providers/llm/create-llm.ts')
    const settings = llmSettings(config)
    const named = provider === undefined || provider === settings.provider ? model : undefined
    return createLlm({...settings, model: named ?? settings.model, clock: deps.clock, warn})
  }
