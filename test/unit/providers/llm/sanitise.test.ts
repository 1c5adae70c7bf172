import {expect} from 'chai'
import fc from 'fast-check'
import {excerpt} from '../../../../src/providers/llm/wire/sanitise.ts'

describe('excerpt', () => {
  it('is one short line', () => {
    const text = excerpt(`a\n\tb\u0000\u001B[31m ${'x '.repeat(500)}`)
    expect(text).to.match(/^a b \[31m x x/)
    expect(text.length).to.be.lessThan(170)
  })

  for (const [text, clean] of [
    ['Incorrect API key provided: sk-proj-abcd1234****wxyz.', 'Incorrect API key provided: ••••'],
    ['key gsk_abcdEFGH0123456789 is invalid', 'key •••• is invalid'],
    ['Authorization: Bearer abc.def', 'Authorization: ••••'],
    ['connect http://bot:hunter22@proxy:3128/ failed', 'connect http://proxy:3128/ failed'],
    ['Модель перегружена', 'Модель перегружена'],
  ] as const) {
    it(`${text} → ${clean}`, () => expect(excerpt(text)).to.equal(clean))
  }

  it('never lets a given secret through, whatever it looks like and wherever it stands (property)', () => {
    const secret = fc.string({minLength: 6, maxLength: 40}).filter((text) => text.trim().length >= 6)
    fc.assert(
      fc.property(secret, fc.string(), fc.nat({max: 17_000}), (value, around, padding) => {
        const text = excerpt(`${' '.repeat(padding)}${around}${value}${around}`, [value])
        expect(text).to.not.include(value.trim().replaceAll(/\s+/g, ' '))
      }),
      {numRuns: 300, examples: [['SECRETSECRET', 'x', 16_380]]},
    )
  })
})
