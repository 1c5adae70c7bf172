import {expect} from 'chai'
import fc from 'fast-check'
import {detectLanguage, extractLanguage} from '../../../../src/dialogue/nlu/language.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'

describe('the language of an utterance', () => {
  for (const row of nluRows('lang'))
    it(`${row.id}: "${row.text}"`, () => {
      expect(extractRow(extractLanguage, row)?.value ?? {lang: null}).to.deep.equal(row.expect)
    })

  const loans = 'ok okay check-up botox iPhone Samsung Zoom WhatsApp wi-fi VIP email SMS sale brow BMW please sorry'.split(' ')
  const sentences = [
    'мне нужен на завтра',
    'запишите меня пожалуйста',
    'давайте в пятницу',
    'я хочу узнать сколько стоит',
    'да хорошо',
    'у вас есть скидки',
  ]

  it('does not flip for one Latin word in a Russian sentence, wherever it stands (D-15)', () => {
    for (const sentence of sentences) {
      const words = sentence.split(' ')
      for (const loan of loans)
        for (let at = 0; at <= words.length; at++)
          expect(detectLanguage([...words.slice(0, at), loan, ...words.slice(at)].join(' ')), loan).to.include({lang: 'ru', mixed: true})
    }
  })

  it('does not flip for an English name of two words that hangs on a Russian verb', () => {
    for (const text of ['купить new balance', 'хочу new balance', 'можно good morning package'])
      expect(detectLanguage(text), text).to.include({lang: 'ru', mixed: true})
    for (const text of ['i need маникюр', 'book маникюр tomorrow', 'can i talk to наташа'])
      expect(detectLanguage(text), text).to.include({lang: 'en', mixed: true})
  })

  it('does not flip for a Russian name in an English sentence', () => {
    for (const name of ['Анна', 'Иван Петров', 'маникюр'])
      expect(detectLanguage(`hello i would like to speak to ${name}`)).to.include({lang: 'en', mixed: true})
  })

  it('says how sure it is, and nothing of an utterance without words', () => {
    expect(detectLanguage('')).to.deep.equal({lang: 'ru', mixed: false, confidence: 0})
    expect(detectLanguage('8 926 123-45-67').confidence).to.equal(0)
    expect(detectLanguage('хелло').confidence).to.be.below(detectLanguage('я хочу записаться').confidence)
  })

  it('never fails, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        const {lang, confidence} = detectLanguage(text)
        expect(lang).to.be.oneOf(['ru', 'en'])
        expect(confidence).to.be.within(0, 1)
      }),
    )
  })
})
