import {expect} from 'chai'
import {clock, clockRange} from '../../../../src/dialogue/engine/scenario/hours.ts'
import {openWindow, refuse} from '../../../../src/dialogue/engine/validate.ts'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

// A Wednesday, half past ten.
const now = {date: '2026-03-11', minutes: 630}
const [friday, saturday, sunday] = ['2026-03-13', '2026-03-14', '2026-03-15']

const bar = (flow: FlowInput, window?: string) =>
  scenarioOf({
    ...flow,
    fields: {date: {type: 'date', ask: 'На какой день?'}, time: {type: 'time', ask: 'В котором часу?', ...(window && {window})}},
    states: {booking: {collect: ['date', 'time'], next: 'end'}, end: {type: 'end', say: 'Ждём вас.'}},
  })

/** Why an hour is refused, with what is said to be possible. */
const why = (scenario: ReturnType<typeof bar>, time: string, date?: string) => {
  const verdict = refuse(scenario, scenario.fields.get('time')!, time, now, date === undefined ? {} : {date})
  return verdict && [verdict.reason, verdict.allowed].join(' ')
}

describe('hours over midnight', () => {
  const everyNight = bar({hours: {'mon-sun': '18:00-02:00'}})
  const weekend = bar({hours: {'fri,sat': '18:00-02:00'}, holidays: ['2026-03-20']})

  it('are open in the evening and in the small hours', () => {
    for (const date of [undefined, friday]) {
      for (const time of ['18:00', '21:30', '23:59', '00:00', '01:30']) expect(why(everyNight, time, date), time).to.equal(undefined)
      for (const time of ['02:00', '03:00', '12:00', '17:59']) expect(why(everyNight, time, date), time).to.equal('closed_hour 18:00-02:00')
    }
  })

  it('end in the morning', () => {
    const watch = bar({hours: {'mon-sun': '22:00-06:00'}})
    for (const time of ['22:00', '00:30', '05:30']) expect(why(watch, time, friday), time).to.equal(undefined)
    expect(why(watch, '06:00', friday)).to.equal('closed_hour 22:00-06:00')
  })

  it('have one in the morning belong to the evening before', () => {
    // Nobody has begun on Thursday, and on Friday they go on until midnight; then it is Saturday.
    expect(why(weekend, '01:00', friday)).to.equal('closed_hour 18:00-24:00')
    expect(why(weekend, '12:00', friday)).to.equal('closed_hour 18:00-02:00')
    expect(why(weekend, '01:00', saturday)).to.equal(undefined)
    expect(why(weekend, '01:00', sunday)).to.equal(undefined)
    expect(why(weekend, '20:00', sunday)).to.equal('closed_hour 00:00-02:00')
  })

  it('keep a day open that begins with the end of the evening before, for whoever may come then', () => {
    const day = (date: string, others = {}) => refuse(weekend, weekend.fields.get('date')!, date, now, others)?.reason
    expect(day(sunday)).to.equal(undefined)
    expect(day(sunday, {time: '01:00'})).to.equal(undefined)
    expect(day(sunday, {time: '20:00'})).to.equal('closed_day')
    expect(day('2026-03-16')).to.equal('closed_day')
    // The holiday is a Friday; the Saturday after it has no early hours, but its own.
    expect(day('2026-03-20')).to.equal('closed_day')
    expect(why(weekend, '01:00', '2026-03-21')).to.equal('closed_hour 18:00-24:00')
    expect(why(weekend, '20:00', '2026-03-21')).to.equal(undefined)
  })

  it('may be all day, in either form', () => {
    for (const hours of ['00:00-00:00', '00:00-24:00']) {
      const always = bar({hours: {'mon-sun': hours}})
      for (const time of ['00:00', '03:00', '12:00', '23:59']) expect(why(always, time, friday), `${hours} ${time}`).to.equal(undefined)
    }
  })

  it('are those of a field, too', () => {
    const evening = bar({}, '18:00-02:00')
    for (const time of ['18:00', '23:00', '00:00', '01:59']) expect(why(evening, time), time).to.equal(undefined)
    expect(why(evening, '17:00')).to.equal('out_of_window 18:00-02:00')
    expect(why(evening, '02:30')).to.equal('out_of_window 18:00-02:00')
    const any = bar({}, '00:00-24:00')
    for (const time of ['00:00', '12:00', '23:30']) expect(why(any, time), time).to.equal(undefined)
    const late = bar({hours: {'mon-sun': '12:00-02:00'}}, '20:00-01:00')
    expect(openWindow(late, late.fields.get('time')!, friday)).to.deep.equal({from: 1200, to: 60})
    expect(why(bar({hours: {'mon-sun': '18:00-02:00'}}, '20:00-23:00'), '01:00')).to.equal('out_of_window 20:00-23:00')
    expect(why(bar({hours: {'mon-sun': '18:00-02:00'}}, '23:00-01:00'), '20:00')).to.equal('out_of_window 23:00-01:00')
  })

  it('are read and written', () => {
    expect(clockRange('18:00-02:00')).to.deep.equal({from: 1080, to: 1560})
    expect(clockRange('00:00-00:00')).to.deep.equal({from: 0, to: 1440})
    expect([1260, 1440, 1560].map(clock)).to.deep.equal(['21:00', '24:00', '02:00'])
  })
})

describe('a caller of a bar that is open at night', () => {
  const spoken = (hours: string, ...lines: readonly string[]) => {
    const call = talk(bar({hours: {'mon-sun': hours}}))
    call.start()
    return {heard: lines.map((line) => call.say(line)).join('\n'), fields: call.fields}
  }

  it('means the evening with nine, and the night with one', () => {
    expect(spoken('18:00-02:00', 'в пятницу', 'в девять').fields).to.include({date: friday, time: '21:00'})
    expect(spoken('18:00-02:00', 'в пятницу', 'в час').fields).to.include({date: friday, time: '01:00'})
  })

  it('hears when it is open', () => {
    expect(spoken('18:00-02:00', 'до скольки вы работаете?').heard).to.contain('Мы работаем с шести вечера до двух ночи.')
    expect(spoken('00:00-00:00', 'до скольки вы работаете?').heard).to.contain('Мы работаем круглосуточно.')
    expect(spoken('18:00-02:00', 'в пятницу', 'в три часа дня').heard).to.contain('с шести вечера до двух ночи')
  })
})
