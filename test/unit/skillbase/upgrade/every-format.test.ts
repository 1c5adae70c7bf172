import {expect} from 'chai'
import {compileScenario} from '../../../../src/dialogue/engine/scenario/compile.ts'
import {lintSource} from '../../../../src/skillbase/lint-source.ts'
import {lint} from '../../../../src/skillbase/lint/lint.ts'
import {parseSkillbase} from '../../../../src/skillbase/parse.ts'
import {toYaml} from '../../../../src/skillbase/to-yaml.ts'
import {talk} from '../../../helpers/scenario.ts'
import {fixtureText, legacyFixtures, parseFixture} from '../../../helpers/skillbases.ts'

/** How often `text` stands in a row from `at`. */
const run = (said: readonly string[], at: number, text: string): number => {
  const end = said.findIndex((other, index) => index >= at && other !== text)
  return (end === -1 ? said.length : end) - at
}

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

  it('never says the same for ever to a caller it does not understand', () => {
    for (const name of legacyFixtures) {
      const call = talk(compileScenario(parseFixture(name).skillbase, 'test'))
      call.start()
      const said: string[] = []
      for (let turn = 0; turn < 60 && call.outcome === undefined; turn++) {
        said.push(call.say(`синий трамвай номер ${turn} над крышей`))
        if (call.state.flags['transferring']) call.transfer(true)
      }
      expect(call.outcome, name).to.not.equal(undefined)
      const longest = said.reduce((most, text, at) => Math.max(most, run(said, at, text)), 0)
      expect(longest, `${name}: ${said.join(' | ')}`).to.be.lessThan(6)
    }
  })

  it('leaves a state with a condition nobody meets', () => {
    const config = {
      context: {role: 'Помощник', style: 'вежливо'},
      flow: {
        type: 'graph',
        states: ['start', 'next', 'end'],
        transitions: [
          {from_state: 'start', to_state: 'next', condition: 'customer_is_happy_with_everything'},
          {from_state: 'next', to_state: 'end'},
        ],
      },
      agent: {crm_field_mapping: {}},
    }
    const {skillbase} = parseSkillbase('a.json', JSON.stringify(config))
    const call = talk(compileScenario(skillbase, 'test'))
    call.start()
    let turns = 0
    while (call.outcome === undefined && turns < 20) (turns++, call.say('синий трамвай над крышей'))
    expect(call.outcome).to.not.equal(undefined)
    expect(turns).to.be.lessThan(8)
  })

  it('is linted with the lines of the file it was written in', () => {
    const source = fixtureText('legacy/version-b.json').replace('Автосервис, здравствуйте!', 'Здравствуйте, {{ nmae }}!')
    const line = source.split('\n').findIndex((text) => text.includes('nmae')) + 1
    const found = lintSource('b.json', source).findings.find(({code}) => code === 'E202')
    expect(found).to.include({path: 'flow.greeting.inbound[0]', line})
  })

  it('D-20: has no calendar that books without an address', () => {
    for (const name of legacyFixtures) {
      const calendar = parseFixture(name).skillbase.tools.find((tool) => tool.name === 'calendar')
      if (calendar) expect(calendar.config.api_url).to.match(/^https:/)
    }
  })
})
