import {expect} from 'chai'
import fc from 'fast-check'
import {extractTime} from '../../../../src/dialogue/nlu/time.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import type {ExtractContext, Lang} from '../../../../src/dialogue/nlu/types.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'
import {english12, english24, englishOpen, russian12, russian24, russianBefore, russianOpen} from '../../../helpers/spoken-times.ts'

const read = (text: string, lang: Lang = 'ru', extra: Partial<ExtractContext> = {}) =>
  extractTime(utterance(text, lang), {now: {date: '2026-03-11', minutes: 630}, asked: true, ...extra})
const value = (...args: Parameters<typeof read>) => read(...args)?.value

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
/** Where a twelve-hour reading lands by the window rule. */
const placed = (hour: number, minute: number): number => {
  const minutes = (hour % 12) * 60 + minute
  return minutes >= 480 ? minutes : minutes + 720
}

function expectAll(texts: readonly string[], minutes: number, lang: Lang) {
  for (const text of texts) {
    const read = value(text, lang)
    if (!read || !('time' in read) || read.time !== clock(minutes))
      expect.fail(`${text}: ${JSON.stringify(read)} instead of ${clock(minutes)}`)
  }
}

const everyMinute = Array.from({length: 1440}, (_, minutes) => [Math.floor(minutes / 60), minutes % 60] as const)

describe('a time of day in an utterance', () => {
  for (const row of nluRows('time'))
    it(`${row.id}: "${row.text}"`, () => {
      const found = extractRow(extractTime, row)
      expect({time: null, ...found?.value, ...(row.expect['alts'] ? {alts: found?.alts} : {})}).to.deep.equal({time: null, ...row.expect})
    })

  it('is every minute of the day on a 24-hour clock', () => {
    for (const [hour, minute] of everyMinute) {
      const minutes = hour === 0 || hour > 12 ? hour * 60 + minute : placed(hour, minute)
      expectAll(russian24(hour, minute), minutes, 'ru')
      if (hour > 0) expectAll(english24(hour, minute), minutes, 'en')
    }
  })

  it('is every minute of the day on a 12-hour clock with the part of the day', () => {
    for (const [hour, minute] of everyMinute) {
      expectAll(english12(hour, minute), hour * 60 + minute, 'en')
      // «Четверть первого дня»: nobody says so where the hours before and after belong to different parts.
      if ([3, 11, 16, 23].includes(hour)) continue
      expectAll(russian12(hour, minute), hour * 60 + minute, 'ru')
      if (minute > 30) expectAll(russianBefore(hour, minute), hour * 60 + minute, 'ru')
    }
  })

  it('lies between 8:00 and 19:59 when only the hour is said', () => {
    for (let hour = 1; hour <= 12; hour++) {
      expectAll(russianOpen(hour), placed(hour, 0), 'ru')
      expectAll(englishOpen(hour), placed(hour, 0), 'en')
    }
  })

  it('lies inside the opening hours, and keeps the other half of the day where both are open', () => {
    const evening = {from: 17 * 60, to: 23 * 60}
    expect(read('в десять', 'ru', {window: evening}))
      .to.deep.include({value: {time: '22:00'}})
      .and.not.have.property('alts')
    const long = {from: 9 * 60, to: 22 * 60}
    expect(read('в десять', 'ru', {window: long})).to.deep.include({value: {time: '10:00'}, alts: [{time: '22:00'}]})
    expect(read('at nine', 'en', {window: long})).to.deep.include({value: {time: '09:00'}, alts: [{time: '21:00'}]})
    expect(read('в десять вечера', 'ru', {window: long}))
      .to.deep.include({value: {time: '22:00'}})
      .and.not.have.property('alts')
    const night = {from: 18 * 60, to: 2 * 60}
    expect(value('в час', 'ru', {window: night})).to.deep.equal({time: '01:00'})
    expect(value('в десять', 'ru', {window: night})).to.deep.equal({time: '22:00'})
    expect(value('в восемь', 'ru', {window: {from: 600, to: 1080}})).to.deep.equal({time: '08:00'})
  })

  it('keeps the other readings where the words leave a choice, and says when it takes one back', () => {
    expect(read('в пять или в шесть')).to.deep.include({value: {time: '17:00'}, alts: [{time: '18:00'}]})
    expect(read('часа в два три')).to.deep.include({value: {time: '14:00'}, alts: [{time: '15:00'}]})
    expect(read('в пять ой нет в шесть')).to.deep.include({value: {time: '18:00'}, corrected: true})
    expect(read('с пяти до шести ой до семи')).to.deep.include({value: {from: '17:00', to: '19:00'}, corrected: true})
    expect(read('в пять')).to.not.have.any.keys('alts', 'corrected')
  })

  it('takes the half of the day that is put right behind the hour', () => {
    const halves = {утра: '05:00', вечера: '17:00', 'in the morning': '05:00', 'in the evening': '17:00', am: '05:00', pm: '17:00'}
    const both = (
      first: string,
      second: string,
      [at, lang]: readonly [string, Lang],
      links: readonly ((a: string, b: string) => string)[],
    ) => {
      for (const [wrong, right] of [
        [first, second],
        [second, first],
      ] as const)
        for (const link of links) {
          const text = `${at} ${link(wrong, right)}`
          expect(value(text, lang), text).to.deep.equal({time: halves[right as keyof typeof halves]})
        }
    }
    both(
      'утра',
      'вечера',
      ['в пять', 'ru'],
      [(a, b) => `но не ${a} а ${b}`, (a, b) => `${a} ой ${b}`, (a, b) => `${a} нет ${b}`, (a, b) => `${b} а не ${a}`, (a) => `не ${a}`],
    )
    both('am', 'pm', ['at five', 'en'], [(a, b) => `not ${a} ${b}`, (a, b) => `${a} no ${b}`, (a, b) => `${b} not ${a}`])
    both('in the morning', 'in the evening', ['at five', 'en'], [(a, b) => `${a} i mean ${b}`, (a, b) => `but not ${a} but ${b}`])
    expect(value('в пять утра ой в шесть вечера')).to.deep.equal({time: '18:00'})
  })

  it('is open between one o’clock and another hour', () => {
    for (const text of ['one or two', 'either one or two', 'one or three'])
      expect(read(text, 'en'), text).to.deep.include({value: {time: '13:00'}, undecided: true})
    expect(value('one or two hours', 'en')).to.equal(undefined)
  })

  it('D-10: is not in a greeting, a word that begins like a number, or a length of time', () => {
    for (const text of [
      'добрый день',
      'добрый вечер',
      'доброе утро',
      'доброго времени суток',
      'в частности',
      'на целый день',
      'рабочий день',
    ])
      expect(read(text), text).to.equal(undefined)
    for (const text of [
      'стрижка длится два часа',
      'за час',
      'два часа назад',
      'сколько ехать часа два',
      'семья',
      'пятница',
      'стоит сто рублей',
    ])
      expect(read(text), text).to.equal(undefined)
    for (const text of ['good evening', 'it takes two hours', 'give me one second', 'five people', 'on the second floor'])
      expect(read(text, 'en'), text).to.equal(undefined)
  })

  it('D-10: is read by its words, not by their beginnings', () => {
    expect(value('в тринадцать')).to.deep.equal({time: '13:00'})
    expect(value('в двадцать часов')).to.deep.equal({time: '20:00'})
    expect(value('в 9 вечера')).to.deep.equal({time: '21:00'})
    expect(read('15.01')).to.equal(undefined)
    expect(value('к половине десятого')).to.deep.equal({time: '09:30'})
  })

  it('needs a cue unless it was asked for', () => {
    for (const text of ['пять', 'десять тридцать', 'пять часов', 'вечер', 'все равно'])
      expect(read(text, 'ru', {asked: false}), text).to.equal(undefined)
    for (const text of ['five', 'ten thirty', 'evening']) expect(read(text, 'en', {asked: false}), text).to.equal(undefined)
    for (const text of ['в пять', 'к пяти', 'полпятого', '16:30', 'пять вечера'])
      expect(read(text, 'ru', {asked: false}), text).not.to.equal(undefined)
  })

  it('ends after it begins when it is a span', () => {
    const hours = fc.integer({min: 1, max: 12})
    const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
    fc.assert(
      fc.property(hours, hours, fc.constantFrom('', ' утра', ' вечера'), (from, to, half) => {
        fc.pre(from !== to && !(half === ' утра' && (to === 12 || from >= to)) && !(half === ' вечера' && (to < 4 || to === 12)))
        const span = value(`с ${from} до ${to}${half}`)
        if (!span) return
        if (!('from' in span)) return expect.fail(`с ${from} до ${to}${half}: ${JSON.stringify(span)}`)
        expect(minutesOf(span.to!) || 1440, JSON.stringify(span)).to.be.greaterThan(minutesOf(span.from))
        expect(minutesOf(span.from) % 720).to.equal((from % 12) * 60)
      }),
    )
  })

  it('is a time of a clock and spans tokens of the utterance, whatever was said', () => {
    const word = fc.constantFrom(
      ...'в к до после с не нет или час часа часов минут пять пятого двадцать тридцать ноль без четверти половина пол утра дня вечера ночи 10 10:30 25:00 2000 99 через полчаса завтра мая ой лучше at half past to five thirty oh pm am noon morning between and from'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(word, {minLength: 1, maxLength: 9}), (words) => {
        const said = utterance(words.join(' '), 'ru')
        const found = extractTime(said, {now: {date: '2026-03-11', minutes: 1425}, asked: true})
        if (!found) return
        expect(found.from).to.be.at.least(0)
        expect(found.to).to.be.within(found.from + 1, said.tokens.length)
        for (const read of [found.value, ...(found.alts ?? [])])
          for (const text of 'part' in read ? [] : Object.values(read)) expect(text).to.match(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      }),
      {numRuns: 4000},
    )
  })
})
