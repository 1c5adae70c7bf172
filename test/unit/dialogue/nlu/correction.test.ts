import {expect} from 'chai'
import fc from 'fast-check'
import {preferCorrection, splitCorrection} from '../../../../src/dialogue/nlu/correction.ts'
import {ignoringFillers, withoutFillers} from '../../../../src/dialogue/nlu/fillers.ts'
import {readNumber} from '../../../../src/dialogue/nlu/numerals.ts'
import {tokenize, utterance, words} from '../../../../src/dialogue/nlu/tokens.ts'
import type {Extractor} from '../../../../src/dialogue/nlu/types.ts'

const context = {now: {date: '2026-03-11', minutes: 630}}

/** The first number of the utterance: enough to see which part an extractor is given. */
const first: Extractor<number> = ({tokens, lang}) => {
  for (let at = 0; at < tokens.length; at++) {
    const read = readNumber(tokens, at, lang)
    if (read) return {value: read.value, from: read.from, to: read.to, confidence: 1}
  }
  return undefined
}
const extract = ignoringFillers(preferCorrection(first))
const read = (text: string, lang: 'ru' | 'en' = 'ru') => extract(utterance(text, lang), context)

describe('a correction inside an utterance', () => {
  const russian: readonly (readonly [string, number])[] = [
    ['не в пять а в шесть', 6],
    ['в пять ой нет в шесть', 6],
    ['в пять нет в шесть', 6],
    ['давайте в пять то есть в шесть', 6],
    ['в пять вернее в шесть', 6],
    ['в пять ой точнее в шесть пожалуйста', 6],
    ['в пять в смысле в шесть', 6],
    ['в пять извините в шесть', 6],
    ['в пять погодите нет давайте лучше в шесть', 6],
    ['нет не в пять в шесть', 6],
    ['нет не пять а шесть', 6],
    ['нет, в шесть', 6],
    ['в шесть а не в пять', 6],
    ['в пять нет в семь ой в шесть', 6],
    ['в пять не смогу давайте в шесть', 6],
    ['не смогу в пять, могу в шесть', 6],
    ['в пять я хотела сказать в шесть', 6],
    ['да не в пять а ну это в шесть', 6],
  ]
  for (const [text, value] of russian)
    it(`"${text}" is ${value}`, () => {
      expect(read(text)).to.include({value, corrected: true})
    })

  const english: readonly (readonly [string, number])[] = [
    ['five no six', 6],
    ['five sorry six', 6],
    ['at five i mean six', 6],
    ['at five no wait make it six', 6],
    ['five make it six', 6],
    ['not five but six', 6],
    ['six not five', 6],
    ['five scratch that six', 6],
    ['five or rather six', 6],
    ["not five let's say six", 6],
    ["i can't do five can do six", 6],
    ['no, six', 6],
  ]
  for (const [text, value] of english)
    it(`"${text}" is ${value}`, () => {
      expect(read(text, 'en')).to.include({value, corrected: true})
    })

  it('keeps a value that stands outside the correction', () => {
    expect(read('на двоих не завтра а послезавтра')).to.include({value: 2}).and.not.have.property('corrected')
    expect(read('двое, извините за беспокойство')).to.include({value: 2}).and.not.have.property('corrected')
  })

  it('hears behind a wish to wait what it is not, and what it is', () => {
    for (const text of ['just a minute not five six', 'hold on not five six', 'wait not five six'])
      expect(splitCorrection(utterance(text, 'en').tokens)?.kind, text).to.not.equal('negated')
  })

  it('does not take an apology or a thank-you for a correction', () => {
    expect(read('извините можно на пять')).to.include({value: 5}).and.not.have.property('corrected')
    expect(read('five no problem', 'en')).to.include({value: 5}).and.not.have.property('corrected')
  })

  it('finds nothing in a value that is only negated', () => {
    for (const text of ['только не в пять', 'не пять', 'в пять не смогу']) expect(read(text)).to.equal(undefined)
    expect(read('not five', 'en')).to.equal(undefined)
  })

  it('takes "why not" for a proposal', () => {
    expect(read('почему бы не в пять')).to.include({value: 5})
    expect(read('why not five', 'en')).to.include({value: 5})
  })

  it('tells which tokens are replaced by which', () => {
    const tokens = tokenize('запишите меня не в пять а в шесть')
    const {old, fresh, before} = splitCorrection(tokens)!
    expect([old, fresh, before].map(({from, to}) => words(tokens, from, to))).to.deep.equal([
      'в пять',
      'в шесть',
      'запишите меня не в пять',
    ])
  })

  it('reports spans in the tokens of the whole utterance', () => {
    const text = 'э ну в пять э нет ну в шесть ага'
    const {from, to} = read(text)!
    expect(words(tokenize(text), from, to)).to.equal('шесть')
  })

  it('never fails and never points outside, whatever is said', () => {
    const word = fc.constantFrom(...'не а нет ой в пять шесть то есть точнее not but no make it five sorry i mean э ну'.split(' '))
    fc.assert(
      fc.property(fc.array(word, {maxLength: 14}), (list) => {
        const tokens = tokenize(list.join(' '))
        const split = splitCorrection(tokens)
        for (const span of split ? [split.old, split.fresh, split.before] : []) {
          expect(span.from).to.be.within(0, span.to)
          expect(span.to).to.be.within(0, tokens.length)
        }
        const found = read(list.join(' '))
        if (found) expect(found.to).to.be.within(found.from + 1, tokens.length)
      }),
    )
  })
})

describe('fillers', () => {
  const clean = (text: string) => words(withoutFillers(utterance(text, 'ru')).utterance.tokens)

  it('are dropped wherever they stand', () => {
    expect(clean('эээ ну вот давайте как бы на пять')).to.equal('давайте на пять')
    expect(clean('um you know like five')).to.equal('five')
    expect(clean('так, слушайте, в общем на завтра')).to.equal('на завтра')
    expect(clean('в в пять на на завтра')).to.equal('в пять на завтра')
  })

  it('stay when they mean something', () => {
    for (const text of [
      'не знаете',
      'все так',
      'так и есть',
      "i'd like five",
      'do you know',
      'uh huh',
      'два два пять пять',
      'что это значит',
    ])
      expect(clean(text)).to.equal(text)
  })

  it('stay when there is nothing else', () => {
    expect(clean('ну')).to.equal('ну')
    expect(clean('')).to.equal('')
  })

  it('hand their clause border to the word before', () => {
    const {utterance: kept} = withoutFillers(utterance('да ну, в пять', 'ru'))
    expect(kept.tokens[0]).to.include({text: 'да', stop: ','})
  })
})

describe('an utterance without end', () => {
  const breath = 'завтра в пять или в шесть нет в семь '
  const said = (letters: number) => utterance(breath.repeat(Math.ceil(letters / breath.length)), 'ru')

  /** How many words the grammar of one type has to read, all its readings together. */
  function work(letters: number): number {
    let handed = 0
    const counting: Extractor<number> = ({tokens}) => {
      handed += tokens.length
      return undefined
    }
    preferCorrection(counting)(said(letters), context)
    return handed
  }

  it('is read from its end, as far as one breath goes', () => {
    expect(said(9000).tokens).to.have.lengthOf(240)
    expect(said(9000).tokens.at(-1)!.text).to.equal('семь')
    expect(extract(utterance(`${'ну да '.repeat(900)} в пять нет в шесть`, 'ru'), context)).to.include({value: 6, corrected: true})
  })

  it('costs the grammars no more than a few times a long one', () => {
    expect(work(9000)).to.be.at.most(2 * work(1000))
    expect(work(9000)).to.be.at.most(20 * 240)
  })
})
