import {expect} from 'chai'
import fc from 'fast-check'
import {type CustomIntent, detectIntents, extractIntent, hasPhrase, intentIds} from '../../../../src/dialogue/nlu/intents.ts'
import {builtIn} from '../../../../src/dialogue/nlu/intents/built-in.ts'
import {patternCompiler} from '../../../../src/dialogue/nlu/intents/pattern.ts'
import {utterance, words} from '../../../../src/dialogue/nlu/tokens.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'

const spoken = (text: string) => utterance(text, /[а-я]/.test(text) ? 'ru' : 'en')
const ids = (text: string, options = {}) => detectIntents(spoken(text), options).map(({id}) => id)
const rows = nluRows('intent')

describe('intents', () => {
  for (const row of rows)
    it(`${row.id}: "${row.text}"`, () => {
      expect(extractRow(extractIntent, row)?.value ?? {intent: null}).to.deep.equal(row.expect)
    })

  it('have well-formed patterns only', () => {
    for (const bucket of builtIn().values()) for (const {pattern} of bucket) pattern.root()
  })

  it('all have examples in both languages', () => {
    for (const id of intentIds)
      for (const lang of ['ru', 'en'])
        expect(rows.filter((row) => row.expect['intent'] === id && row.lang === lang).length, `${id} ${lang}`).to.be.above(4)
  })

  it('are not moved by fillers and politeness', () => {
    for (const row of rows) {
      const polite = row.lang === 'ru' ? `эээ ну ${row.text} пожалуйста` : `um ${row.text} please`
      expect(ids(polite)[0] ?? null, polite).to.equal(row.expect['intent'])
    }
  })

  it('come most pressing first', () => {
    expect(ids('здравствуйте я хочу записаться')).to.deep.equal(['book', 'greeting'])
    expect(ids('спасибо не звоните больше до свидания')).to.deep.equal(['do_not_call', 'goodbye', 'thanks'])
    expect(ids('помогите человек умирает соедините с оператором')[0]).to.equal('emergency')
  })

  it('give way to a longer phrase over the same words', () => {
    expect(ids('не хочу называть фамилию')).to.deep.equal(['skip'])
    expect(ids('не знаю')).to.deep.equal(['dont_know'])
  })

  it('are not heard where they are denied', () => {
    expect(ids('не надо меня соединять с оператором')).to.not.include('handoff')
    expect(ids('я не хочу отменять запись')).to.not.include('cancel')
    expect(ids("don't cancel my appointment")).to.not.include('cancel')
  })

  it('do not trip over words that only look alike', () => {
    expect(ids('скорая помощь компьютерная')).to.deep.equal([])
    expect(ids('я на пожаре работаю')).to.deep.equal([])
    expect(ids('как человек человеку')).to.not.include('handoff')
    expect(ids('я скоро буду')).to.not.include('emergency')
    expect(ids('запишите восемь девятьсот двадцать шесть')).to.not.include('book')
  })

  it('tell a request to book from a question', () => {
    for (const text of ['можно на завтра', 'can i book', 'запишите на завтра в три']) expect(ids(text)[0], text).to.equal('book')
    for (const text of ['можно оплатить картой', 'can i pay by card', 'а парковка у вас есть'])
      expect(ids(text)[0], text).to.equal('question')
  })

  it('hear a machine only at the start of a call', () => {
    const machine = 'оставьте сообщение после сигнала'
    expect(ids(machine)).to.deep.equal(['voicemail'])
    expect(ids(machine, {position: 'start'})).to.deep.equal(['voicemail'])
    expect(ids(machine, {position: 'later'})).to.deep.equal([])
  })

  it('point at the words that say them', () => {
    const text = 'ну вот девушка соедините меня пожалуйста с оператором'
    const [match] = detectIntents(spoken(text))
    expect(words(spoken(text).tokens, match!.from, match!.to)).to.equal('соедините меня пожалуйста с оператором')
  })

  it('never fail and never point outside, whatever is said', () => {
    const vocabulary = [...new Set(rows.flatMap((row) => row.text.split(' ')))]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...vocabulary), {maxLength: 14}), (list) => {
        const said = spoken(list.join(' '))
        for (const {from, to} of detectIntents(said)) expect(to).to.be.within(from + 1, said.tokens.length)
      }),
    )
  })
})

describe('own intents of a skillbase', () => {
  const custom: readonly CustomIntent[] = [
    {id: 'rent', phrases: {ru: ['арендовать машину', 'аренда'], en: ['rent a car']}},
    {id: 'handoff', phrases: {ru: ['позовите Людмилу Петровну']}},
  ]

  it('are found in any inflection, with small gaps', () => {
    expect(ids('хотел бы арендовать у вас машину', {custom})).to.include('rent')
    expect(ids('интересуюсь арендой', {custom})).to.include('rent')
    expect(ids('i want to rent a small car', {custom})).to.include('rent')
    expect(ids('я арендатор', {custom})).to.not.include('rent')
  })

  it('extend a built-in intent of the same name', () => {
    expect(ids('позовите людмилу петровну', {custom})).to.deep.equal(['handoff'])
    expect(ids('оператора', {custom})).to.deep.equal(['handoff'])
  })
})

describe('phrases of rules', () => {
  const has = (text: string, phrase: string) => hasPhrase(spoken(text), phrase)

  it('are words, not letters: "выбор" is no "выборы" (D-14)', () => {
    for (const text of ['выбор услуги', 'у меня нет выбора', 'перед выбором мастера', 'по вашему выбору'])
      expect(has(text, 'выборы'), text).to.equal(false)
    for (const text of ['про выборы', 'на выборах', 'после выборов', 'к выборам']) expect(has(text, 'выборы'), text).to.equal(true)
  })

  it('match every inflection of a word and nothing built on it', () => {
    for (const text of ['о политике', 'политика', 'политику не обсуждаю', 'политиков']) expect(has(text, 'политик'), text).to.equal(true)
    expect(has('политический вопрос', 'политик')).to.equal(false)
    expect(has('политический вопрос', 'полит*')).to.equal(true)
    for (const text of ['идёт война', 'о войне', 'войну']) expect(has(text, 'война'), text).to.equal(true)
    expect(has('военный билет', 'война')).to.equal(false)
    expect(has('a selection', 'election')).to.equal(false)
    expect(has('the elections', 'election')).to.equal(true)
  })

  it('of several words may have others in between', () => {
    expect(has('какое мне выпить лекарство', 'какое лекарство')).to.equal(true)
    expect(has('лекарство какое', 'какое лекарство')).to.equal(false)
  })

  it('of many words do not take for ever to fail', () => {
    expect(has('да '.repeat(300), `${'да '.repeat(30)}нет`)).to.equal(false)
  })

  it('are never code: signs in them are only signs', () => {
    for (const phrase of ['', '...', '(', 'a|b', '$', '^', '[x', '<want>', '!(', '***', '=да'])
      for (const text of ['', 'а', 'что угодно', 'x b']) expect(() => has(text, phrase), phrase).to.not.throw()
  })
})

describe('a phrase pattern', () => {
  const compile = patternCompiler({want: '=хочу|надо', number: '=один|=два'})

  it('says what is wrong with it', () => {
    for (const source of ['(a', 'a)', '[a', '..', '.. a', '', '<nope> a']) expect(() => compile(source).root(), source).to.throw(source)
  })

  it('is indexed by every word it can begin with', () => {
    expect(compile('[=а|=ну] <want> .. =x').firstKeys).to.have.members(['=а', '=ну', '=хочу', 'над'])
    expect(compile('запис* =x').firstKeys).to.deep.equal(['зап*'])
  })
})
