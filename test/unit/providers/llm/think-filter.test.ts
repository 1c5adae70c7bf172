import {expect} from 'chai'
import fc from 'fast-check'
import {thinkFilter} from '../../../../src/providers/llm/wire/think-filter.ts'

const pass = (pieces: readonly string[]): string => {
  const filter = thinkFilter()
  return pieces.map((piece) => filter.push(piece)).join('') + filter.end()
}

describe('thinkFilter', () => {
  for (const [text, spoken] of [
    ['Добрый день', 'Добрый день'],
    ['<think>мысли</think>Добрый день', 'Добрый день'],
    ['\n<think>\nа < b </thin мысли\n</think>\n\nДобрый день', 'Добрый день'],
    ['<think></think>', ''],
    ['<think>без конца', ''],
    ['<thin', '<thin'],
    ['<b>жирно</b>', '<b>жирно</b>'],
    ['Да <think>нет</think>', 'Да <think>нет</think>'],
    ['<think>раз</think><think>два</think>Да', 'Да'],
  ] as const) {
    it(`${JSON.stringify(text)} is spoken as ${JSON.stringify(spoken)}, however it is cut`, () => {
      fc.assert(
        fc.property(fc.array(fc.nat({max: text.length})), (places) => {
          const borders = [0, ...places.sort((a, b) => a - b), text.length]
          expect(pass(borders.slice(1).map((end, index) => text.slice(borders[index], end)))).to.equal(spoken)
        }),
        {numRuns: 60},
      )
    })
  }

  it('passes text on as it comes', () => {
    const filter = thinkFilter()
    expect(filter.push('Доб')).to.equal('Доб')
    expect(filter.push('рый ')).to.equal('рый ')
  })
})
