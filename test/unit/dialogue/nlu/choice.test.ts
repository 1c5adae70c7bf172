import {expect} from 'chai'
import fc from 'fast-check'
import {extractChoice} from '../../../../src/dialogue/nlu/choice.ts'
import {utterance, words} from '../../../../src/dialogue/nlu/tokens.ts'
import type {Choice} from '../../../../src/dialogue/nlu/types.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'

const options: readonly Choice[] = [
  {id: 'massage', ru: ['массаж', 'спина'], en: ['massage']},
  {id: 'sauna', ru: ['сауна', 'баня'], en: ['sauna', 'steam room']},
  {id: 'peeling', ru: ['пилинг', 'чистка лица'], en: ['peeling', 'face peel']},
]
const find = (text: string, more = {}) =>
  extractChoice(utterance(text, /[а-я]/.test(text) ? 'ru' : 'en'), {now: {date: '2026-03-11', minutes: 630}, asked: true, options, ...more})
const read = (text: string, more = {}) => find(text, more)?.value.option

describe('the choice of an option', () => {
  for (const row of nluRows('enum'))
    it(`${row.id}: "${row.text}"`, () => {
      const found = extractRow(extractChoice, row)
      expect({option: found?.alts ? null : (found?.value.option ?? null)}).to.deep.equal(row.expect)
    })

  it('is by any name in any case', () => {
    for (const text of ['массажа', 'на массаж', 'с массажем', 'спину']) expect(read(text), text).to.equal('massage')
    for (const text of ['в баню', 'сауну', 'a steam room']) expect(read(text), text).to.equal('sauna')
    for (const text of ['чистку лица', 'почистить лицо чисткой лица']) expect(read(text), text).to.equal('peeling')
  })

  it('is by its place in the list, and by no place the list does not have', () => {
    const pizzas: readonly Choice[] = [
      {id: 'margherita', ru: ['маргарита'], en: ['margherita']},
      {id: 'cheese', ru: ['четыре сыра'], en: ['four cheese', 'quattro formaggi']},
      {id: 'hawaii', ru: ['гавайская'], en: ['hawaiian']},
      {id: 'house', ru: ['фирменная'], en: ['forum']},
    ]
    for (const [text, place] of [
      ['number one', 'margherita'],
      ['номер один', 'margherita'],
      ['вариант номер два', 'cheese'],
      ['number four please', 'house'],
      ['номер четыре', 'house'],
      ['number five', undefined],
      ['пятый вариант', undefined],
      ['four cheese', 'cheese'],
    ] as const)
      expect(read(text, {options: pizzas}), text).to.equal(place)
    for (const text of ['number four', 'четвертый вариант'])
      expect(read(text, {options: [{id: 'form', ru: ['форма'], en: ['form', 'for']}]}), text).to.equal(undefined)
  })

  it('is the corrected one when several were named', () => {
    expect(find('не массаж а пилинг')).to.deep.include({value: {option: 'peeling'}, corrected: true})
    expect(find('сауна нет массаж')).to.deep.include({value: {option: 'massage'}, corrected: true})
    expect(find('sauna sorry massage')).to.deep.include({value: {option: 'massage'}, corrected: true})
  })

  it('leaves several wishes to the caller of the extractor', () => {
    expect(find('массаж и пилинг')).to.deep.include({value: {option: 'massage'}, alts: [{option: 'peeling'}]})
    expect(find('сауну или баню')).to.not.have.property('alts')
  })

  it('is never one that was denied', () => {
    for (const text of ['только не массаж', 'кроме массажа', 'без массажа', 'массаж не надо', 'not a massage'])
      expect(read(text), text).to.equal(undefined)
  })

  it('is not cried out: «стоп» is no form of «стопы»', () => {
    const feet: readonly Choice[] = [{id: 'pedicure', ru: ['педикюр', 'стопы'], en: ['feet']}]
    for (const text of ['стоп', 'стоп машина', 'стоп нет в пять']) expect(read(text, {options: feet}), text).to.equal(undefined)
    expect(read('стопы', {options: feet})).to.equal('pedicure')
    expect(read('стоп', {options: [{id: 'freeze', ru: ['стоп'], en: ['stop']}]})).to.equal('freeze')
  })

  it('is no choice when anything will do', () => {
    for (const text of ['любое', 'всё равно', 'что угодно', 'anything', "i don't care"]) expect(read(text), text).to.equal(undefined)
  })

  it('is by place only as an answer and only with nothing else around', () => {
    expect(read('второй вариант')).to.equal('sauna')
    expect(read('the last one')).to.equal('peeling')
    expect(read('третье')).to.equal('peeling')
    expect(read('третьего марта')).to.equal(undefined)
    expect(read('четвёртый')).to.equal(undefined)
    expect(read('второй вариант', {asked: false})).to.equal(undefined)
  })

  it('guesses from one wrong letter or a word of the same root only as an answer', () => {
    expect(read('масаж')).to.equal('massage')
    expect(read('масаж', {asked: false})).to.equal(undefined)
  })

  it('finds a noun by the verb it is made of, also where the verb begins like a prefix', () => {
    const topics: readonly Choice[] = [
      {id: 'labor', ru: ['трудовой спор', 'увольнение']},
      {id: 'move', ru: ['переезд']},
      {id: 'surgery', ru: ['стерилизация']},
    ]
    for (const text of ['меня уволили', 'увольняют меня']) expect(read(text, {options: topics}), text).to.equal('labor')
    expect(read('стерилизовать кошку', {options: topics})).to.equal('surgery')
    expect(read('уважаемый', {options: topics})).to.equal(undefined)
  })

  it('takes a pet form for the name, asked or not', () => {
    expect(read('массажик')).to.equal('massage')
    expect(read('массажик', {asked: false})).to.equal('massage')
  })

  it('sees no name inside another word', () => {
    for (const text of ['пилигрим', 'банят', 'мне спинной мозг', 'массив']) expect(read(text, {asked: false}), text).to.equal(undefined)
  })

  it('finds every name of every option in every frame', () => {
    const frames: readonly (readonly [string, string])[] = [
      ['', ''],
      ['э ну давайте', 'пожалуйста'],
      ['запишите меня на', 'на завтра'],
    ]
    for (const {id, ru = []} of options)
      for (const name of ru)
        for (const [before, after] of frames) expect(read(`${before} ${name} ${after}`), `${before} ${name}`).to.equal(id)
  })

  it('points at the words that name it', () => {
    const text = 'э ну мне это самое чистку лица'
    const {from, to} = find(text)!
    expect(words(utterance(text, 'ru').tokens, from, to)).to.equal('чистку лица')
  })

  it('never fails, whatever is said and whatever the options are called', () => {
    const name = fc.string({unit: 'grapheme', maxLength: 8})
    fc.assert(
      fc.property(
        fc.array(fc.record({id: name, ru: fc.array(name, {maxLength: 3})}), {maxLength: 4}),
        fc.string({unit: 'grapheme'}),
        (list, text) => {
          const found = read(text, {options: list})
          if (found !== undefined) expect(list.map(({id}) => id)).to.include(found)
        },
      ),
    )
  })
})
