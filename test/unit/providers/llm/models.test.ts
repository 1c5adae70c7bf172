import {expect} from 'chai'
import {modelTable, tableDate} from '../../../../src/providers/llm/model-table.ts'
import {defaultModels, findModel, isRetired, resolveModel} from '../../../../src/providers/llm/models.ts'

describe('models', () => {
  it('maps the retired models of the predecessor to their replacements, with a warning in both languages (D-32)', () => {
    for (const [old, replacement] of [
      ['llama-3.1-8b-instant', 'openai/gpt-oss-20b'],
      ['llama-3.3-70b-versatile', 'openai/gpt-oss-120b'],
      ['llama-3.1-70b-versatile', 'openai/gpt-oss-120b'],
    ] as const) {
      const {id, warning} = resolveModel(old, '2026-11-22')
      expect(id).to.equal(replacement)
      expect(warning?.en).to.include(old).and.include(replacement)
      expect(warning?.ru).to.include(old).and.include(replacement)
      expect(isRetired(old, '2026-11-22')).to.equal(true)
    }
  })

  it('keeps a model until its last day, but warns that the day is coming', () => {
    expect(isRetired('llama-3.1-8b-instant', '2026-08-15')).to.equal(false)
    expect(isRetired('llama-3.1-8b-instant', '2026-08-16')).to.equal(true)
    const {id, warning} = resolveModel('llama-3.1-8b-instant', '2026-08-15')
    expect(id).to.equal('llama-3.1-8b-instant')
    expect(warning?.en).to.include('will be shut down on 2026-08-16')
  })

  it('leaves alone what it does not know, and what another provider serves under the same name', () => {
    expect(resolveModel('my-model', '2026-11-22')).to.deep.equal({id: 'my-model'})
    expect(resolveModel('llama-3.1-8b-instant', '2026-11-22', 'openai')).to.deep.equal({id: 'llama-3.1-8b-instant'})
  })

  it('prices in whole nano-dollars, the newest first', () => {
    const [now, before] = findModel('openai/gpt-oss-20b')!.prices
    expect(now).to.include({input: 75, output: 300, cachedInputPercent: 50})
    expect(before).to.include({input: 100, output: 500})
    expect(findModel('openai/gpt-oss-120b')!.prices[0]).to.include({input: 150, output: 600})
  })

  it('has a table that holds together', () => {
    for (const model of modelTable) {
      expect(findModel(model.id, model.provider)).to.equal(model)
      const dates = model.prices.map(({validFrom}) => validFrom)
      expect(dates, model.id).to.deep.equal([...dates].sort().reverse())
      for (const {input, output, cachedInputPercent, source} of model.prices) {
        for (const number of [input, output, cachedInputPercent]) expect(Number.isSafeInteger(number), model.id).to.equal(true)
        expect(source).to.not.equal('')
      }
      if (model.status !== 'retired') continue
      expect(model.retiredOn?.localeCompare(tableDate), model.id).to.equal(-1)
      const replacement = findModel(model.replacement ?? '', model.provider)
      expect(replacement?.status, model.id).to.equal('production')
    }
    for (const provider of ['groq', 'openai'] as const) {
      for (const id of Object.values(defaultModels[provider]))
        expect(findModel(id, provider)).to.include({status: 'production', strictSchema: true})
    }
  })
})
