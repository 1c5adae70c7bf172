import {expect} from 'chai'
import {isPart, sameValue} from '../../../src/scenario-test/check/same-value.ts'

describe('sameValue', () => {
  const same: [unknown, unknown, 'phone'?][] = [
    ['2026-03-12', '2026-03-12'],
    ['5', 5],
    [5, 5],
    [5, '5'],
    ['yes', true],
    ['да', true],
    [true, true],
    ['no', false],
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['анна', 'Анна'],
    ['Алёна  Семёнова', 'алена семенова'],
    [79261234567, '+79261234567'],
    [79261234567, '+79261234567', 'phone'],
    ['8 926', '8926', 'phone'],
    [null, undefined],
    [['16:00'], ['16:00']],
    [{ok: true}, {ok: true, id: 'b1'}],
  ]
  for (const [expected, actual, type] of same) {
    it(`takes ${JSON.stringify(expected)} for ${JSON.stringify(actual)}`, () => {
      expect(sameValue(expected, actual, type)).to.equal(true)
    })
  }

  const different: [unknown, unknown][] = [
    ['2026-03-12', '2026-03-13'],
    ['', 0],
    ['15:00', '16:00'],
    ['maybe', true],
    [1, true],
    ['Анна', 'Анна Петровна'],
    [null, 'x'],
    ['x', undefined],
    [['a'], ['a', 'b']],
    ['a', ['a']],
    [{ok: true}, 'ok'],
    [{ok: true}, {ok: false}],
  ]
  for (const [expected, actual] of different) {
    it(`tells ${JSON.stringify(expected)} from ${JSON.stringify(actual)}`, () => {
      expect(sameValue(expected, actual)).to.equal(false)
    })
  }

  it('finds a part in a whole, however deep', () => {
    expect(isPart({a: {b: 1}}, {a: {b: '1', c: 2}, d: 3})).to.equal(true)
    expect(isPart({a: {b: 1}}, {a: {c: 2}})).to.equal(false)
    expect(isPart({}, {a: 1})).to.equal(true)
  })
})
