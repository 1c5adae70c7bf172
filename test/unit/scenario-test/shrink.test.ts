import {expect} from 'chai'
import fc from 'fast-check'
import {shrinkList, simplifyItems} from '../../../src/scenario-test/fuzz/shrink.ts'

const hasAll = (needed: readonly number[]) => async (items: readonly number[]) => needed.every((need) => items.includes(need))

describe('shrinkList', () => {
  it('leaves what is needed and nothing else, in order', async () => {
    const items = Array.from({length: 50}, (_, index) => index)
    expect(await shrinkList(items, hasAll([7, 31, 48]))).to.deep.equal([7, 31, 48])
    expect(await shrinkList(items, async () => true)).to.deep.equal([])
    expect(await shrinkList([1], hasAll([1]))).to.deep.equal([1])
  })

  it('gives a list that fails, a part of the first one, of which nothing can be left out', async () => {
    // An arbitrary predicate that is decided by the list alone, true for the whole.
    const cases = fc.record({
      items: fc.array(fc.nat(9), {minLength: 1, maxLength: 30}),
      needed: fc.array(fc.nat(9), {maxLength: 4}),
      least: fc.nat(6),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({items, needed, least}) => {
        const isIn = (list: readonly number[]) =>
          needed.filter((need) => items.includes(need)).every((need) => list.includes(need)) && list.length >= Math.min(least, items.length)
        const short = await shrinkList(items, async (list) => isIn(list), 5000)
        expect(isIn(short)).to.equal(true)
        expect(isSubsequence(short, items)).to.equal(true)
        for (let at = 0; at < short.length; at++) expect(isIn(short.toSpliced(at, 1)), `without ${at} of ${short}`).to.equal(false)
      }),
      {numRuns: 300},
    )
  })

  it('asks no more often than it may, and keeps the best so far', async () => {
    let asked = 0
    const items = Array.from({length: 200}, (_, index) => index)
    const short = await shrinkList(
      items,
      async (list) => {
        asked++
        return list.includes(3) && list.includes(190)
      },
      20,
    )
    expect(asked).to.be.at.most(20)
    expect(short).to.include.members([3, 190])
    expect(short.length).to.be.below(200)
  })
})

describe('simplifyItems', () => {
  it('makes every item as simple as it can be with the list still failing', async () => {
    const simpler = (text: string) => (text.length > 1 ? [text.slice(0, -1), text.slice(1)] : [])
    const fails = async (list: readonly string[]) => list.join('').includes('ab')
    expect(await simplifyItems(['xxaa', 'bbxx'], simpler, fails)).to.deep.equal(['a', 'b'])
  })
})

function isSubsequence<Item>(part: readonly Item[], whole: readonly Item[]): boolean {
  let at = 0
  for (const item of whole) if (at < part.length && item === part[at]) at++
  return at === part.length
}
