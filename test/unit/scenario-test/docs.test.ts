import {readFileSync} from 'node:fs'
import {expect} from 'chai'
import {caseExpect, effectKinds, fieldStatuses, turnExpect} from '../../../src/scenario-test/format/expect-schema.ts'
import {turnForms} from '../../../src/scenario-test/format/schema.ts'
import {invariantNames} from '../../../src/scenario-test/invariants/broken.ts'

describe('the page about conversation tests', () => {
  it('names everything a test can say and every invariant', () => {
    const page = readFileSync(new URL('../../../docs/scenario-tests.md', import.meta.url), 'utf8')
    const words = [
      ...turnForms,
      ...Object.keys(turnExpect.shape),
      ...Object.keys(caseExpect.shape),
      ...effectKinds,
      ...fieldStatuses,
      ...invariantNames,
    ]
    expect([...new Set(words)].filter((word) => !new RegExp(`\`${word}[\`:]`).test(page))).to.deep.equal([])
  })
})
