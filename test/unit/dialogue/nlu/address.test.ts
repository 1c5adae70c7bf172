import {expect} from 'chai'
import fc from 'fast-check'
import {toCardinal} from 'n2words/ru-RU'
import {extractAddress} from '../../../../src/dialogue/nlu/address.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import type {Lang} from '../../../../src/dialogue/nlu/types.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'

const now = {date: '2026-05-20', minutes: 720}
const read = (text: string, asked = false, lang: Lang = 'ru') => extractAddress(utterance(text, lang), {now, asked})

describe('an address in an utterance', () => {
  for (const row of nluRows('address'))
    it(`${row.id}: "${row.text}"${row.ctx?.asked ? ' (asked)' : ''}`, () => {
      expect({address: extractRow(extractAddress, row)?.value ?? null}).to.deep.equal(row.expect)
    })

  it('reads house, corpus and flat in any numbers, in words or digits, short or long', () => {
    const number = fc.integer({min: 1, max: 250})
    const streets = fc.constantFrom('улица мира', 'проспект ленина', 'улица карла маркса', 'переулок садовый', 'улица первая парковая')
    fc.assert(
      fc.property(streets, number, number, number, fc.boolean(), fc.boolean(), (street, house, corpus, flat, words, short) => {
        const say = (value: number) => (words ? toCardinal(value) : String(value))
        const [h, k, f] = short ? ['д', 'к', 'кв'] : ['дом', 'корпус', 'квартира']
        const value = read(`${street} ${h} ${say(house)} ${k} ${say(corpus)} ${f} ${say(flat)}`)?.value
        expect(value).to.include({house: String(house), corpus: String(corpus), flat: String(flat)})
        expect(`${value?.streetType} ${value?.street}`).to.equal(street)
      }),
      {numRuns: 400},
    )
  })

  it('puts an inflected kind of street and its adjective into the nominative', () => {
    for (const [said, streetType, street] of [
      ['на тверской улице дом пять', 'улица', 'тверская'],
      ['на ленинском проспекте дом пять', 'проспект', 'ленинский'],
      ['на киевском шоссе дом пять', 'шоссе', 'киевское'],
      ['на кутузовской набережной дом пять', 'набережная', 'кутузовская'],
      ['в садовом переулке дом пять', 'переулок', 'садовый'],
    ] as const)
      expect(read(said)?.value).to.deep.equal({streetType, street, house: '5'})
  })

  it('finds the city before or behind the street, in any case', () => {
    for (const [said, city] of [
      ['в москве улица мира дом пять', 'москва'],
      ['улица мира дом пять в нижнем новгороде', 'нижний новгород'],
      ['город ростов-на-дону улица мира дом пять', 'ростов-на-дону'],
      ['в петербурге на улице мира дом пять', 'санкт-петербург'],
      ['село покровка улица мира дом пять', 'покровка'],
    ] as const)
      expect(read(said)?.value).to.deep.equal({city, streetType: 'улица', street: 'мира', house: '5'})
  })

  it('takes back what was corrected and keeps the rest', () => {
    expect(read('улица мира дом пять квартира десять нет одиннадцать')).to.deep.include({
      value: {streetType: 'улица', street: 'мира', house: '5', flat: '11'},
      corrected: true,
    })
    expect(read('не ленина а мира двадцать', true)).to.deep.include({value: {street: 'мира', house: '20'}, corrected: true})
    expect(read('12 oak street sorry 14', true, 'en')?.value).to.deep.equal({street: 'oak street', house: '14'})
  })

  it('takes the number back before the street is said', () => {
    expect(read('дом пять нет шесть по улице мира', true)?.value).to.deep.equal({house: '6', streetType: 'улица', street: 'мира'})
  })

  it('leaves a number to the name of the street where another one is called the number', () => {
    expect(read('two rivers road number six', true, 'en')?.value).to.deep.equal({street: 'two rivers road', house: '6'})
    expect(read('twelve oak street', true, 'en')?.value).to.deep.equal({street: 'oak street', house: '12'})
  })

  it('leaves out a street that is denied without an "а"', () => {
    expect(read('не пушкина гоголя тридцать', true)?.value).to.deep.equal({street: 'гоголя', house: '30'})
    expect(read('не помню кажется мира пять', true)?.value).to.deep.include({street: 'мира', house: '5'})
  })

  it('takes a letter between the number and the street for the house', () => {
    for (const letter of ['a', 'b'])
      expect(read(`twenty two ${letter} station road`, true, 'en')?.value).to.deep.equal({street: 'station road', house: `22${letter}`})
  })

  it('finds no address in everyday sentences', () => {
    const neutral = [
      'на улице холодно',
      'я сейчас на улице стою',
      'перезвоните через пять минут',
      'запишите меня на завтра в пять',
      'сколько стоит проезд',
      'у меня дом большой',
      'мне двадцать пять лет',
      'двадцать пятого марта',
      'меня зовут анна петрова',
      'восемь девятьсот три сто двадцать три сорок пять шестьдесят семь',
      'в половине второго',
      'я на линии',
      'первая линия занята',
      'площадь комнаты двадцать метров',
      'мы с мужем вдвоем',
      'корпус телефона разбился',
      'стоит две тысячи',
      'квартира двухкомнатная',
      'этаж пятый',
      'да все верно',
      'нет спасибо',
      'до свидания',
      'хочу отменить запись',
      'какой у вас адрес',
    ]
    for (const text of neutral) expect(read(text)?.value, text).to.equal(undefined)
    for (const text of [
      'a ten minute drive',
      'five minutes down the road',
      'in the first place',
      'two close friends',
      'i am on my way',
      'court is at nine',
      'call me at five',
    ])
      expect(read(text, false, 'en')?.value, text).to.equal(undefined)
  })

  it('never throws, and spans only what was said, whatever was heard', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'улица',
        'дом',
        'д',
        'к',
        'кв',
        'ленина',
        'мира',
        'тверской',
        'проспект',
        'пять',
        '12',
        'а',
        'город',
        'москва',
        'нет',
        'не',
        'первая',
        '8',
        'марта',
        'street',
        'flat',
        'oak',
        'ten',
        '5',
        'b',
        '#',
      ),
      fc.string({maxLength: 6}),
    )
    fc.assert(
      fc.property(fc.array(word, {maxLength: 12}), fc.boolean(), fc.constantFrom<Lang>('ru', 'en'), (said, asked, lang) => {
        const heard = utterance(said.join(' '), lang)
        const found = extractAddress(heard, {now, asked})
        if (!found) return
        expect(Object.keys(found.value)).to.have.lengthOf.at.least(1)
        expect(found.to).to.be.within(found.from + 1, heard.tokens.length)
      }),
      {numRuns: 1500},
    )
  })
})
