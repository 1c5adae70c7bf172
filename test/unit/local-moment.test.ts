import {expect} from 'chai'
import {localMoment, startOfDay} from '../../src/local-moment.ts'

describe('a moment in a zone', () => {
  const at = Date.parse('2026-11-25T18:00:05Z')

  it('is the wall clock there with its offset from UTC', () => {
    expect(localMoment(at, 'Asia/Vladivostok')).to.equal('2026-11-26 04:00:05 +10:00')
    expect(localMoment(at, 'America/New_York')).to.equal('2026-11-25 13:00:05 -05:00')
    expect(localMoment(at, 'Asia/Kolkata')).to.equal('2026-11-25 23:30:05 +05:30')
    expect(localMoment(at, 'UTC')).to.equal('2026-11-25 18:00:05 +00:00')
  })

  it('knows summer from winter', () => {
    expect(localMoment(Date.parse('2026-07-01T12:00:00Z'), 'Europe/Berlin')).to.equal('2026-07-01 14:00:00 +02:00')
    expect(localMoment(Date.parse('2026-12-01T12:00:00Z'), 'Europe/Berlin')).to.equal('2026-12-01 13:00:00 +01:00')
  })

  it('takes other names and any case of a zone, as Intl does', () => {
    expect(localMoment(at, 'asia/vladivostok')).to.equal('2026-11-26 04:00:05 +10:00')
    expect(localMoment(at, 'W-SU')).to.equal('2026-11-25 21:00:05 +03:00')
  })

  it('agrees with Intl for every zone there is', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const shown = new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short', timeStyle: 'medium'}).format(at)
      expect(localMoment(at, zone).slice(0, 19), zone).to.equal(shown)
    }
  })

  it('leaves the zone of the process as it was', () => {
    const before = [process.env['TZ'], new Date(at).getHours()]
    localMoment(at, 'Asia/Vladivostok')
    expect(() => localMoment(at, 'Nowhere')).to.throw()
    expect([process.env['TZ'], new Date(at).getHours()]).to.deep.equal(before)
  })

  it('begins a day at its midnight', () => {
    expect(startOfDay('2026-11-26', 'Asia/Vladivostok')).to.equal(Date.parse('2026-11-25T14:00:00Z'))
    expect(startOfDay('2026-03-29', 'Europe/Berlin')).to.equal(Date.parse('2026-03-28T23:00:00Z'))
  })
})
