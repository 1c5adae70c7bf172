import {expect} from 'chai'
import {dateLimit, refuse} from '../../../../src/dialogue/engine/validate.ts'
import {compileHours} from '../../../../src/dialogue/engine/scenario/hours.ts'
import {scenarioOf} from '../../../helpers/scenario.ts'

// A Wednesday.
const now = {date: '2026-03-11', minutes: 630}

const scenario = scenarioOf({
  hours: {'mon-fri': '09:00-21:00', sat: '10:00-16:00'},
  holidays: ['2026-05-01'],
  fields: {
    date: {type: 'date', max: '+60d'},
    birth: {type: 'date', past: true},
    time: {type: 'time'},
    visit: {type: 'time', window: '10:00-18:00'},
    guests: {type: 'number', min: 1, max: 12},
    note: {type: 'text', max_len: 20},
    room: {type: 'enum', options: [{id: 'double', say: 'двухместный'}]},
  },
})

const reason = (field: string, value: string | number | boolean, others = {}) =>
  refuse(scenario, scenario.fields.get(field)!, value, now, others)?.reason

describe('validation', () => {
  it('takes a date that is open and refuses the rest with a reason', () => {
    expect(reason('date', '2026-03-12')).to.equal(undefined)
    expect(reason('date', '2026-03-10')).to.equal('past_date')
    expect(reason('date', '2026-06-11')).to.equal('too_far')
    expect(reason('date', '2026-03-15')).to.equal('closed_day')
    expect(reason('date', '2026-05-01')).to.equal('closed_day')
    expect(reason('date', 'завтра')).to.equal('invalid')
  })

  it('wants a birth date behind us', () => {
    expect(reason('birth', '1985-05-12')).to.equal(undefined)
    expect(reason('birth', '2027-01-01')).to.equal('not_past')
  })

  it('D-10: holds the opening hours of the day that was chosen', () => {
    expect(reason('time', '20:30', {date: '2026-03-12'})).to.equal(undefined)
    expect(reason('time', '21:00', {date: '2026-03-12'})).to.equal('closed_hour')
    expect(reason('time', '20:30', {date: '2026-03-14'})).to.equal('closed_hour')
    expect(reason('time', '03:00')).to.equal('closed_hour')
  })

  it('holds the hours a field offers, the last of them with it, within the opening hours', () => {
    expect(reason('visit', '18:00', {date: '2026-03-12'})).to.equal(undefined)
    expect(reason('visit', '18:30', {date: '2026-03-12'})).to.equal('out_of_window')
    expect(reason('visit', '21:30', {date: '2026-03-12'})).to.equal('out_of_window')
  })

  it('binds visits to the opening hours, and neither payments, departures, past days nor hours far outside of them', () => {
    const fields = {
      visit: {type: 'date'},
      pay_date: {type: 'date', ask: 'Когда сможете оплатить?'},
      flight: {type: 'date', ask: 'Когда вылет?'},
      lost_on: {type: 'date', past: true, ask: 'Когда потеряли?', min: '-60d'},
      lost_at: {type: 'time', window: '00:00-23:59', ask: 'В котором часу?'},
      own: {type: 'date', ask: 'Когда приедете?', within_hours: false},
    } as const
    const flow = scenarioOf({hours: {'mon-fri': '09:00-18:00'}, fields})
    const why = (id: string, value: string) => refuse(flow, flow.fields.get(id)!, value, now, {})?.reason
    expect(why('visit', '2026-03-15')).to.equal('closed_day')
    for (const id of ['pay_date', 'flight', 'own']) expect(why(id, '2026-03-15'), id).to.equal(undefined)
    expect(why('lost_on', '2026-03-08')).to.equal(undefined)
    expect(why('lost_on', '2025-11-01')).to.equal('too_long_ago')
    expect(why('lost_at', '22:30')).to.equal(undefined)
  })

  it('refuses an hour of today that has passed', () => {
    expect(reason('time', '10:00', {date: '2026-03-11'})).to.equal('past_time')
    expect(reason('time', '11:00', {date: '2026-03-11'})).to.equal(undefined)
  })

  it('D-12: applies limits of numbers, texts and options', () => {
    expect(reason('guests', 0)).to.equal('too_small')
    expect(reason('guests', 13)).to.equal('too_big')
    expect(reason('note', 'очень длинная просьба о столике у окна')).to.equal('too_long')
    expect(reason('room', 'triple')).to.equal('invalid')
  })

  it('reads limits relative to today', () => {
    expect(dateLimit('today', '2026-03-11')).to.equal('2026-03-11')
    expect(dateLimit('+60d', '2026-03-11')).to.equal('2026-05-10')
    expect(dateLimit('2026-12-31', '2026-03-11')).to.equal('2026-12-31')
    // `max: +60` without its d is the number 60 in YAML.
    expect(dateLimit(60, '2026-03-11')).to.equal('2026-05-10')
    expect(dateLimit(-1, '2026-03-11')).to.equal('2026-03-10')
  })
})

describe('opening hours', () => {
  it('read days, ranges of days and lists', () => {
    const week = compileHours({'mon-fri': '09:00-21:00', 'sat,sun': '10:00-18:00'})
    expect(week?.[0]).to.deep.equal({from: 540, to: 1260})
    expect(week?.[6]).to.deep.equal({from: 600, to: 1080})
  })

  it('wrap round the week', () => {
    const week = compileHours({'sat-mon': '10:00-12:00'})
    expect(week?.map((day) => day !== undefined)).to.deep.equal([true, false, false, false, false, true, true])
  })

  it('name the key that is no day', () => {
    expect(() => compileHours({everyday: '09:00-21:00'})).to.throw('"everyday" is not a day')
  })
})
