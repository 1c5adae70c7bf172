import {expect} from 'chai'
import fc from 'fast-check'
import {chunkText, createChunker} from '../../../../src/dialogue/speech/index.ts'

/** The text pushed in the pieces that `cuts` makes of it. */
function stream(text: string, cuts: readonly number[]): string[] {
  const chunker = createChunker()
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b)
  const chunks = places.slice(1).flatMap((end, index) => chunker.push(text.slice(places[index], end)))
  return [...chunks, ...chunker.flush()]
}

const piece = fc.oneof(
  fc.constantFrom(
    'Да. ',
    'ул. ',
    'д. 5',
    ' т.е. ',
    '15:30',
    '1,5',
    ', ',
    ' — ',
    '; ',
    '«',
    '»',
    '"',
    '{{ f.date }}',
    '...',
    '?! ',
    '\n',
    'А. С. Пушкин',
    ' конечно',
    ' записала вас',
    '.',
    ' ',
  ),
  fc.string({maxLength: 12}),
)
const texts = fc.array(piece, {maxLength: 30}).map((pieces) => pieces.join(''))

describe('cutting speech into chunks', () => {
  it('loses and adds nothing, and does not depend on how the text arrives', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), {maxLength: 12}), (text, cuts) => {
        const chunks = stream(text, cuts)
        expect(chunks.join('')).to.equal(text)
        expect(chunks).to.deep.equal(chunkText(text))
      }),
      {numRuns: 2000},
    )
  })

  it('gives the same chunks letter by letter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const chunker = createChunker()
        const chunks = [...[...text].flatMap((letter) => chunker.push(letter)), ...chunker.flush()]
        expect(chunks).to.deep.equal(chunkText(text))
      }),
    )
  })

  it('ends a chunk with the sentence, as soon as the next one begins', () => {
    const chunker = createChunker()
    expect(chunker.push('Здравствуйте! Чем')).to.deep.equal(['Здравствуйте! '])
    expect(chunker.push(' помочь? ')).to.deep.equal([])
    expect(chunker.push('Я')).to.deep.equal(['Чем помочь? '])
    expect(chunker.flush()).to.deep.equal(['Я'])
    expect(chunker.flush()).to.deep.equal([])
  })

  it('breaks the first chunk at a clause early and the later ones late', () => {
    const text =
      'Записала вас на двенадцатое марта, в пятнадцать тридцать, к мастеру Светлане, она ждёт вас в нашем салоне, адрес тот же, что и в прошлый раз.'
    expect(chunkText(text)).to.deep.equal([
      'Записала вас на двенадцатое марта, ',
      'в пятнадцать тридцать, к мастеру Светлане, она ждёт вас в нашем салоне, ',
      'адрес тот же, что и в прошлый раз.',
    ])
  })

  it('keeps abbreviations, initials, numbers, times, placeholders and quotations whole', () => {
    for (const text of [
      'Мы на ул. Ленина, д. 5.',
      'Это т. е. да.',
      'Приём ведёт А. С. Пушкин.',
      'Стоит 1,5 тыс. руб. за час.',
      'Ждём в 15:30.',
      'Дата {{ f.date | say_date }}.',
      'Он сказал «Приходите. Буду ждать» и ушёл.',
      'Dr. Smith is in.',
    ])
      expect(chunkText(text), text).to.deep.equal([text])
  })

  it('does not wait for ever for a quotation to close', () => {
    const text = `Он сказал «да. ${'Это длинная фраза без конца. '.repeat(20)}`
    expect(chunkText(text).length).to.be.above(5)
  })
})
