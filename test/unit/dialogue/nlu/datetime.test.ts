import {expect} from 'chai'
import fc from 'fast-check'
import {extractDateTime} from '../../../../src/dialogue/nlu/datetime.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import type {ExtractContext, Lang} from '../../../../src/dialogue/nlu/types.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'
import {dayOf, englishDays, russianDates, russianDays} from '../../../helpers/spoken-dates.ts'
import {english12, russian12, russian24, russianOpen} from '../../../helpers/spoken-times.ts'

const read = (text: string, lang: Lang = 'ru', extra: Partial<ExtractContext> = {}) =>
  extractDateTime(utterance(text, lang), {now: {date: '2026-03-11', minutes: 630}, asked: true, ...extra})
const two = (value: number): string => String(value).padStart(2, '0')

describe('a date with a time in an utterance', () => {
  for (const row of nluRows('datetime'))
    it(`${row.id}: "${row.text}"`, () => {
      const found = extractRow(extractDateTime, row)
      expect({date: null, ...found?.value}).to.deep.equal({date: null, ...row.expect})
    })

  const dates = fc.record({
    day: fc.integer({min: 1, max: 28}),
    month: fc.integer({min: 1, max: 12}),
    year: fc.constantFrom(2026, 2027, 2028),
  })
  const times = fc.record({hour: fc.integer({min: 0, max: 23}), minute: fc.integer({min: 0, max: 30})})
  const fillers = fc.constantFrom('', 'ну', 'э', 'давайте', 'наверное', 'запишите меня')
  const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length]!
  const choice = fc.nat({max: 60})

  it('begins with the day of a month that is said by its number', () => {
    for (const text of ['12th at 12', 'twelfth at noon', '12th 12 pm', 'twelfth around twelve'])
      expect(read(text, 'en')?.value, text).to.deep.equal({date: '2026-03-12', time: '12:00'})
    for (const text of ['first floor at ten', 'fifth avenue at ten']) expect(read(text, 'en')?.value, text).to.deep.equal({time: '10:00'})
  })

  it('leaves a month its own day when an hour stands before it', () => {
    expect(read('at eleven may fourteenth please', 'en')?.value).to.deep.equal({date: '2026-05-14', time: '11:00'})
    expect(read('at one twenty may second', 'en')?.value).to.deep.equal({date: '2026-05-02', time: '13:20'})
    expect(read('at four forty five january 25', 'en')?.value).to.deep.equal({date: '2027-01-25', time: '16:45'})
    expect(read('at eight twenty five august the twenty fourth', 'en')?.value).to.deep.equal({date: '2026-08-24', time: '08:25'})
  })

  it('holds both, in either order and any wording, no word used twice', () => {
    fc.assert(
      fc.property(dates, times, choice, choice, fillers, fc.boolean(), (date, {hour, minute}, dateWord, timeWord, filler, dateFirst) => {
        fc.pre(![3, 11, 16, 23].includes(hour))
        const said = [pick(russianDates(date).slice(0, 4), dateWord), pick(russian12(hour, minute), timeWord)]
        const text = `${filler} ${(dateFirst ? said : said.reverse()).join(' ')}`
        const expected = {date: `${date.year}-${two(date.month)}-${two(date.day)}`, time: `${two(hour)}:${two(minute)}`}
        expect(read(text)?.value, text).to.deep.equal(expected)
      }),
      {numRuns: 1500},
    )
  })

  it('holds both in English', () => {
    fc.assert(
      fc.property(dates, times, choice, choice, fc.boolean(), (date, {hour, minute}, dateWord, timeWord, dateFirst) => {
        const said = [pick(englishDays(date).slice(0, 5), dateWord), pick(english12(hour, minute).slice(0, 2), timeWord)]
        const text = (dateFirst ? said : said.reverse()).join(' ')
        expect(read(text, 'en')?.value, text).to.include({time: `${two(hour)}:${two(minute)}`})
        expect(read(text, 'en')?.value.date?.slice(5), text).to.equal(`${two(date.month)}-${two(date.day)}`)
      }),
      {numRuns: 1500},
    )
  })

  it('reads a day and an hour of the same words: пятого в пять', () => {
    for (let day = 1; day <= 31; day++)
      for (let hour = 13; hour <= 19; hour++) {
        const found = read(`${dayOf(day)} ${russianOpen(hour)[0]!}`)
        expect(found?.value.time).to.equal(`${two(hour)}:00`)
        expect(found?.value.date?.slice(8)).to.equal(two(day))
        const written = read(`${russianDays({day: Math.min(day, 28), month: 5})[0]!} ${russian24(hour, 30)[0]!}`)
        expect(written?.value).to.deep.equal({date: `2026-05-${two(Math.min(day, 28))}`, time: `${two(hour)}:30`})
      }
  })

  it('goes over midnight with a time counted from now', () => {
    const late = {now: {date: '2026-12-31', minutes: 23 * 60 + 30}}
    expect(read('через час', 'ru', late)?.value).to.deep.equal({date: '2027-01-01', time: '00:30'})
    expect(read('через двадцать минут', 'ru', late)?.value).to.deep.equal({date: '2026-12-31', time: '23:50'})
    expect(read('in two hours', 'en', late)?.value).to.deep.equal({date: '2027-01-01', time: '01:30'})
  })

  it('reads an hour of today that has passed as the one to come', () => {
    expect(read('сегодня в девять')?.value).to.deep.equal({date: '2026-03-11', time: '21:00'})
    expect(read('сегодня в девять утра')?.value).to.deep.equal({date: '2026-03-11', time: '09:00'})
    expect(read('завтра в девять')?.value).to.deep.equal({date: '2026-03-12', time: '09:00'})
  })

  it('lets a correction replace only what it names', () => {
    const found = read('завтра в пять ой нет в шесть')
    expect(found).to.deep.include({value: {date: '2026-03-12', time: '18:00'}, corrected: true})
    expect(read('завтра в пять нет послезавтра')).to.deep.include({value: {date: '2026-03-13', time: '17:00'}, corrected: true})
  })

  it('says only what was said', () => {
    expect(read('завтра')?.value).to.deep.equal({date: '2026-03-12'})
    expect(read('в пять')?.value).to.deep.equal({time: '17:00'})
    expect(read('добрый день я по поводу вакансии')).to.equal(undefined)
  })
})
