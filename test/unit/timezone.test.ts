import {expect} from 'chai'
import {closestTimeZone} from '../../src/timezone.ts'

describe('a time zone that is none', () => {
  const meant: readonly (readonly [string, string | undefined])[] = [
    ['Asia/Yekaterinbrug', 'Asia/Yekaterinburg'],
    ['Asia/Ekaterinburg', 'Asia/Yekaterinburg'],
    ['Europe/Yekaterinburg', 'Asia/Yekaterinburg'],
    ['Europe/Moskow', 'Europe/Moscow'],
    ['moscow', 'Europe/Moscow'],
    ['New York', 'America/New_York'],
    ['America/New-York', 'America/New_York'],
    ['MSK', undefined],
    ['+03:00', undefined],
    ['nowhere', undefined],
    ['', undefined],
  ]
  for (const [typed, zone] of meant)
    it(`is taken for ${zone ?? 'nothing'} when it is "${typed}"`, () => {
      expect(closestTimeZone(typed)).to.equal(zone)
    })
})
