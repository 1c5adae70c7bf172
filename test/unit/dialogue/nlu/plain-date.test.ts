import {expect} from 'chai'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  dateParts,
  dayNumber,
  daysInMonth,
  fromDayNumber,
  mondayOf,
  plainDate,
  weekdayOf,
} from '../../../../src/dialogue/nlu/plain-date.ts'

const byPlatform = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10)

describe('plain dates', () => {
  it('counts days as the platform does, for every day of six centuries', () => {
    const first = Date.UTC(1600, 0, 1) / 86_400_000
    const last = Date.UTC(2200, 0, 1) / 86_400_000
    for (let days = first; days < last; days++) {
      const date = fromDayNumber(days)
      if (date !== byPlatform(days) || dayNumber(date) !== days) expect.fail(`${days} gave ${date}`)
    }
  })

  it('refuses days that do not exist', () => {
    expect(plainDate({year: 2026, month: 6, day: 31})).to.equal(undefined)
    expect(plainDate({year: 2026, month: 2, day: 29})).to.equal(undefined)
    expect(plainDate({year: 2028, month: 2, day: 29})).to.equal('2028-02-29')
    expect(plainDate({year: 1900, month: 2, day: 29})).to.equal(undefined)
    expect(plainDate({year: 2000, month: 2, day: 29})).to.equal('2000-02-29')
    for (const month of [0, 13]) expect(plainDate({year: 2026, month, day: 1})).to.equal(undefined)
    expect(plainDate({year: 2026, month: 1, day: 0})).to.equal(undefined)
  })

  it('knows the weekday', () => {
    expect(weekdayOf('2026-03-11')).to.equal(3)
    expect(weekdayOf('2026-03-15')).to.equal(7)
    expect(weekdayOf('1970-01-01')).to.equal(4)
    expect(weekdayOf('1969-12-28')).to.equal(7)
    expect(mondayOf('2026-03-15')).to.equal('2026-03-09')
    expect(mondayOf('2026-03-09')).to.equal('2026-03-09')
  })

  it('ends a month that is too short on its last day', () => {
    expect(addMonths('2026-01-31', 1)).to.equal('2026-02-28')
    expect(addMonths('2028-01-31', 1)).to.equal('2028-02-29')
    expect(addMonths('2026-11-30', 3)).to.equal('2027-02-28')
    expect(addMonths('2026-03-31', -1)).to.equal('2026-02-28')
    expect(addMonths('2026-01-15', -13)).to.equal('2024-12-15')
  })

  it('goes back the way it came', () => {
    const dates = fc.integer({min: -100_000, max: 200_000}).map(byPlatform)
    fc.assert(
      fc.property(dates, fc.integer({min: -5000, max: 5000}), fc.integer({min: -500, max: 500}), (date, days, months) => {
        expect(addDays(addDays(date, days), -days)).to.equal(date)
        const moved = dateParts(addMonths(date, months))
        const from = dateParts(date)
        expect(moved.year * 12 + moved.month).to.equal(from.year * 12 + from.month + months)
        expect(moved.day).to.equal(Math.min(from.day, daysInMonth(moved.year, moved.month)))
      }),
    )
  })
})
