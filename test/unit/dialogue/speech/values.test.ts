import {expect} from 'chai'
import fc from 'fast-check'
import {extractDate} from '../../../../src/dialogue/nlu/date.ts'
import {extractEmail} from '../../../../src/dialogue/nlu/email.ts'
import {extractPhone} from '../../../../src/dialogue/nlu/phone.ts'
import {addDays} from '../../../../src/dialogue/nlu/plain-date.ts'
import {extractTime} from '../../../../src/dialogue/nlu/time.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import type {ExtractContext, Lang} from '../../../../src/dialogue/nlu/types.ts'
import {nameCase, sayDate, sayDigits, sayEmail, sayPhone, sayTime, spell} from '../../../../src/dialogue/speech/index.ts'

const context: ExtractContext = {now: {date: '2026-03-11', minutes: 630}, asked: true}
const languages: readonly Lang[] = ['ru', 'en']
const today = '2026-03-11'

describe('a date in words', () => {
  it('is heard as the same day, whatever the style', () => {
    for (let days = 0; days < 800; days++) {
      const date = addDays(today, days)
      for (const lang of languages)
        for (const style of ['plain', 'nominative', 'weekday', 'full'] as const) {
          const said = sayDate(date, {lang, style, today})
          expect(extractDate(utterance(said, lang), context)?.value, said).to.deep.equal({date})
        }
    }
  })

  it('brings the year of a birth date', () => {
    for (let date = '1930-01-01'; date < today; date = addDays(date, 37))
      for (const lang of languages) {
        const said = sayDate(date, {lang, past: true})
        expect(extractDate(utterance(said, lang), {...context, past: true})?.value, said).to.deep.equal({date})
      }
  })

  it('sounds like people talk', () => {
    expect(sayDate('2026-03-12', {lang: 'ru'})).to.equal('двенадцатого марта')
    expect(sayDate('2026-03-12', {lang: 'ru', style: 'nominative'})).to.equal('двенадцатое марта')
    expect(sayDate('2026-03-12', {lang: 'ru', style: 'full', today})).to.equal('завтра, двенадцатого марта, четверг')
    expect(sayDate('2026-03-17', {lang: 'ru', style: 'weekday'})).to.equal('семнадцатого марта, во вторник')
    expect(sayDate('1992-08-14', {lang: 'ru', past: true})).to.equal('четырнадцатого августа тысяча девятьсот девяносто второго года')
    expect(sayDate({from: '2026-03-12', to: '2026-03-15'}, {lang: 'ru'})).to.equal('с двенадцатого по пятнадцатое марта')
    expect(sayDate('2026-03-30..2026-04-02', {lang: 'ru'})).to.equal('с тридцатого марта по второе апреля')
    expect(sayDate('2026-03-12', {lang: 'en', style: 'full', today})).to.equal('tomorrow, Thursday, March twelfth')
    expect(sayDate('1992-08-14', {lang: 'en', past: true})).to.equal('August fourteenth, nineteen ninety two')
  })

  it('says the year only where the day could be mistaken', () => {
    expect(sayDate('2027-01-02', {lang: 'ru', today: '2026-12-30'})).to.equal('второго января')
    expect(sayDate('2028-01-02', {lang: 'ru', today: '2026-12-30'})).to.equal('второго января две тысячи двадцать восьмого года')
  })

  it('leaves alone what is no date', () => {
    expect(sayDate('завтра', {lang: 'ru'})).to.equal('завтра')
    for (const date of ['2026-13-01', '2026-02-31', '2026-02-00'])
      for (const style of ['plain', 'weekday', 'full'] as const) expect(sayDate(date, {lang: 'ru', style, today})).to.equal(date)
  })
})

describe('a time in words', () => {
  it('is heard as the same minute of the day, in both styles', () => {
    for (let minutes = 0; minutes < 1440; minutes++) {
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      for (const lang of languages)
        for (const style of ['clock', 'day'] as const) {
          const said = sayTime(time, {lang, style})
          expect(extractTime(utterance(lang === 'en' ? `at ${said}` : said, lang), context)?.value, said).to.deep.equal({time})
        }
    }
  })

  it('brings its Russian preposition, so that it can stand behind a date', () => {
    expect(sayTime('15:30', {lang: 'ru'})).to.equal('в пятнадцать тридцать')
    expect(sayTime('15:00', {lang: 'ru'})).to.equal('в пятнадцать часов')
    expect(sayTime('09:05', {lang: 'ru'})).to.equal('в девять ноль пять')
    expect(sayTime('15:00', {lang: 'ru', style: 'day'})).to.equal('в три часа дня')
    expect(sayTime('03:00', {lang: 'ru'})).to.equal('в три часа ночи')
    expect(sayTime('15:30', {lang: 'en'})).to.equal('three thirty PM')
    expect(sayTime('12:00', {lang: 'en'})).to.equal('noon')
  })

  it('says spans and parts of the day', () => {
    expect(sayTime({from: '10:00', to: '12:00'}, {lang: 'ru'})).to.equal('с десяти до двенадцати')
    expect(sayTime('09:00-20:30', {lang: 'ru'})).to.equal('с девяти до двадцати тридцати')
    expect(sayTime({from: '18:00'}, {lang: 'ru'})).to.equal('после восемнадцати')
    expect(sayTime({to: '12:00'}, {lang: 'en'})).to.equal('before noon')
    expect(sayTime({part: 'morning'}, {lang: 'ru'})).to.equal('утром')
    expect(sayTime('evening', {lang: 'en'})).to.equal('in the evening')
    expect(sayTime('как удобно', {lang: 'ru'})).to.equal('как удобно')
  })

  it('is heard as the same span', () => {
    for (let from = 10; from < 20; from++)
      for (let to = from + 1; to <= 21; to++) {
        const span = {from: `${String(from).padStart(2, '0')}:00`, to: `${String(to).padStart(2, '0')}:00`}
        const said = sayTime(span, {lang: 'ru'})
        expect(extractTime(utterance(said, 'ru'), {...context, window: {from: 480, to: 1319}})?.value, said).to.deep.equal(span)
      }
  })
})

describe('a phone number in words', () => {
  it('is heard as the same number, in groups and digit by digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('903', '916', '926', '985'),
        fc.integer({min: 1_000_000, max: 9_999_999}),
        fc.boolean(),
        (code, rest, slow) => {
          const phone = `+7${code}${rest}`
          const said = sayPhone(phone, {lang: 'ru', slow})
          expect(extractPhone(utterance(said, 'ru'), {...context, region: 'RU'})?.value, said).to.deep.include({phone})
        },
      ),
      {numRuns: 500},
    )
  })

  it('pauses between the groups people write', () => {
    expect(sayPhone('+79031234567', {lang: 'ru'})).to.equal('восемь, девятьсот три, сто двадцать три, сорок пять, шестьдесят семь')
    expect(sayPhone('+79120005060', {lang: 'ru'})).to.equal('восемь, девятьсот двенадцать, ноль ноль ноль, пятьдесят, шестьдесят')
    expect(sayPhone('+79031234507', {lang: 'ru', slow: true})).to.equal('восемь, девять ноль три, один два три, четыре пять, ноль семь')
    expect(sayPhone('+12127365000', {lang: 'ru'})).to.equal('плюс один, два один два, семь три шесть, пять ноль ноль ноль')
    expect(sayPhone('+12127365000', {lang: 'en'})).to.equal('two one two, seven three six, five zero zero zero')
    expect(sayPhone('+442071234567', {lang: 'en'})).to.match(/^plus four four, /)
    expect(sayPhone('8921300', {lang: 'ru'})).to.equal('восемьсот девяносто два, тринадцать, ноль ноль')
    expect(sayDigits('0512', 'ru')).to.equal('ноль пять один два')
  })
})

describe('an e-mail address in words', () => {
  it('is heard as the same address', () => {
    const local = fc.constantFrom('ivan', 'petr.ivanov', 'olga-vega', 'nina_m', 'maksim88', 'anna7')
    const domain = fc.constantFrom('mail.ru', 'yandex.ru', 'gmail.com', 'bk.ru', 'rambler.ru')
    fc.assert(
      fc.property(local, domain, fc.constantFrom<Lang>('ru', 'en'), (name, host, lang) => {
        const email = `${name}@${host}`
        const said = sayEmail(email, {lang})
        const found = extractEmail(utterance(said, lang), context)
        expect(
          [found?.value, ...(found?.alts ?? [])].map((value) => value?.email),
          said,
        ).to.include(email)
      }),
    )
  })

  it('can be spelled', () => {
    expect(sayEmail('petr@mail.ru', {lang: 'ru'})).to.equal('петр собака мейл точка ру')
    expect(sayEmail('petr@mail.ru', {lang: 'ru', spelled: true})).to.equal('пи, и, ти, ар, собака мейл точка ру')
    expect(spell('Иванов', {lang: 'ru'})).to.equal('и, вэ, а, эн, о, вэ')
    expect(spell('A1 b', {lang: 'en'})).to.equal('A, one; B')
  })
})

describe('a name in a case', () => {
  it('declines every part, in any order', () => {
    expect(nameCase('Анна Смирнова', 'accusative')).to.equal('Анну Смирнову')
    expect(nameCase('Кузнецова Марина Сергеевна', 'genitive')).to.equal('Кузнецовой Марины Сергеевны')
    expect(nameCase('Пётр Ильич Чайковский', 'instrumental')).to.equal('Петром Ильичом Чайковским')
    expect(nameCase('Дмитрий Римский-Корсаков', 'dative')).to.equal('Дмитрию Римскому-Корсакову')
    expect(nameCase('Анна-Мария', 'genitive')).to.equal('Анны-Марии')
    expect(nameCase('Тарас Шевченко', 'genitive')).to.equal('Тараса Шевченко')
    expect(nameCase('Ольга Мельник', 'dative')).to.equal('Ольге Мельник')
    expect(nameCase('Олег Стрелец', 'genitive')).to.equal('Олега Стрельца')
    expect(nameCase('Женя Петрова', 'accusative')).to.equal('Женю Петрову')
    expect(nameCase('МАРИЯ', 'accusative')).to.equal('МАРИЮ')
    expect(nameCase('John Smith', 'genitive')).to.equal('John Smith')
    expect(nameCase('Анна', 'nominative')).to.equal('Анна')
  })
})
