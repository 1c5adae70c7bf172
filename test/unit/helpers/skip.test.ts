import {expect} from 'chai'
import {skippedText} from '../../helpers/reporter.ts'

describe('the list of skipped tests', () => {
  const test = (title: string, parent?: object) =>
    ({title, parent, fullTitle: () => title}) as unknown as Parameters<typeof skippedText>[0][number]

  it('tells each reason once, with the tests behind it', () => {
    const group = {title: 'store (PostgreSQL; skipped: no server was found)'}
    const tests = [test('reads', group), test('modes', {title: 'files', skipReason: 'Windows has no such modes'}), test('writes', group)]
    expect(skippedText(tests)).to.equal(
      'Skipped:\n  no server was found:\n    reads\n    writes\n  Windows has no such modes:\n    modes\n\n',
    )
  })

  it('is not there when nothing was skipped', () => {
    expect(skippedText([])).to.equal('')
    expect(skippedText([test('odd')])).to.contain('no reason given')
  })
})
