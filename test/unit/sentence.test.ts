import {expect} from 'chai'
import {asSentence} from '../../src/sentence.ts'

describe('a sentence', () => {
  it('ends once', () => {
    for (const text of ['did you mean return?', 'and so on…', 'not "xxx…"', 'указано «xxx…»', 'Stop!', 'It is so.'])
      expect(asSentence(text)).to.equal(text)
    expect(asSentence('there is no key "a" here')).to.equal('there is no key "a" here.')
  })
})
