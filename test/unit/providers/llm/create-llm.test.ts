import {expect} from 'chai'
import type {Bilingual} from '../../../../src/bilingual.ts'
import {virtualClock} from '../../../../src/clock.ts'
import type {AppError} from '../../../../src/errors.ts'
import {createLlm, type LlmSettings} from '../../../../src/providers/llm/create-llm.ts'

const settings = (more: Partial<LlmSettings>): LlmSettings => ({
  provider: 'groq',
  timeoutMs: 4000,
  clock: virtualClock(Date.UTC(2026, 10, 22)),
  apiKey: 'gsk_test',
  ...more,
})

const refusal = async (more: Partial<LlmSettings>): Promise<AppError> => {
  try {
    await createLlm(settings(more))
  } catch (error) {
    return error as AppError
  }
  throw new Error('it was accepted')
}

describe('createLlm', () => {
  it('has no model to offer for `none`, not one that invents text (D-08)', async () => {
    expect(await createLlm(settings({provider: 'none'}))).to.equal(undefined)
  })

  it('fails at once without a key and says how to set it (D-08)', async () => {
    for (const [provider, variable] of [
      ['groq', 'GROQ_API_KEY'],
      ['openai', 'OPENAI_API_KEY'],
    ] as const) {
      const error = await refusal({provider, apiKey: undefined, model: 'x'})
      expect(error).to.include({code: 'LLM_KEY_MISSING', exitCode: 5})
      expect(error.hint?.en).to.include(variable)
      expect(error.hint?.ru).to.include(variable)
    }
  })

  it('needs no key for an endpoint of one’s own, but a model', async () => {
    const own = {provider: 'openai', apiKey: undefined, baseUrl: 'http://localhost:11434/v1'} as const
    expect((await createLlm(settings({...own, model: 'gpt-oss:20b'})))?.id).to.equal('openai:gpt-oss:20b')
    expect(await refusal(own)).to.include({code: 'LLM_MODEL_MISSING', exitCode: 2})
  })

  it('refuses an address that is none, without printing it', async () => {
    const error = await refusal({baseUrl: 'ftp://user:hunter2@host'})
    expect(error).to.include({code: 'LLM_URL_INVALID', exitCode: 2})
    expect(error.message).to.not.include('hunter2')
  })

  it('uses the recommended model by default', async () => {
    expect((await createLlm(settings({})))?.id).to.equal('groq:openai/gpt-oss-20b')
    expect((await createLlm(settings({provider: 'openai'})))?.id).to.equal('openai:gpt-4.1-mini')
  })

  it('replaces a retired model and warns about it (D-32)', async () => {
    const warnings: Bilingual[] = []
    const retired = {model: 'llama-3.1-8b-instant', warn: (warning: Bilingual) => warnings.push(warning)}
    expect((await createLlm(settings(retired)))?.id).to.equal('groq:openai/gpt-oss-20b')
    expect(warnings).to.have.length(1)
    expect(warnings[0]?.ru).to.include('llama-3.1-8b-instant')
  })
})
