import {readFileSync} from 'node:fs'
import {expect} from 'chai'
import fc from 'fast-check'
import type {Lang} from '../../../../src/dialogue/nlu/types.ts'
import {sayAddress, speakable} from '../../../../src/dialogue/speech/index.ts'

const ru = (text: string): string => speakable(text, {lang: 'ru'})
const en = (text: string): string => speakable(text, {lang: 'en'})

const pairs: readonly (readonly [string, string])[] = [
  ['Приём в 15:30', 'Приём в пятнадцать тридцать'],
  ['Мы работаем с 9:00 до 21:00.', 'Мы работаем с девяти до двадцати одного.'],
  ['Перерыв 13:00–14:00', 'Перерыв с тринадцати до четырнадцати'],
  ['Приходите к 10:30', 'Приходите к десяти тридцати'],
  ['Ждём вас 12 марта', 'Ждём вас двенадцатого марта'],
  ['Записала вас на 12 марта в 9:05', 'Записала вас на двенадцатое марта в девять ноль пять'],
  ['с 12 по 15 марта', 'с двенадцатого по пятнадцатое марта'],
  ['12–15 марта 2026 г.', 'с двенадцатого по пятнадцатое марта две тысячи двадцать шестого года.'],
  ['12.03.2026', 'двенадцатого марта две тысячи двадцать шестого года'],
  ['2026-03-12', 'двенадцатого марта две тысячи двадцать шестого года'],
  ['Скидка до 31.12', 'Скидка до тридцать первого декабря'],
  ['В 2026 г. открылись', 'В две тысячи двадцать шестом году открылись'],
  ['до 2030 года', 'до две тысячи тридцатого года'],
  ['к 15 числу', 'к пятнадцатому числу'],
  ['от 1500 руб.', 'от тысячи пятисот рублей.'],
  ['Цена 1 500–2 000 ₽', 'Цена от тысячи пятисот до двух тысяч рублей'],
  ['1,5 тыс. руб. за час', 'тысяча пятьсот рублей за час'],
  ['$100', 'сто долларов'],
  ['скидка 20%', 'скидка двадцать процентов'],
  ['до 20%', 'до двадцати процентов'],
  ['№ 5', 'номер пять'],
  ['3-й этаж, 1-я услуга, на 2-м этаже, 90-е', 'третий этаж, первая услуга, на втором этаже, девяностые'],
  ['5-этажный дом, 10-минутный', 'пятиэтажный дом, десятиминутный'],
  ['1 минута, 2 минуты, 22 услуги, 31 день', 'одна минута, две минуты, двадцать две услуги, тридцать один день'],
  ['с 3 мастерами, в 5 салонах, к 2 врачам', 'с тремя мастерами, в пяти салонах, к двум врачам'],
  ['за 2 минуты, на 1 неделю, через 1 час', 'за две минуты, на одну неделю, через один час'],
  ['через 5-7 дней', 'через пять-семь дней'],
  ['30 мин. Мы рядом.', 'тридцать минут. Мы рядом.'],
  ['2,5 часа', 'два с половиной часа'],
  ['около 21 рубля, до 31 дня, без 1 минуты', 'около двадцати одного рубля, до тридцати одного дня, без одной минуты'],
  ['к 21 рублю и к 21 минуте', 'к двадцати одному рублю и к двадцати одной минуте'],
  ['5 м², от 21 м², 2,5 кв. м', 'пять квадратных метров, от двадцати одного квадратного метра, два с половиной квадратных метра'],
  ['30–50 м², 2 м³', 'от тридцати до пятидесяти квадратных метров, два кубических метра'],
  ['10 км/ч, 500 руб./м², 300 ₽/мес', 'десять километров в час, пятьсот рублей за квадратный метр, триста рублей в месяц'],
  ['Стоит 100 USD или 21 EUR', 'Стоит сто долларов или двадцать один евро'],
  ['в 00:00, в 01:05, до 00:00', 'в полночь, в час ноль пять ночи, до полуночи'],
  ['-5 °C', 'минус пять градусов'],
  ['ул. Ленина, д. 5, корп. 2, кв. 12', 'улица Ленина, дом пять, корпус два, квартира двенадцать'],
  ['г. Москва, пр-т Мира', 'город Москва, проспект Мира'],
  ['парк им. Горького', 'парк имени Горького'],
  ['и т.д. и т.п.', 'и так далее и тому подобное.'],
  ['т.е. завтра', 'то есть завтра'],
  ['Тел. +7 903 123-45-67', 'Телефон восемь, девятьсот три, сто двадцать три, сорок пять, шестьдесят семь'],
  ['8 (926) 123-45-67', 'восемь, девятьсот двадцать шесть, сто двадцать три, сорок пять, шестьдесят семь'],
  ['Заказ 000123', 'Заказ ноль ноль ноль один два три'],
  ['МРТ, КТ и УЗИ', 'эм эр тэ, ка тэ и УЗИ'],
  ['WhatsApp, Wi-Fi и SMS', 'ватсап, вай-фай и эсэмэс'],
  ['XXI век, Екатерина II', 'двадцать первый век, Екатерина вторая'],
  ['**Жирный** [текст](https://a.ru) 😀', 'Жирный текст'],
  ['Подробнее: https://site.ru/page?x=1', 'Подробнее'],
  ['Наш сайт:\nhttps://www.site.ru/page?x=1', 'Наш сайт: сайт точка ру'],
  ['https://site.ru', 'сайт точка ру'],
  ['info@mail.ru', 'инфо собака мейл точка ру'],
  ['дом 5/2, 1/2, 24/7', 'дом пять дробь два, одна вторая, круглосуточно'],
  ['Анна (администратор) ждёт', 'Анна, администратор, ждёт'],
  ['двенадцатого марта в в пятнадцать', 'двенадцатого марта в пятнадцать'],
]

const englishPairs: readonly (readonly [string, string])[] = [
  ['It costs $1,500.50', 'It costs one thousand five hundred dollars and fifty cents'],
  ['at 3:30 pm. Bye', 'at three thirty PM. Bye'],
  ['9am-9pm', 'nine AM to nine PM'],
  ['On March 12, 2026', 'On March twelfth, twenty twenty six'],
  ['the 12th of March', 'the March twelfth'],
  ['2026-03-12', 'March twelfth, twenty twenty six'],
  ['room 5 on the 1st floor, 20% off', 'room five on the first floor, twenty percent off'],
  ['since 1999, 1,234 people', 'since nineteen ninety nine, one thousand two hundred thirty four people'],
  ['call +1 212 736 5000', 'call two one two, seven three six, five zero zero zero'],
  ['at in the morning', 'in the morning'],
  ['On 03/12/2026, or 25/12/26', 'On March twelfth, twenty twenty six, or December twenty fifth, twenty twenty six'],
  ["in the 1990s, the '80s and my 30s", 'in the nineteen nineties, the eighties and my thirties'],
  ['A shave, e.g. tomorrow, i.e. a quick one, etc. Bye', 'A shave, for example tomorrow, that is a quick one, et cetera. Bye'],
  ['Ask Dr. Smith at St. Mary, 5 Oak Dr., Apt. 5', 'Ask Doctor Smith at Saint Mary, five Oak Drive, Apartment five'],
  ['We are on Main St. Come to No. 5, ext. 12', 'We are on Main Street. Come to Number five, extension twelve'],
  ['42nd St., 5 Elm Ave.', 'forty second Street, five Elm Avenue.'],
  ["No. I'm not Dr. No.", "No. I'm not Doctor No."],
  ['24/7, 5-7 days', 'around the clock, five to seven days'],
]

interface Row {
  readonly lang: Lang
  readonly text: string
  readonly say: string
}
const rows = readFileSync(new URL('../../../fixtures/speech/speakable.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Row)

describe('speakable text', () => {
  for (const {lang, text, say} of rows) it(`${lang}: ${text}`, () => expect(speakable(text, {lang})).to.equal(say))
  for (const [written, spoken] of pairs) it(`ru: ${written}`, () => expect(ru(written)).to.equal(spoken))
  for (const [written, spoken] of englishPairs) it(`en: ${written}`, () => expect(en(written)).to.equal(spoken))

  it('leaves words that are speakable already alone', () => {
    for (const text of [
      'Записываю: Анна, терапевт, двенадцатого марта в пятнадцать тридцать. Верно?',
      'Вы не могли бы повторить — я вас не расслышала…',
      'Я дал им всё. Он ждёт кв. и друг.',
      'Салон «Элегант», виртуальный администратор Алиса, здравствуйте!',
    ])
      expect(ru(text)).to.equal(text)
    expect(en("I'm sorry, could you repeat that?")).to.equal("I'm sorry, could you repeat that?")
  })

  it('says words of the company as its lexicon tells, and keeps their stress', () => {
    const lexicon = {договор: 'догово́р', CRM: 'си-эр-эм', 'чек-ап': 'чека́п'}
    expect(speakable('Договор в CRM и чек-ап. Договора нет.', {lang: 'ru', lexicon})).to.equal('догово́р в си-эр-эм и чека́п. Договора нет.')
  })

  it('says address lines with their letters and fractions', () => {
    expect(sayAddress('казань, улица мира, дом 12а, корпус 2, квартира 5/2', {lang: 'ru'})).to.equal(
      'казань, улица мира, дом двенадцать а, корпус два, квартира пять дробь два',
    )
    expect(sayAddress('221b baker street', {lang: 'en'})).to.equal('two hundred twenty one B baker street')
  })

  const piece = fc.oneof(
    fc.constantFrom(
      '12',
      '1 500',
      '2,5',
      '15:30',
      '12.03',
      '12 марта',
      '2026 г.',
      '5-й',
      '5-7',
      '1/2',
      '№',
      '%',
      '₽',
      'руб.',
      'мин.',
      'т.',
      'е.',
      'г.',
      'д.',
      'ул.',
      'кв.',
      'и',
      'др.',
      '+7 903 123-45-67',
      'a@b.ru',
      'site.ru',
    ),
    fc.constantFrom(
      '**',
      '__',
      '#',
      '- ',
      '\n',
      '(',
      ')',
      '[',
      '](',
      '<b>',
      '«',
      '"',
      '—',
      '-',
      '+',
      '=',
      '/',
      '*',
      '😀',
      'МРТ',
      'SMS',
      'Wi-Fi',
      'II',
      'x',
      '$5',
      '3:30 pm',
      '1st',
      'March 5',
      'в',
      'от',
      'до',
      'к',
      'at',
      'Анна',
      'минут',
      'рублей',
      '.',
      ',',
      '…',
      ' ',
    ),
    fc.string({maxLength: 6}),
    fc.string({unit: 'grapheme', maxLength: 4}),
  )
  const texts = fc.array(piece, {maxLength: 14}).chain((pieces) => fc.constantFrom('', ' ').map((glue) => pieces.join(glue)))
  const languages = fc.constantFrom<Lang>('ru', 'en')

  it('leaves no digit and no sign that a voice cannot say', () => {
    fc.assert(
      fc.property(texts, languages, (text, lang) => {
        expect(speakable(text, {lang})).to.match(/^[\p{L}\p{M}\s.,!?;:…«»"'’—–-]*$/u)
      }),
      {numRuns: 3000},
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, languages, (text, lang) => {
        const once = speakable(text, {lang})
        expect(speakable(once, {lang})).to.equal(once)
      }),
      {numRuns: 3000},
    )
  })
})
