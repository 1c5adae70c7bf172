import {expect} from 'chai'
import {compileScenario} from '../../../../src/dialogue/engine/scenario/compile.ts'
import {lint} from '../../../../src/skillbase/lint/lint.ts'
import {parseSkillbase} from '../../../../src/skillbase/parse.ts'
import {toYaml} from '../../../../src/skillbase/to-yaml.ts'
import {talk} from '../../../helpers/scenario.ts'
import {legacyFixtures, parseFixture} from '../../../helpers/skillbases.ts'

describe('an upgraded configuration', () => {
  for (const name of legacyFixtures) {
    const {skillbase} = parseFixture(name)

    it(`${name} has no errors`, () => {
      expect(lint(skillbase).filter(({severity}) => severity === 'error')).to.deep.equal([])
    })

    it(`${name} has one default outcome, and an end when it has states`, () => {
      expect(skillbase.flow.outcomes.filter((outcome) => outcome.default)).to.have.length(1)
      const states = Object.values(skillbase.flow.states)
      if (states.length > 0) expect(states.some(({type}) => type === 'end')).to.equal(true)
    })

    it(`${name} is written in today's format and read again as the same`, () => {
      const again = parseSkillbase('again.yaml', toYaml(skillbase))
      expect(again.format).to.equal('skillbase')
      expect(again.skillbase).to.deep.equal(skillbase)
      expect(again.warnings).to.deep.equal([])
    })

    it(`${name} D-08: greets in the language of the caller, and hangs up when nobody answers`, () => {
      const call = talk(compileScenario(skillbase, 'test'))
      expect(call.start()).to.match(/\p{Script=Cyrillic}/u)
      for (let times = 0; times < 6 && call.outcome === undefined; times++) call.silence()
      expect(call.outcome).to.not.equal(undefined)
    })
  }

  it('D-20: has no calendar that books without an address', () => {
    for (const name of legacyFixtures) {
      const calendar = parseFixture(name).skillbase.tools.find((tool) => tool.name === 'calendar')
      if (calendar) expect(calendar.config.api_url).to.match(/^https:/)
    }
  })
})
