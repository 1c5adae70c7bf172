import {expect} from 'chai'
import fc from 'fast-check'
import {joinPhoneDigits} from '../../../../src/dialogue/nlu/phone-join.ts'
import {putPhoneRight} from '../../../../src/dialogue/nlu/phone-put-right.ts'
import {judgePhone} from '../../../../src/dialogue/nlu/phone-judge.ts'
import {extractPhone, type PhoneValue} from '../../../../src/dialogue/nlu/phone.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import type {Found, Lang} from '../../../../src/dialogue/nlu/types.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'
import {dayOf} from '../../../helpers/spoken-dates.ts'
import {cut, digits, mobiles, say, styles} from '../../../helpers/spoken-phones.ts'

const now = {date: '2026-05-20', minutes: 720}
const read = (text: string, lang: Lang = 'ru', region = 'RU') => extractPhone(utterance(text, lang), {now, region})
const join = (previous: string, text: string, lang: Lang = 'ru', region = 'RU') =>
  joinPhoneDigits(previous, utterance(text, lang), {now, region})

/** Whether two groups said one after the other are also the words of one: «сто» «сорок шесть», «двадцать» «пять». */
const runTogether = (groups: readonly string[]): boolean =>
  groups.some((whole, at) => {
    const group = whole.replace(/^0+/, '')
    const next = groups[at + 1]
    if (next === undefined || next.startsWith('0') || !group.endsWith('0')) return false
    return group.endsWith('00') ? next.length < 3 : group.length > 1 && next.length === 1 && !group.endsWith('10')
  })

/** The number is found; when other numbers were possible, it may be among them. Never another one without rivals. */
const expectNumber = (found: Found<PhoneValue> | undefined, phone: string, words: string) => {
  const alts = found?.alts?.map((alt) => alt.phone) ?? []
  if (alts.length === 0) expect(found?.value.phone, words).to.equal(phone)
  else expect([found!.value.phone, ...alts], words).to.include(phone)
}

describe('a phone number in an utterance', () => {
  for (const row of nluRows('phone'))
    it(`${row.id}: "${row.text}"`, () => {
      const found = extractRow(extractPhone, row)
      const alts = found?.alts?.map((alt) => alt.phone ?? {digits: 'digits' in alt ? alt.digits : ''})
      expect({phone: null, ...found?.value, ...(alts ? {alts} : {})}).to.deep.equal(row.expect)
    })

  for (const [style, sizes] of Object.entries(styles))
    it(`hears any Russian mobile said as ${style} (D-11)`, () => {
      const frames = fc.constantFrom(
        ['', ''],
        ['восемь ', ''],
        ['плюс семь ', ''],
        ['мой номер восемь ', ' спасибо'],
        ['завтра в пять телефон восемь ', ' это мой'],
      )
      fc.assert(
        fc.property(mobiles, frames, (number, [before, after]) => {
          const groups = cut(number, sizes)
          const words = `${before}${groups.map(say).join(' ')}${after}`
          const found = read(words)
          // The same words may be the beginning of another number: then the whole one is only a possibility.
          if (found?.value.phone === null && runTogether(groups)) expect(found.alts, words).to.deep.include({phone: `+7${number}`})
          else expect(found?.value.phone, words).to.equal(`+7${number}`)
        }),
        {numRuns: 700},
      )
    })

  for (const sizes of [
    [3, 3, 2],
    [3, 3, 2, 1],
  ])
    it(`makes no whole number of one that stops after ${sizes.join('-')}`, () => {
      fc.assert(
        fc.property(mobiles, fc.constantFrom('восемь ', 'ну записывайте восемь ', 'мой номер восемь '), (number, before) => {
          const groups = cut(number, sizes)
          const words = `${before}${groups.map(say).join(' ')}`
          const found = read(words)
          expect(found?.value.phone, words).to.equal(null)
          expect(found?.value, words).to.have.property('digits')
        }),
        {numRuns: 700},
      )
    })

  it('shortens no dictation that is too long', () => {
    fc.assert(
      fc.property(mobiles, fc.integer({min: 1, max: 9}), (number, more) => {
        const groups = [...cut(number, [3, 3, 2, 2]), String(more)]
        fc.pre(!runTogether(groups))
        const words = `восемь ${groups.map(say).join(' ')}`
        expect(read(words)?.value.phone ?? null, words).to.equal(null)
      }),
      {numRuns: 500},
    )
  })

  it('is never sure of a wrong number, however oddly it is grouped', () => {
    const groupings = fc
      .array(fc.integer({min: 1, max: 3}), {minLength: 4, maxLength: 10})
      .filter((sizes) => sizes.reduce((a, b) => a + b, 0) === 10)
    fc.assert(
      fc.property(mobiles, groupings, (number, sizes) => {
        const words = `восемь ${cut(number, sizes).map(say).join(' ')}`
        const found = read(words)
        if (found?.value.phone && !found.alts) expect(found.value.phone, words).to.equal(`+7${number}`)
      }),
      {numRuns: 2000},
    )
  })

  it('hears a number written by a recogniser that likes digits', () => {
    const formats = fc.constantFrom(
      (n: string) => `8${n}`,
      (n: string) => `+7 ${cut(n, [3, 3, 2, 2]).join(' ')}`,
      (n: string) => `8 (${n.slice(0, 3)}) ${cut(n.slice(3), [3, 2, 2]).join('-')}`,
      (n: string) => `8${n.slice(0, 3)} ${n.slice(3)}`,
      (n: string) => `8 ${cut(n, [3, 3, 2, 2]).join('. ')}.`,
      (n: string) => `8 ${cut(n, [3, 1, 1, 1, 2, 2]).join(' ')}`,
    )
    fc.assert(
      fc.property(mobiles, formats, (number, format) => {
        const words = format(number)
        expect(read(words)?.value, words).to.deep.equal({phone: `+7${number}`})
      }),
      {numRuns: 500},
    )
  })

  const english = 'zero one two three four five six seven eight nine'.split(' ')
  const plain = (number: string) => [...number].map((digit) => english[Number(digit)]).join(' ')
  const oh = (number: string) => plain(number).replaceAll('zero', 'oh')
  const doubled = (number: string) =>
    number
      .replaceAll(/(\d)\1{0,2}/g, (run, digit: string) => `${['', '', 'double ', 'triple '][run.length]}${english[Number(digit)]} `)
      .trim()

  for (const [region, numbers] of [
    [
      'US',
      fc.tuple(fc.constantFrom('212', '650', '415', '305', '917'), fc.integer({min: 2, max: 9}), digits(6)).map((parts) => parts.join('')),
    ],
    ['GB', fc.tuple(fc.constantFrom('077', '078', '079'), digits(8)).map((parts) => parts.join(''))],
  ] as const)
    it(`hears any ${region} number digit by digit, with double, triple and oh`, () => {
      fc.assert(
        fc.property(numbers, fc.constantFrom(plain, oh, doubled), (number, speak) => {
          const judged = judgePhone(number, {region, plus: false, lang: 'en'})
          fc.pre(judged !== undefined)
          const words = speak(number)
          expect(read(words, 'en', region)?.value, words).to.deep.equal({phone: judged.phone})
        }),
        {numRuns: 500},
      )
    })

  it('replaces the last groups when the caller takes them back', () => {
    const markers = fc.constantFrom('нет', 'ой', 'точнее', 'извините')
    fc.assert(
      fc.property(mobiles, digits(2), markers, (number, wrong, marker) => {
        fc.pre(wrong !== number.slice(8) && !runTogether(cut(number, [3, 3, 2, 2])))
        const groups = cut(number, [3, 3, 2, 2]).map(say)
        const words = `восемь ${groups.slice(0, 3).join(' ')} ${say(wrong)} ${marker} ${groups.slice(2).join(' ')}`
        const found = read(words)
        if (found?.alts) expect(found.value.phone).to.be.a('string')
        else expect(found?.value.phone, words).to.equal(`+7${number}`)
      }),
      {numRuns: 300},
    )
  })

  it('is not the number that nobody should call, where another one is said', () => {
    const [wrong, right] = ['8 916 123 45 67', '8 903 234 56 78']
    const said = [
      `не звоните на ${wrong} звоните на ${right}`,
      `не ${wrong} а ${right}`,
      `${wrong} это не мой мой ${right}`,
      `${wrong} не работает лучше ${right}`,
      `звоню с ${wrong} но перезвоните на ${right}`,
      `старый номер ${wrong} теперь ${right}`,
      `${right} а старый ${wrong}`,
    ]
    for (const text of said) expect(read(text)?.value, text).to.deep.equal({phone: '+79032345678'})
    expect(read(`старый номер ${wrong}`)?.value).to.deep.equal({phone: '+79161234567'})
    for (const text of ["don't call 212 736 5000 call 650 253 0000", "my old number was 212 736 5000 now it's 650 253 0000"])
      expect(read(text, 'en', 'US')?.value, text).to.deep.equal({phone: '+16502530000'})
  })

  it('is the first of two that are said in one go, and the other one is kept', () => {
    for (const gap of ['и', 'а потом еще', 'или'])
      expect(read(`запишите два номера 8 916 123 45 67 ${gap} 8 903 234 56 78`), gap).to.deep.include({
        value: {phone: '+79161234567'},
        alts: [{phone: '+79032345678'}],
      })
  })

  it('changes the last digits that are called the last', () => {
    const number = 'восемь девятьсот шестнадцать двести тридцать четыре пятьдесят шесть семьдесят восемь'
    for (const end of ['нет последние две цифры восемьдесят девять', 'ой последние восемьдесят девять'])
      expect(read(`${number} ${end}`)?.value, end).to.deep.equal({phone: '+79162345689'})
  })

  it('is the caller’s own where that is pointed at and said to be called', () => {
    for (const text of ['это же мой номер на него и звоните', 'это мой номер туда и звоните', 'это мой номер'])
      expect(extractPhone(utterance(text, 'ru'), {now, asked: true})?.value, text).to.deep.equal({phone: null, callerId: true})
    expect(extractPhone(utterance('это не мой номер', 'ru'), {now, asked: true})).to.equal(undefined)
  })

  it('takes the number that is preferred to the first, and keeps the first beside another one', () => {
    const [first, second] = ['8 916 123 45 67', '8 903 234 56 78']
    for (const gap of ['а лучше на другой номер', 'нет лучше на', 'хотя давайте другой номер', 'это старый а новый'])
      expect(read(`${first} ${gap} ${second}`)?.value, gap).to.deep.equal({phone: '+79032345678'})
    for (const gap of ['или на другой номер', 'и еще есть другой номер', 'а если не отвечу то лучше на'])
      expect(read(`${first} ${gap} ${second}`), gap).to.deep.include({value: {phone: '+79161234567'}, alts: [{phone: '+79032345678'}]})
    for (const text of [`${first} лучше вечером`, `${first} а лучше после семи`, `лучше запишите ${first}`])
      expect(read(text)?.value, text).to.deep.equal({phone: '+79161234567'})
  })

  it('says which words it read', () => {
    expect(read('анна мой номер восемь девятьсот двенадцать три ноля сорок пять десять спасибо')).to.include({from: 3, to: 11})
    expect(read('+7 912 000 45 10')).to.include({from: 0, to: 5})
  })

  it('leaves foreign numbers as they are (D-11)', () => {
    for (const phone of ['+375291234567', '+380501234567', '+12127365000', '+442079460018', '+491711234567', '+998901234567'])
      expect(read(phone)?.value, phone).to.deep.equal({phone})
  })
})

describe('a day or an hour said where a phone was asked for', () => {
  const days = [
    'двадцать шестого ноября',
    'двадцать первого декабря',
    'ой давайте двадцать пятого числа',
    'двадцать пятое',
    'march twenty first',
    'the twenty sixth',
  ]
  const hours = [
    'завтра в десять тридцать',
    'десять тридцать утра',
    'без двадцати пять',
    'make it five thirty',
    'ten thirty in the morning',
  ]

  for (const text of [...days, ...hours])
    it(`"${text}" is no digits of one`, () => {
      const lang = /[а-я]/.test(text) ? 'ru' : 'en'
      expect(read(text, lang)).to.equal(undefined)
      expect(join('8926', text, lang)).to.equal(undefined)
      expect(join('89261234567', text, lang)).to.equal(undefined)
    })

  it('no day of a month is', () => {
    const markers = fc.constantFrom('', 'ой давайте лучше ', 'нет ', 'не двенадцатого а ')
    fc.assert(
      fc.property(fc.integer({min: 1, max: 31}), markers, fc.constantFrom('', ' марта', ' числа'), (day, marker, after) => {
        expect(join('89261234567', `${marker}${dayOf(day)}${after}`)).to.equal(undefined)
      }),
    )
  })

  it('is no part of the number said beside it', () => {
    const words = 'двадцать шестого марта восемь девятьсот двенадцать триста сорок пять десять двадцать'
    expect(read(words)?.value).to.deep.equal({phone: '+79123451020'})
  })
})

describe('a phone number dictated in pieces', () => {
  const pieces: readonly (readonly [string, string, PhoneValue | undefined])[] = [
    ['', 'восемь девятьсот двадцать шесть', {phone: null, digits: '8926'}],
    ['8926', 'сто двадцать три', {phone: null, digits: '8926123'}],
    ['8926', 'пять', {phone: null, digits: '89265'}],
    ['8926123', 'сорок пять шестьдесят семь', {phone: '+79261234567'}],
    ['8926', 'и дальше 123 45 67', {phone: '+79261234567'}],
    ['8921300', 'триста сорок пять десять двадцать', {phone: '+79213451020'}],
    ['892612345', 'сорок пять шестьдесят семь', {phone: '+79261234567'}],
    ['8926', 'нет двадцать пять', {phone: null, digits: '8925'}],
    ['8926', 'нет двадцать пять сто двадцать три сорок пять шестьдесят семь', {phone: '+79251234567'}],
    ['8926', 'нет восемь девятьсот двадцать пять сто двадцать три сорок пять шестьдесят семь', {phone: '+79251234567'}],
    ['89261234567', 'нет семьдесят семь', {phone: '+79261234577'}],
    ['8926', 'давайте заново восемь девятьсот двадцать пять', {phone: null, digits: '8925'}],
    ['8', 'девятьсот двадцать шесть сто двадцать три сорок пять шестьдесят семь', {phone: '+79261234567'}],
    ['375', 'двадцать девять сто двадцать три сорок пять шестьдесят семь', {phone: '+375291234567'}],
    ['8926', 'на этот же номер', {phone: null, callerId: true}],
    ['8926', 'да', undefined],
    ['8926123', 'завтра в пять', undefined],
  ]
  for (const [previous, text, value] of pieces)
    it(`${previous || 'nothing'} + "${text}"`, () => expect(join(previous, text)?.value).to.deep.equal(value))

  it('goes on in English', () => {
    expect(join('212555', 'twelve thirty four', 'en', 'US')?.value).to.deep.equal({phone: '+12125551234'})
  })

  it('joins any mobile cut at any group', () => {
    fc.assert(
      fc.property(mobiles, fc.integer({min: 1, max: 3}), (number, at) => {
        const groups = cut(number, [3, 3, 2, 2])
        const said = `8${groups.slice(0, at).join('')}`
        const words = groups.slice(at).map(say).join(' ')
        expectNumber(join(said, words), `+7${number}`, `${said} + ${words}`)
      }),
      {numRuns: 1000},
    )
  })
})

describe('a phone number put right', () => {
  const held = '+79162345667'
  const put = (text: string, phone = held, region = 'RU') =>
    putPhoneRight(phone, utterance(text, /[а-я]/.test(text) ? 'ru' : 'en'), {now, asked: true, region})?.value

  it('changes the group that is most like what was said', () => {
    for (const [text, phone] of [
      ['нет двести тридцать пять', '+79162355667'],
      ['девятьсот семнадцать', '+79172345667'],
      ['нет шестьдесят восемь', '+79162345668'],
      ['нет пятьдесят семь', '+79162345767'],
      ['двести тридцать пять пятьдесят шесть', '+79162355667'],
    ] as const)
      expect(put(text), text).to.deep.equal({phone})
    expect(put('no four one six', '+14157362580', 'US')).to.deep.equal({phone: '+14167362580'})
  })

  it('changes the place that was named, however unlike it is', () => {
    for (const [text, phone] of [
      ['последняя девять', '+79162345669'],
      ['последние две цифры двенадцать', '+79162345612'],
      ['в конце двенадцать', '+79162345612'],
      ['нет код девятьсот три', '+79032345667'],
    ] as const)
      expect(put(text), text).to.deep.equal({phone})
    expect(put('the last one is one', '+14157362580', 'US')).to.deep.equal({phone: '+14157362581'})
  })

  it('is not guessed at: no group is like it, or the group is there already', () => {
    for (const text of ['нет сорок один', 'двести тридцать четыре', 'пятьдесят шесть', 'нет']) expect(put(text), text).to.equal(undefined)
  })
})
